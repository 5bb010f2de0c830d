import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Mails whose links end are not sent once they have. */
export class AddMailGoodUntil1790000000041 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table mails add column good_until timestamptz(3)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table mails drop column good_until`);
  }
}
