import pg from 'pg';
import { installJobSchema } from '../jobs/job-schema.js';
import { createDataSource } from './data-source.js';

/** Any number; the same in every version, so that two migrating processes wait for each other. */
const MIGRATION_LOCK = 7_021_984;

export interface MigrationResult {
  /** Names of the migrations that were applied now; empty when the schema was up to date. */
  applied: string[];
}

/**
 * Brings the schema up to date, the queue's included. Safe to call from several processes at once.
 *
 * @param ownerUrl signs in as the owner of the tables, never as the application
 */
export async function migrate(ownerUrl: string): Promise<MigrationResult> {
  const lock = new pg.Client({ connectionString: ownerUrl, application_name: 'laurel-migrate' });
  await lock.connect();
  try {
    await lock.query('select pg_advisory_lock($1)', [MIGRATION_LOCK]);
    const dataSource = createDataSource({ url: ownerUrl, poolSize: 2, applicationName: 'laurel-migrate' });
    await dataSource.initialize();
    try {
      const applied = await dataSource.runMigrations();
      await installJobSchema(ownerUrl);
      return { applied: applied.map(({ name }) => name) };
    } finally {
      await dataSource.destroy();
    }
  } finally {
    await lock.end();
  }
}
