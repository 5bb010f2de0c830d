import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** Mails, reports to authorities and their deliveries; the audit log. */
export class CreateMessages1790000000008 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table mails (
        tenant_id uuid not null,
        id uuid not null,
        "key" text not null,
        "to" text not null,
        reply_to text,
        subject text not null,
        body text not null,
        attachments jsonb not null default '[]',
        state text not null default 'queued',
        attempts integer not null default '0',
        last_error text,
        created_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        constraint uq_mails_key unique (tenant_id, "key"),
        constraint pk_mails primary key (tenant_id, id),
        constraint fk_mails_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table reports (
        tenant_id uuid not null,
        id uuid not null,
        claim_id uuid not null,
        plugin text not null,
        authority text not null,
        "key" text not null,
        payload jsonb not null,
        state text not null default 'queued',
        created_at timestamptz(3) not null default now(),
        constraint uq_reports_authority_key unique (tenant_id, authority, "key"),
        constraint pk_reports primary key (tenant_id, id),
        constraint fk_reports_claim_id foreign key (tenant_id, claim_id) references claims(tenant_id,id)
      )
    `);
    await queryRunner.query(`
      create table deliveries (
        tenant_id uuid not null,
        id uuid not null,
        report_id uuid not null,
        outcome text not null,
        detail text,
        attempted_at timestamptz(3) not null default now(),
        constraint pk_deliveries primary key (tenant_id, id),
        constraint fk_deliveries_report_id foreign key (tenant_id, report_id) references reports(tenant_id,id) on delete cascade
      )
    `);
    await queryRunner.query(`create index ix_deliveries_report_id on deliveries (tenant_id, report_id)`);
    await queryRunner.query(`
      create table audit_events (
        tenant_id uuid not null,
        id uuid not null,
        actor text not null,
        action text not null,
        subject_id uuid,
        details jsonb not null default '{}',
        reason text,
        created_at timestamptz(3) not null default now(),
        constraint pk_audit_events primary key (tenant_id, id),
        constraint fk_audit_events_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(
      `create index ix_audit_events_subject_id on audit_events (tenant_id, subject_id)`,
    );
    await protectTenantTables(queryRunner, ['mails', 'reports', 'deliveries', 'audit_events']);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table audit_events`);
    await queryRunner.query(`drop table deliveries`);
    await queryRunner.query(`drop table reports`);
    await queryRunner.query(`drop table mails`);
  }
}
