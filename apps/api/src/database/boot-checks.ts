import type { DataSource } from 'typeorm';

/** What the database says about the role this process signs in as. */
interface RoleFacts {
  name: string;
  is_superuser: boolean;
  bypasses: boolean;
  owned: string | null;
}

/**
 * Refuses to serve as a role that row-level security does not bind: one that is a superuser, may bypass it, or
 * owns (or inherits from the owner of) a table.
 *
 * @throws UnsafeRole with what to do
 */
export async function refuseUnsafeRole(dataSource: DataSource): Promise<void> {
  const [role] = await dataSource.query<RoleFacts[]>(`
    select rolname as name, rolsuper as is_superuser, rolbypassrls as bypasses,
      (select min(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
        where n.nspname in ('public', 'pgboss') and c.relkind in ('r', 'p')
        and pg_has_role(current_user, c.relowner, 'usage')) as owned
    from pg_roles where rolname = current_user
  `);
  if (role === undefined) throw new UnsafeRole('The database does not know the role this process uses.');
  const may = [
    role.is_superuser && 'is a superuser',
    role.bypasses && 'may bypass row-level security',
    role.owned !== null && `owns the table ${role.owned}`,
  ].filter((reason) => reason !== false);
  if (may.length > 0) {
    throw new UnsafeRole(
      `The role ${role.name} ${may.join(' and ')}, so that societies would not be kept apart. ` +
        'Let DATABASE_URL sign in as laurel_app, and keep the owner for DATABASE_MIGRATION_URL.',
    );
  }
}

/** The application must not run as this role. */
export class UnsafeRole extends Error {
  override name = 'UnsafeRole';
}

/**
 * Refuses to serve on a database that lacks a table of this version.
 *
 * @throws SchemaBehind with what to do
 */
export async function refuseMissingTables(dataSource: DataSource): Promise<void> {
  const tables = dataSource.entityMetadatas.map(({ tablePath }) => tablePath);
  const missing = await dataSource.query<{ name: string }[]>(
    `select name from unnest($1::text[]) as name where to_regclass(name) is null`,
    [[...tables, 'pgboss.version']],
  );
  const [first] = missing;
  if (first !== undefined) {
    throw new SchemaBehind(
      `The database has no table ${first.name}. Bring it to this version with: npm run laurel -- migrate`,
    );
  }
}

/**
 * Refuses to serve on a database that lacks a column of this version.
 *
 * @throws SchemaBehind with what to do
 */
export async function refuseMissingColumns(dataSource: DataSource): Promise<void> {
  const columns = dataSource.entityMetadatas.flatMap(({ tablePath, columns: own }) =>
    own.map(({ databaseName }) => ({ table: tablePath, column: databaseName })),
  );
  const missing = await dataSource.query<{ name: string }[]>(
    `select c.table || '.' || c.column as name from jsonb_to_recordset($1::jsonb) as c ("table" text, "column" text)
     where not exists (
       select from pg_attribute a
       where a.attrelid = to_regclass(c.table) and a.attname = c.column and not a.attisdropped)
     limit 1`,
    [JSON.stringify(columns)],
  );
  const [first] = missing;
  if (first !== undefined) {
    throw new SchemaBehind(
      `The database has no column ${first.name}. Bring it to this version with: npm run laurel -- migrate`,
    );
  }
}

/** The database was made for an older version, or for none. */
export class SchemaBehind extends Error {
  override name = 'SchemaBehind';
}
