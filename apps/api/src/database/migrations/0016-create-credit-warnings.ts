import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** Which earned credit learners were warned of, so that they read each warning once. */
export class CreateCreditWarnings1790000000016 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table credit_warnings (
        tenant_id uuid not null,
        learner_id uuid not null,
        offering_id uuid not null,
        warn_at timestamptz(3) not null,
        warned_at timestamptz(3) not null default now(),
        constraint pk_credit_warnings primary key (tenant_id, learner_id, offering_id, warn_at),
        constraint fk_credit_warnings_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade
      )
    `);
    await protectTenantTables(queryRunner, ['credit_warnings']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table credit_warnings`);
  }
}
