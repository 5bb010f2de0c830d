import pg from 'pg';
import type { EmbeddedPostgres } from '../postgres/embedded-postgres.js';
import { ensureDatabase } from '../postgres/roles.js';

/** The migrated database that tests clone; nobody writes to it. */
export const TEMPLATE_DATABASE = 'laurel_template';

/** The same server and role, another database. */
export function withDatabase(url: string, database: string): string {
  const changed = new URL(url);
  changed.pathname = `/${database}`;
  return changed.href;
}

/** Creates the empty template database; the caller migrates it. */
export async function prepareTemplate(
  server: EmbeddedPostgres,
): Promise<{ appUrl: string; ownerUrl: string }> {
  const admin = new pg.Client({ connectionString: server.adminUrl });
  await admin.connect();
  try {
    await ensureDatabase(admin, TEMPLATE_DATABASE);
  } finally {
    await admin.end();
  }
  return {
    appUrl: withDatabase(server.appUrl, TEMPLATE_DATABASE),
    ownerUrl: withDatabase(server.ownerUrl, TEMPLATE_DATABASE),
  };
}
