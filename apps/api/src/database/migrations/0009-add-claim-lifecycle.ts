import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What staff may do to a claim after its submission: release, revoke, open again. */
export class AddClaimLifecycle1790000000009 implements MigrationInterface {
  async up(queryRunner: QueryRunner): Promise<void> {
    // Defaults that are constants rewrite no row, and the version before writes none of these columns.
    await queryRunner.query(`
      alter table claims
        add column held_faults jsonb not null default '[]',
        add column reopened_at timestamptz(3),
        add column reopened_reason text,
        add column revoked_at timestamptz(3)
    `);
    await queryRunner.query(`create index ix_claims_held on claims (tenant_id, id) where state = 'held'`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`drop index ix_claims_held`);
    await queryRunner.query(`
      alter table claims
        drop column held_faults,
        drop column reopened_at,
        drop column reopened_reason,
        drop column revoked_at
    `);
  }
}
