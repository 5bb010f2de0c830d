import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** What credit can be claimed for, and who is registered. */
export class CreateCatalogue1790000000003 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table credit_types (
        tenant_id uuid not null,
        "key" text not null,
        name text not null,
        short_name text not null,
        "unit" jsonb not null,
        increment integer not null default '25',
        audience text[] not null default '{}',
        is_category boolean not null default false,
        position integer not null default '0',
        constraint pk_credit_types primary key (tenant_id, "key"),
        constraint fk_credit_types_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table activities (
        tenant_id uuid not null,
        id uuid not null,
        code text not null,
        kind text not null,
        title text not null,
        learning_format text not null,
        place text,
        starts_on date not null,
        ends_on date not null,
        time_zone text,
        pars_id text,
        maxima jsonb not null default '{}',
        statements jsonb not null default '[]',
        signatures jsonb not null default '[]',
        duration_credit jsonb,
        is_open boolean not null default true,
        programme_revision integer not null default '0',
        created_at timestamptz(3) not null default now(),
        constraint uq_activities_code unique (tenant_id, code),
        constraint pk_activities primary key (tenant_id, id),
        constraint fk_activities_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table offerings (
        tenant_id uuid not null,
        id uuid not null,
        activity_id uuid not null,
        source_key text not null,
        code text not null,
        title text not null,
        description text not null default '',
        starts_at timestamptz(3),
        ends_at timestamptz(3),
        day date,
        room text not null default '',
        track text not null default '',
        category text not null default '',
        type text not null default '',
        tier text,
        is_highlight boolean not null default false,
        speakers jsonb not null default '[]',
        credits jsonb not null default '[]',
        withdrawn_at timestamptz(3),
        withdrawn_notice text,
        content_hash text not null,
        constraint uq_offerings_activity_id_source_key unique (tenant_id, activity_id, source_key),
        constraint pk_offerings primary key (tenant_id, id),
        constraint fk_offerings_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table registrations (
        tenant_id uuid not null,
        id uuid not null,
        activity_id uuid not null,
        learner_id uuid not null,
        badge text not null,
        tier text,
        last_name_key text not null,
        content_hash text not null,
        constraint uq_registrations_activity_id_badge unique (tenant_id, activity_id, badge),
        constraint pk_registrations primary key (tenant_id, id),
        constraint fk_registrations_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade,
        constraint fk_registrations_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create index ix_registrations_learner_id on registrations (tenant_id, learner_id)`,
    );
    await queryRunner.query(`
      create table import_runs (
        tenant_id uuid not null,
        id uuid not null,
        activity_id uuid not null,
        kind text not null,
        file_name text not null,
        sha256 text not null,
        counts jsonb not null,
        created_at timestamptz(3) not null default now(),
        constraint pk_import_runs primary key (tenant_id, id),
        constraint fk_import_runs_activity_id foreign key (tenant_id, activity_id) references activities(tenant_id,id) on delete cascade
      )
    `);
    await protectTenantTables(queryRunner, [
      'credit_types',
      'activities',
      'offerings',
      'registrations',
      'import_runs',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table import_runs`);
    await queryRunner.query(`drop table registrations`);
    await queryRunner.query(`drop table offerings`);
    await queryRunner.query(`drop table activities`);
    await queryRunner.query(`drop table credit_types`);
  }
}
