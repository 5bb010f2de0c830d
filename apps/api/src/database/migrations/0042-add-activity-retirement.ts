import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Activities that were made by mistake: they stay, and no learner sees them. The version before shows them again. */
export class AddActivityRetirement1790000000042 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table activities add column retired_at timestamptz(3)`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table activities drop column retired_at`);
  }
}
