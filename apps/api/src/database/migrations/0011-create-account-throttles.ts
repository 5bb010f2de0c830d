import type { MigrationInterface, QueryRunner } from 'typeorm';
import { grantPlatformTables } from '../tenant-tables.js';

/** Staff sign in to one account at many societies; guesses are counted for all of them together. */
export class CreateAccountThrottles1790000000011 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table account_throttles (
        "key" text not null,
        window_started_at timestamptz(3) not null,
        failures integer not null,
        constraint pk_account_throttles primary key ("key")
      )
    `);
    await queryRunner.query(
      `create index ix_account_throttles_window_started_at on account_throttles (window_started_at)`,
    );
    await grantPlatformTables(queryRunner, ['account_throttles']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table account_throttles`);
  }
}
