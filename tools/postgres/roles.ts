import pg from 'pg';
import { ADMIN_ROLE } from './data-folder.js';
import type { ServerSecrets } from './server-secrets.js';

/** Owns the database and its tables; migrations run as this role. */
export const OWNER_ROLE = 'laurel_owner';
/** What the API runs as: owns nothing, may do what migrations grant, and is subject to row-level security. */
export const APP_ROLE = 'laurel_app';
/** The database of `npm start`. */
export const DATABASE = 'laurel';

/** The address of a database on the embedded server for one of its roles. */
export function databaseUrl(
  secrets: ServerSecrets,
  role: 'admin' | 'owner' | 'app',
  database = DATABASE,
): string {
  const names = { admin: ADMIN_ROLE, owner: OWNER_ROLE, app: APP_ROLE };
  return `postgresql://${names[role]}:${secrets.passwords[role]}@127.0.0.1:${secrets.port}/${database}`;
}

/** Creates what is missing of roles and database, and sets the passwords anew. May be repeated. */
export async function ensureRoles(secrets: ServerSecrets): Promise<void> {
  const admin = new pg.Client({ connectionString: databaseUrl(secrets, 'admin', 'postgres') });
  await admin.connect();
  try {
    for (const [role, password] of [
      [OWNER_ROLE, secrets.passwords.owner],
      [APP_ROLE, secrets.passwords.app],
    ] as const) {
      const { rowCount } = await admin.query('select from pg_roles where rolname = $1', [role]);
      const name = pg.escapeIdentifier(role);
      if (rowCount === 0) await admin.query(`create role ${name}`);
      await admin.query(
        `alter role ${name} with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication password ${pg.escapeLiteral(password)}`,
      );
    }
    await ensureDatabase(admin, DATABASE);
  } finally {
    await admin.end();
  }
}

/** Creates a database that belongs to the owner role and that only Laurel's roles may enter. */
export async function ensureDatabase(admin: pg.Client, database: string): Promise<void> {
  const { rowCount } = await admin.query('select from pg_database where datname = $1', [database]);
  const name = pg.escapeIdentifier(database);
  if (rowCount === 0) await admin.query(`create database ${name} owner ${pg.escapeIdentifier(OWNER_ROLE)}`);
  await admin.query(`revoke all on database ${name} from public`);
  await admin.query(`grant connect, temporary on database ${name} to ${pg.escapeIdentifier(APP_ROLE)}`);
}
