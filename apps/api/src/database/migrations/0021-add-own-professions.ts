import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Professions that a society has beside those that Laurel knows, so that a mistyped one can be told from them. */
export class AddOwnProfessions1790000000021 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table tenant_profiles add column professions text[] not null default '{}'`,
    );
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table tenant_profiles drop column professions`);
  }
}
