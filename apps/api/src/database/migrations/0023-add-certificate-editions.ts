import type { MigrationInterface, QueryRunner } from 'typeorm';
import { withOwnerReading } from '../tenant-tables.js';

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

  /** @throws Error where a certificate was issued again: the older schema has no place for both, and neither may go */
  async down(queryRunner: QueryRunner): Promise<void> {
    await withOwnerReading(queryRunner, 'certificates', async () => {
      const [again] = await queryRunner.manager.query<{ count: number }[]>(
        `select count(*)::integer as count from certificates where edition > 1`,
      );
      if (again !== undefined && again.count > 0) {
        throw new Error(
          `${String(again.count)} certificates were issued again, which the version before cannot keep. ` +
            'Nothing was changed; to go back, restore a backup from before the update.',
        );
      }
    });
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
