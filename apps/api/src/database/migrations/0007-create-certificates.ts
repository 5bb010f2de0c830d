import type { MigrationInterface, QueryRunner } from 'typeorm';
import { protectTenantTables } from '../tenant-tables.js';

/** Templates, issued certificates, their numbers, and requests to the society. */
export class CreateCertificates1790000000007 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      create table certificate_templates (
        tenant_id uuid not null,
        id uuid not null,
        "key" text not null,
        revision integer not null,
        title text not null,
        "source" text not null,
        "format" jsonb not null,
        created_at timestamptz(3) not null default now(),
        constraint uq_certificate_templates_key_revision unique (tenant_id, "key", revision),
        constraint pk_certificate_templates primary key (tenant_id, id),
        constraint fk_certificate_templates_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table certificate_counters (
        tenant_id uuid not null,
        series text not null,
        "last" integer not null,
        constraint pk_certificate_counters primary key (tenant_id, series),
        constraint fk_certificate_counters_tenant_id foreign key (tenant_id) references tenants(id) on delete cascade
      )
    `);
    await queryRunner.query(`
      create table certificates (
        tenant_id uuid not null,
        id uuid not null,
        claim_id uuid not null,
        activity_id uuid not null,
        learner_id uuid not null,
        document_key text not null,
        title text not null,
        "number" text not null,
        verification_code text not null,
        state text not null default 'issuing',
        data jsonb not null,
        template_key text not null,
        template_revision integer not null,
        sha256 text,
        byte_size integer,
        page_count integer,
        supersedes_id uuid,
        failure text,
        created_at timestamptz(3) not null default now(),
        issued_at timestamptz(3),
        ended_at timestamptz(3),
        constraint uq_certificates_verification_code unique (tenant_id, verification_code),
        constraint uq_certificates_number unique (tenant_id, "number"),
        constraint uq_certificates_claim_id_document_key unique (tenant_id, claim_id, document_key),
        constraint pk_certificates primary key (tenant_id, id),
        constraint fk_certificates_claim_id foreign key (tenant_id, claim_id) references claims(tenant_id,id)
      )
    `);
    await queryRunner.query(
      `create index ix_certificates_learner_id on certificates (tenant_id, learner_id)`,
    );
    await queryRunner.query(`
      create table document_requests (
        tenant_id uuid not null,
        id uuid not null,
        certificate_id uuid not null,
        learner_id uuid not null,
        inputs jsonb not null,
        mail_to text not null,
        subject text not null,
        promise text not null,
        state text not null default 'preparing',
        requested_at timestamptz(3) not null default now(),
        sent_at timestamptz(3),
        constraint uq_document_requests_certificate_id unique (tenant_id, certificate_id),
        constraint pk_document_requests primary key (tenant_id, id),
        constraint fk_document_requests_certificate_id foreign key (tenant_id, certificate_id) references certificates(tenant_id,id)
      )
    `);
    await protectTenantTables(queryRunner, [
      'certificate_templates',
      'certificate_counters',
      'certificates',
      'document_requests',
    ]);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop table document_requests`);
    await queryRunner.query(`drop table certificates`);
    await queryRunner.query(`drop table certificate_counters`);
    await queryRunner.query(`drop table certificate_templates`);
  }
}
