import type { MigrationInterface, QueryRunner } from 'typeorm';

/** Deleting or joining by a foreign key read whole tables where no index led with its columns. */
const INDEXES = {
  ix_evidence_offering_id: 'evidence (tenant_id, offering_id)',
  ix_reports_claim_id: 'reports (tenant_id, claim_id)',
  ix_offerings_course_id: 'offerings (tenant_id, course_id)',
  ix_claims_activity_id: 'claims (tenant_id, activity_id)',
  ix_import_runs_activity_id: 'import_runs (tenant_id, activity_id)',
  // What was written about an offering, whatever the form.
  ix_evaluation_responses_activity_id_subject_id: 'evaluation_responses (tenant_id, activity_id, subject_id)',
  // Looked for every few minutes, and nearly always none.
  ix_certificates_issuing: `certificates (tenant_id, created_at) where state = 'issuing'`,
};

export class IndexForeignKeys1790000000029 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    for (const [name, on] of Object.entries(INDEXES))
      await queryRunner.query(`create index ${name} on ${on}`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const name of Object.keys(INDEXES)) await queryRunner.query(`drop index ${name}`);
  }
}
