import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** Claims, their lines, their decision trails; answers kept per idempotency key. */
export class CreateClaims1790000000006 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table claims (
        tenant_id uuid not null,
        id uuid not null,
        activity_id uuid not null,
        learner_id uuid not null,
        state text not null default 'draft',
        amends_claim_id uuid,
        revision integer not null default '0',
        workflow_revision integer,
        credits jsonb not null default '[]',
        held_reason text,
        attestation text,
        created_at timestamptz(3) not null default now(),
        submitted_at timestamptz(3),
        constraint pk_claims primary key (tenant_id, id),
        constraint fk_claims_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id),
        constraint fk_claims_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id)
      )
    `);
    await queryRunner.query(`create index ix_claims_learner_id on claims (tenant_id, learner_id)`);
    await queryRunner.query(
      `create unique index uq_claims_in_force on claims (tenant_id, activity_id, learner_id) where state = ANY (ARRAY['submitted'::text, 'certified'::text, 'held'::text])`,
    );
    await queryRunner.query(
      `create unique index uq_claims_draft on claims (tenant_id, activity_id, learner_id) where state = 'draft'`,
    );
    await queryRunner.query(`
      create table claim_lines (
        tenant_id uuid not null,
        claim_id uuid not null,
        offering_id uuid not null,
        credit_type text not null,
        amount integer not null,
        added_from text not null default 'learner',
        added_at timestamptz(3) not null default now(),
        constraint pk_claim_lines primary key (tenant_id, claim_id, offering_id, credit_type),
        constraint fk_claim_lines_offering_id foreign key (tenant_id, offering_id) references offerings(tenant_id,id),
        constraint fk_claim_lines_claim_id foreign key (tenant_id, claim_id) references claims(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create index ix_claim_lines_offering_id on claim_lines (tenant_id, offering_id)`,
    );
    await queryRunner.query(`
      create table decision_trails (
        tenant_id uuid not null,
        claim_id uuid not null,
        entries jsonb not null,
        decided_at timestamptz(3) not null default now(),
        constraint pk_decision_trails primary key (tenant_id, claim_id),
        constraint fk_decision_trails_claim_id foreign key (tenant_id, claim_id) references claims(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table idempotency_keys (
        tenant_id uuid not null,
        learner_id uuid not null,
        "key" text not null,
        request_hash text not null,
        response jsonb not null,
        created_at timestamptz(3) not null default now(),
        constraint pk_idempotency_keys primary key (tenant_id, learner_id, "key"),
        constraint fk_idempotency_keys_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade
      )
    `);
    await protectTenantTables(queryRunner, ['claims', 'claim_lines', 'decision_trails', 'idempotency_keys']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table idempotency_keys`);
    await queryRunner.query(`drop table decision_trails`);
    await queryRunner.query(`drop table claim_lines`);
    await queryRunner.query(`drop table claims`);
  }
}
