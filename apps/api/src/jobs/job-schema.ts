import pg from 'pg';
import { PgBoss } from 'pg-boss';
import { APP_ROLE } from '../database/tenant-tables.js';

/** Where pg-boss keeps its tables. They hold no tenant's data but ids; each job names its tenant. */
export const JOB_SCHEMA = 'pgboss';

/** Creates or upgrades the queue's tables as their owner, and lets the application use them. */
export async function installJobSchema(ownerUrl: string): Promise<void> {
  const boss = new PgBoss({
    connectionString: ownerUrl,
    schema: JOB_SCHEMA,
    supervise: false,
    schedule: false,
    max: 2,
  });
  await boss.start();
  await boss.stop({ graceful: false });

  const owner = new pg.Client({ connectionString: ownerUrl });
  await owner.connect();
  try {
    await owner.query(`
      grant usage on schema ${JOB_SCHEMA} to ${APP_ROLE};
      grant select, insert, update, delete on all tables in schema ${JOB_SCHEMA} to ${APP_ROLE};
      grant usage, select on all sequences in schema ${JOB_SCHEMA} to ${APP_ROLE};
      grant execute on all functions in schema ${JOB_SCHEMA} to ${APP_ROLE};
    `);
  } finally {
    await owner.end();
  }
}
