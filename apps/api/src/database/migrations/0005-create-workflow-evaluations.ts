import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** Workflows of activities; evaluation forms and answers. */
export class CreateWorkflowEvaluations1790000000005 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table workflows (
        tenant_id uuid not null,
        id uuid not null,
        activity_id uuid not null,
        revision integer not null,
        steps jsonb not null,
        created_at timestamptz(3) not null default now(),
        constraint pk_workflows primary key (tenant_id, id),
        constraint fk_workflows_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create unique index uq_workflows_activity_id_revision on workflows (tenant_id, activity_id, revision)`,
    );
    await queryRunner.query(`
      create table evaluation_forms (
        tenant_id uuid not null,
        id uuid not null,
        activity_id uuid not null,
        "key" text not null,
        title text not null,
        scope text not null,
        sections jsonb not null,
        created_at timestamptz(3) not null default now(),
        constraint uq_evaluation_forms_activity_id_key unique (tenant_id, activity_id, "key"),
        constraint pk_evaluation_forms primary key (tenant_id, id),
        constraint fk_evaluation_forms_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table evaluation_responses (
        tenant_id uuid not null,
        id uuid not null,
        form_id uuid not null,
        activity_id uuid not null,
        learner_id uuid not null,
        subject_id uuid not null,
        answers jsonb not null,
        is_complete boolean not null default false,
        required_count integer not null default '0',
        answered_count integer not null default '0',
        version integer not null default '1',
        updated_at timestamptz(3) not null default now(),
        constraint uq_evaluation_responses_form_id_learner_id_subject_id unique (tenant_id, form_id, learner_id, subject_id),
        constraint pk_evaluation_responses primary key (tenant_id, id),
        constraint fk_evaluation_responses_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade,
        constraint fk_evaluation_responses_form_id foreign key (tenant_id, form_id) references evaluation_forms(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create index ix_evaluation_responses_learner_id_activity_id on evaluation_responses (tenant_id, learner_id, activity_id)`,
    );
    await protectTenantTables(queryRunner, ['workflows', 'evaluation_forms', 'evaluation_responses']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table evaluation_responses`);
    await queryRunner.query(`drop table evaluation_forms`);
    await queryRunner.query(`drop table workflows`);
  }
}
