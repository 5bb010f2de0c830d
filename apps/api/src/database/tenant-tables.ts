import type { QueryRunner } from 'typeorm';

/** The role the application signs in with: owns nothing, cannot bypass row-level security. */
export const APP_ROLE = 'laurel_app';

/**
 * Puts every table under the one policy. Without `app.tenant_id` the cast fails, so a statement that forgot
 * its tenant is an error rather than an empty answer. The second conjunct names no column, so PostgreSQL
 * checks it once before the first row, on an empty table too.
 */
export async function protectTenantTables(
  queryRunner: QueryRunner,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) {
    await queryRunner.query(`alter table ${table} enable row level security`);
    await queryRunner.query(`alter table ${table} force row level security`);
    await queryRunner.query(`
      create policy tenant_isolation on ${table}
        using (tenant_id = current_setting('app.tenant_id')::uuid and current_setting('app.tenant_id')::uuid is not null)
        with check (tenant_id = current_setting('app.tenant_id')::uuid)
    `);
    await queryRunner.query(`grant select, insert, update, delete on ${table} to ${APP_ROLE}`);
  }
}

/** Tables without a tenant: read by every request, written by the operator's commands. */
export async function grantPlatformTables(
  queryRunner: QueryRunner,
  tables: readonly string[],
): Promise<void> {
  for (const table of tables) {
    await queryRunner.query(`grant select, insert, update, delete on ${table} to ${APP_ROLE}`);
  }
}

/**
 * Lets the owner read a tenant table while `work` runs, e.g. to check a new foreign key against its rows: forced
 * row-level security binds the owner too, and a migration has no tenant. In the migration's own transaction.
 */
export const withOwnerReading = async (
  queryRunner: QueryRunner,
  table: string,
  work: () => Promise<unknown>,
): Promise<void> => {
  await queryRunner.query(`alter table ${table} no force row level security`);
  await work();
  await queryRunner.query(`alter table ${table} force row level security`);
};
