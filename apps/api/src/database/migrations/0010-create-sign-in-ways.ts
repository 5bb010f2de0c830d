import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables, withOwnerReading } from '../tenant-tables.js';

/** Further ways to sign in: a society's identity provider, and passwords held here. One learner whichever way. */
export class CreateSignInWays1790000000010 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(
      `alter table tenant_profiles add column sign_in jsonb not null default '[{"kind":"badge"}]'`,
    );
    await queryRunner.query(`alter table activities add column enrolment text not null default 'registered'`);
    await queryRunner.query(`alter table registrations alter column badge drop not null`);
    await queryRunner.query(`
      create unique index ix_registrations_enrolled on registrations (tenant_id, activity_id, learner_id)
      where badge is null
    `);
    await queryRunner.query(`alter table sign_ins add column way text`);
    await queryRunner.query(`alter table mails add column is_sealed boolean not null default false`);
    await queryRunner.query(`
      create table learner_identities (
        tenant_id uuid not null,
        issuer text not null,
        subject text not null,
        learner_id uuid not null,
        created_at timestamptz(3) not null default now(),
        constraint pk_learner_identities primary key (tenant_id, issuer, subject),
        constraint fk_learner_identities_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create index ix_learner_identities_learner_id on learner_identities (tenant_id, learner_id)`,
    );
    await queryRunner.query(`
      create table learner_passwords (
        tenant_id uuid not null,
        learner_id uuid not null,
        username text not null,
        username_key text not null,
        password_hash text,
        changed_at timestamptz(3) not null,
        constraint uq_learner_passwords_username_key unique (tenant_id, username_key),
        constraint pk_learner_passwords primary key (tenant_id, learner_id),
        constraint fk_learner_passwords_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table password_resets (
        tenant_id uuid not null,
        id uuid not null,
        learner_id uuid not null,
        token_hash text not null,
        requested_at timestamptz(3) not null,
        expires_at timestamptz(3) not null,
        used_at timestamptz(3),
        constraint uq_password_resets_token_hash unique (tenant_id, token_hash),
        constraint pk_password_resets primary key (tenant_id, id),
        constraint fk_password_resets_learner_id foreign key (tenant_id, learner_id) references learners(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create index ix_password_resets_learner_id on password_resets (tenant_id, learner_id)`,
    );
    await protectTenantTables(queryRunner, ['learner_identities', 'learner_passwords', 'password_resets']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table password_resets`);
    await queryRunner.query(`drop table learner_passwords`);
    await queryRunner.query(`drop table learner_identities`);
    await queryRunner.query(`alter table mails drop column is_sealed`);
    await queryRunner.query(`alter table sign_ins drop column way`);
    await queryRunner.query(`drop index ix_registrations_enrolled`);
    await withOwnerReading(queryRunner, 'registrations', () =>
      queryRunner.query(`update registrations set badge = id::text where badge is null`),
    );
    await queryRunner.query(`alter table registrations alter column badge set not null`);
    await queryRunner.query(`alter table activities drop column enrolment`);
    await queryRunner.query(`alter table tenant_profiles drop column sign_in`);
  }
}
