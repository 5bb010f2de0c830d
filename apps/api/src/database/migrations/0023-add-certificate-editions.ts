import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents of a claim that are issued again: with a corrected name, or because their rules were mistaken. */
export class AddCertificateEditions1790000000023 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`
      alter table certificates
        add column edition integer not null default 1,
        add column replaces_because text,
        drop constraint uq_certificates_claim_id_document_key,
        add constraint uq_certificates_claim_id_document_key_edition
          unique (tenant_id, claim_id, document_key, edition)
    `);
    await queryRunner.query(`alter table claims add column documents_revision integer`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`alter table claims drop column documents_revision`);
    await queryRunner.query(`
      alter table certificates
        drop constraint uq_certificates_claim_id_document_key_edition,
        add constraint uq_certificates_claim_id_document_key unique (tenant_id, claim_id, document_key),
        drop column replaces_because,
        drop column edition
    `);
  }
}
