import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables, withOwnerReading } from '../tenant-tables.js';

/** Courses and earned credit, what learners choose and give on the way to a claim, polls of outside systems. */
export class CreateCourses1790000000012 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table activities add column basis text not null default 'attended'`);
    await queryRunner.query(`
      create table courses (
        tenant_id uuid not null,
        id uuid not null,
        activity_id uuid not null,
        code text not null,
        title text not null,
        learning_format text not null,
        pars_id text,
        maxima jsonb not null default '{}',
        statements jsonb not null default '[]',
        position integer not null default '0',
        constraint uq_courses_activity_id_code unique (tenant_id, activity_id, code),
        constraint pk_courses primary key (tenant_id, id),
        constraint fk_courses_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(`alter table offerings add column course_id uuid`);
    await withOwnerReading(queryRunner, 'offerings', () =>
      queryRunner.query(
        `alter table offerings add constraint fk_offerings_course_id foreign key (tenant_id, course_id) references courses(tenant_id,id)`,
      ),
    );
    await queryRunner.query(`
      alter table claims add column is_sole boolean not null default true,
        add column chosen jsonb not null default '{}'
    `);
    await queryRunner.query(`drop index uq_claims_in_force`);
    await queryRunner.query(
      `create unique index uq_claims_in_force on claims (tenant_id, activity_id, learner_id) where is_sole and state = ANY (ARRAY['submitted'::text, 'certified'::text, 'held'::text])`,
    );
    await queryRunner.query(`
      create table claimed_credits (
        tenant_id uuid not null,
        learner_id uuid not null,
        offering_id uuid not null,
        credit_type text not null,
        claim_id uuid not null,
        activity_id uuid not null,
        amount integer not null,
        earned_at timestamptz(3) not null,
        claimed_at timestamptz(3) not null,
        constraint pk_claimed_credits primary key (tenant_id, learner_id, offering_id, credit_type),
        constraint fk_claimed_credits_claim_id foreign key (tenant_id, claim_id) references claims(tenant_id,id)
      )
    `);
    await queryRunner.query(
      `create index ix_claimed_credits_claim_id on claimed_credits (tenant_id, claim_id)`,
    );
    await queryRunner.query(`
      create table form_inputs (
        tenant_id uuid not null,
        learner_id uuid not null,
        activity_id uuid not null,
        form_key text not null,
        "values" jsonb not null,
        updated_at timestamptz(3) not null default now(),
        constraint pk_form_inputs primary key (tenant_id, learner_id, activity_id, form_key),
        constraint fk_form_inputs_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(`alter table facts add column as_of timestamptz(3)`);
    await queryRunner.query(`
      create table poll_states (
        tenant_id uuid not null,
        activity_id uuid not null,
        plugin text not null,
        "cursor" text,
        polled_at timestamptz(3),
        failure text,
        constraint pk_poll_states primary key (tenant_id, activity_id, plugin),
        constraint fk_poll_states_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `alter table tenant_profiles add column layout jsonb not null default '{"home":"sessions","hasItinerary":true,"hasSaveAndLogOut":false}'`,
    );
    await protectTenantTables(queryRunner, ['courses', 'claimed_credits', 'form_inputs', 'poll_states']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table tenant_profiles drop column layout`);
    await queryRunner.query(`drop table poll_states`);
    await queryRunner.query(`alter table facts drop column as_of`);
    await queryRunner.query(`drop table form_inputs`);
    await queryRunner.query(`drop table claimed_credits`);
    await queryRunner.query(`drop index uq_claims_in_force`);
    await queryRunner.query(
      `create unique index uq_claims_in_force on claims (tenant_id, activity_id, learner_id) where state = ANY (ARRAY['submitted'::text, 'certified'::text, 'held'::text])`,
    );
    await queryRunner.query(`alter table claims drop column is_sole, drop column chosen`);
    await queryRunner.query(`alter table offerings drop column course_id`);
    await queryRunner.query(`drop table courses`);
    await queryRunner.query(`alter table activities drop column basis`);
  }
}
