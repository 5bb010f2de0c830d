import pg from 'pg';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.js';
import type { StartSettings } from './settings.js';

/** The database that the programs work on. */
export interface Database {
  /** What the programs find in their environment. */
  environment: { DATABASE_URL: string; DATABASE_MIGRATION_URL: string };
  /** For the terminal: where it is and how it came up. */
  description: string;
  isEmbedded: boolean;
  isRunning(): boolean;
  /** Gives it up; an embedded server stops when nobody else uses it. */
  stop(): Promise<void>;
}

/** Starts or joins the embedded server, or takes the database that the environment names. */
export async function openDatabase({ home, database }: StartSettings): Promise<Database> {
  if (database !== undefined) {
    return {
      environment: { DATABASE_URL: database.appUrl, DATABASE_MIGRATION_URL: database.ownerUrl },
      description: 'from DATABASE_URL',
      isEmbedded: false,
      isRunning: () => true,
      stop: async () => undefined,
    };
  }
  const server = await startEmbeddedPostgres({ home });
  return {
    environment: { DATABASE_URL: server.appUrl, DATABASE_MIGRATION_URL: server.ownerUrl },
    description: `${server.isAdopted ? 'was still running' : 'started'} on port ${server.port}`,
    isEmbedded: true,
    isRunning: () => server.isRunning(),
    stop: () => server.stop(),
  };
}

/** Names this very database, so that what was done to it is not taken as done to another. */
export async function databaseIdentity(ownerUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: ownerUrl });
  await client.connect();
  try {
    const { rows } = await client.query<{ identity: string }>(
      `select system_identifier || ':' || oid as identity
         from pg_control_system(), pg_database where datname = current_database()`,
    );
    return rows[0]?.identity ?? '';
  } finally {
    await client.end();
  }
}
