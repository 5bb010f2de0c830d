import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** Who a tenant knows: its profile, staff, learners, sign-ins and API keys. */
export class CreateTenantPeople1790000000002 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table tenant_profiles (
        tenant_id uuid not null,
        display_name text not null,
        short_name text not null,
        time_zone text not null,
        language text not null default 'en',
        theme jsonb not null,
        wording jsonb not null default '{}',
        support jsonb not null,
        statements jsonb not null,
        constraint pk_tenant_profiles primary key (tenant_id),
        constraint fk_tenant_profiles_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table staff_members (
        tenant_id uuid not null,
        id uuid not null,
        account_id uuid not null,
        role text not null,
        created_at timestamptz(3) not null default now(),
        constraint uq_staff_members_account_id unique (tenant_id, account_id),
        constraint pk_staff_members primary key (tenant_id, id),
        constraint fk_staff_members_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table api_keys (
        tenant_id uuid not null,
        id uuid not null,
        name text not null,
        key_hash text not null,
        scopes text[] not null,
        created_at timestamptz(3) not null default now(),
        revoked_at timestamptz(3),
        constraint uq_api_keys_key_hash unique (tenant_id, key_hash),
        constraint pk_api_keys primary key (tenant_id, id),
        constraint fk_api_keys_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table sign_in_throttles (
        tenant_id uuid not null,
        "key" text not null,
        window_started_at timestamptz(3) not null,
        failures integer not null,
        constraint pk_sign_in_throttles primary key (tenant_id, "key"),
        constraint fk_sign_in_throttles_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table sign_ins (
        tenant_id uuid not null,
        id uuid not null,
        token_hash text not null,
        csrf_token text not null,
        learner_id uuid,
        registration_id uuid,
        activity_id uuid,
        staff_member_id uuid,
        created_at timestamptz(3) not null default now(),
        last_seen_at timestamptz(3) not null default now(),
        expires_at timestamptz(3) not null,
        revoked_at timestamptz(3),
        constraint uq_sign_ins_token_hash unique (tenant_id, token_hash),
        constraint pk_sign_ins primary key (tenant_id, id),
        constraint fk_sign_ins_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`create index ix_sign_ins_learner_id on sign_ins (tenant_id, learner_id)`);
    await queryRunner.query(`
      create table learners (
        tenant_id uuid not null,
        id uuid not null,
        first_name text not null,
        last_name text not null,
        display_name text not null,
        credentials text not null default '',
        profession text not null,
        email text,
        member_number text,
        identifiers jsonb not null default '{}',
        created_at timestamptz(3) not null default now(),
        constraint pk_learners primary key (tenant_id, id),
        constraint fk_learners_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`create index ix_learners_email on learners (tenant_id, email)`);
    await queryRunner.query(`create index ix_learners_member_number on learners (tenant_id, member_number)`);
    await protectTenantTables(queryRunner, [
      'tenant_profiles',
      'staff_members',
      'api_keys',
      'sign_in_throttles',
      'sign_ins',
      'learners',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table learners`);
    await queryRunner.query(`drop table sign_ins`);
    await queryRunner.query(`drop table sign_in_throttles`);
    await queryRunner.query(`drop table api_keys`);
    await queryRunner.query(`drop table staff_members`);
    await queryRunner.query(`drop table tenant_profiles`);
  }
}
