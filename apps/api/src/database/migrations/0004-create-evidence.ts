import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** That a learner took part, and what outside systems say about learners. */
export class CreateEvidence1790000000004 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table evidence (
        tenant_id uuid not null,
        id uuid not null,
        activity_id uuid not null,
        learner_id uuid not null,
        offering_id uuid not null,
        kind text not null,
        "source" text not null,
        source_key text not null,
        occurred_at timestamptz(3) not null,
        recorded_at timestamptz(3) not null default now(),
        constraint uq_evidence_source_source_key unique (tenant_id, "source", source_key),
        constraint pk_evidence primary key (tenant_id, id),
        constraint fk_evidence_offering_id foreign key (tenant_id, offering_id) references offerings(tenant_id,id) on delete cascade,
        constraint fk_evidence_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create index ix_evidence_learner_id_activity_id on evidence (tenant_id, learner_id, activity_id)`,
    );
    await queryRunner.query(`
      create table facts (
        tenant_id uuid not null,
        id uuid not null,
        learner_id uuid not null,
        "key" text not null,
        value jsonb not null,
        "source" text not null,
        source_key text not null,
        valid_from timestamptz(3),
        valid_until timestamptz(3),
        recorded_at timestamptz(3) not null default now(),
        constraint uq_facts_source_source_key unique (tenant_id, "source", source_key),
        constraint pk_facts primary key (tenant_id, id),
        constraint fk_facts_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(`create index ix_facts_learner_id on facts (tenant_id, learner_id)`);
    await protectTenantTables(queryRunner, ['evidence', 'facts']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table facts`);
    await queryRunner.query(`drop table evidence`);
  }
}
