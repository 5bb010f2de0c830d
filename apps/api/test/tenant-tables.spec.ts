import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestDatabase, createTestDatabase } from '../../../tools/testing/database.js';
import { createDataSource } from '../src/database/data-source.js';

/** What PostgreSQL itself says about every table that belongs to tenants; no list of ours. */
const TENANT_TABLES = `
  select c.oid, c.relname as name, c.relrowsecurity as is_enabled, c.relforcerowsecurity as is_forced,
    pg_get_userbyid(c.relowner) as owner
  from pg_class c
  join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
  join pg_attribute a on a.attrelid = c.oid and a.attname = 'tenant_id' and not a.attisdropped
  where c.relkind in ('r', 'p')
  order by c.relname`;

interface TenantTable {
  oid: number;
  name: string;
  is_enabled: boolean;
  is_forced: boolean;
  owner: string;
}

let database: TestDatabase;
let admin: pg.Client;
let app: pg.Client;
let tables: TenantTable[];

beforeAll(async () => {
  database = await createTestDatabase();
  admin = new pg.Client({ connectionString: database.adminUrl });
  app = new pg.Client({ connectionString: database.appUrl });
  await Promise.all([admin.connect(), app.connect()]);
  tables = (await admin.query<TenantTable>(TENANT_TABLES)).rows;
}, 60_000);
afterAll(async () => {
  await Promise.all([admin.end(), app.end()]);
  await database.drop();
});

describe('the tables without a tenant', () => {
  it('are those that docs/architecture.md names', async () => {
    const { rows } = await admin.query<{ name: string }>(
      `select c.relname as name from pg_class c
       where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and c.oid <> all($1::oid[])
       order by c.relname`,
      [tables.map(({ oid }) => oid)],
    );
    const page = await readFile(path.resolve(import.meta.dirname, '../../../docs/architecture.md'), 'utf8');
    const sentence = /Tables without a tenant are ([^;]*);/.exec(page)?.[1] ?? '';
    const named = [...sentence.matchAll(/`([a-z_]+)`/g)].map(([, name]) => name);
    expect(rows.map(({ name }) => name)).toEqual([...named, 'schema_migrations'].sort());
  });
});

describe('every table with a tenant_id', () => {
  it('is found', () => {
    expect(tables.length).toBeGreaterThanOrEqual(25);
  });

  it('has row-level security, forced', () => {
    expect(tables.filter((table) => !table.is_enabled || !table.is_forced).map(({ name }) => name)).toEqual(
      [],
    );
  });

  it('has exactly the one policy, and it is the same everywhere', async () => {
    const { rows } = await admin.query<Record<string, unknown>>(
      `select tablename, policyname, permissive, roles::text, cmd, qual, with_check from pg_policies
       where schemaname = 'public' order by tablename`,
    );
    expect(rows.map(({ tablename }) => tablename)).toEqual(tables.map(({ name }) => name));
    const shapes = new Set(rows.map(({ tablename: _, ...shape }) => JSON.stringify(shape)));
    expect([...shapes].map((shape) => JSON.parse(shape))).toEqual([
      {
        policyname: 'tenant_isolation',
        permissive: 'PERMISSIVE',
        roles: '{public}',
        cmd: 'ALL',
        qual: "((tenant_id = (current_setting('app.tenant_id'::text))::uuid) AND ((current_setting('app.tenant_id'::text))::uuid IS NOT NULL))",
        with_check: "(tenant_id = (current_setting('app.tenant_id'::text))::uuid)",
      },
    ]);
  });

  it('has tenant_id as a uuid that is never null', async () => {
    const { rows } = await admin.query(
      `select table_name, data_type, is_nullable from information_schema.columns
       where table_schema = 'public' and column_name = 'tenant_id' and (data_type <> 'uuid' or is_nullable <> 'NO')`,
    );
    expect(rows).toEqual([]);
  });

  it('begins its primary key, every unique constraint and every index with tenant_id', async () => {
    const { rows } = await admin.query<{
      table: string;
      index: string;
      first: string | null;
      is_primary: boolean;
    }>(
      `select t.relname as "table", i.relname as "index", a.attname as first, x.indisprimary as is_primary
       from pg_index x
       join pg_class t on t.oid = x.indrelid
       join pg_class i on i.oid = x.indexrelid
       left join pg_attribute a on a.attrelid = t.oid and a.attnum = x.indkey[0]
       where t.oid = any($1::oid[])`,
      [tables.map(({ oid }) => oid)],
    );
    expect(rows.filter(({ first }) => first !== 'tenant_id')).toEqual([]);
    const withPrimaryKey = new Set(rows.filter((row) => row.is_primary).map((row) => row.table));
    expect(tables.filter(({ name }) => !withPrimaryKey.has(name))).toEqual([]);
  });

  it('begins every foreign key with tenant_id, and points into the same tenant', async () => {
    const { rows } = await admin.query<{ name: string; first: string; target: string; target_first: string }>(
      `select k.conname as name, a.attname as first, f.relname as target, b.attname as target_first
       from pg_constraint k
       join pg_class f on f.oid = k.confrelid
       join pg_attribute a on a.attrelid = k.conrelid and a.attnum = k.conkey[1]
       join pg_attribute b on b.attrelid = k.confrelid and b.attnum = k.confkey[1]
       where k.contype = 'f' and k.conrelid = any($1::oid[])`,
      [tables.map(({ oid }) => oid)],
    );
    expect(rows.length).toBeGreaterThan(tables.length);
    expect(rows.filter(({ first }) => first !== 'tenant_id')).toEqual([]);
    const elsewhere = rows.filter(({ target, target_first }) =>
      target === 'tenants' ? target_first !== 'id' : target_first !== 'tenant_id',
    );
    expect(elsewhere).toEqual([]);
  });

  it('has for every foreign key an index that leads with its columns, whatever its rows', async () => {
    const { rows } = await admin.query<{ name: string; table: string; columns: string }>(
      `select k.conname as name, k.conrelid::regclass::text as "table",
         (select string_agg(a.attname, ', ' order by c.place)
          from unnest(k.conkey) with ordinality c (number, place)
          join pg_attribute a on a.attrelid = k.conrelid and a.attnum = c.number) as columns
       from pg_constraint k
       where k.contype = 'f' and k.conrelid = any($1::oid[]) and not exists (
         select from pg_index x
         where x.indrelid = k.conrelid and x.indisvalid and x.indpred is null
           and (string_to_array(x.indkey::text, ' ')::int2[])[1:cardinality(k.conkey)] = k.conkey)
       order by name`,
      [tables.map(({ oid }) => oid)],
    );
    // One that is left out says here why.
    expect(rows).toEqual([]);
  });

  it('answers no statement of any kind without a tenant, empty as it is', async () => {
    const answered: string[] = [];
    for (const { name } of tables) {
      const { rows: columns } = await admin.query<{ column_name: string }>(
        `select column_name from information_schema.columns where table_schema = 'public' and table_name = $1
         order by column_name = 'tenant_id' limit 1`,
        [name],
      );
      const column = pg.escapeIdentifier(columns[0]?.column_name ?? 'tenant_id');
      const statements = [
        `select * from ${name}`,
        `select count(*) from ${name}`,
        `select 1 from ${name} where tenant_id = gen_random_uuid()`,
        `insert into ${name} (tenant_id) values (gen_random_uuid())`,
        `insert into ${name} select * from ${name}`,
        `update ${name} set ${column} = ${column}`,
        `delete from ${name}`,
        `copy ${name} to stdout`,
        `truncate ${name}`,
        `lock table ${name} in access exclusive mode`,
      ];
      for (const statement of statements) {
        const refusal = await app.query(statement).then(
          () => undefined,
          (error: unknown) => error,
        );
        const code: unknown = refusal instanceof Error ? Reflect.get(refusal, 'code') : undefined;
        // 42704: no such setting. 42501: the role may not, or the policy refuses. 22P02: the setting is empty.
        const isTenantOrRight =
          code === '42704' || code === '42501' || code === '22P02' || code === '25P01' || code === '0A000';
        if (!isTenantOrRight) answered.push(`${statement} → ${String(code)}`);
      }
    }
    expect(answered).toEqual([]);
  }, 60_000);

  it('refuses MERGE without a tenant as soon as there is a row to touch', async () => {
    const tenantId = '00000000-0000-4000-8000-000000000001';
    await admin.query(`insert into tenants (id, slug, name) values ($1, 'merge', 'Merge')`, [tenantId]);
    await admin.query(`insert into certificate_counters (tenant_id, series, last) values ($1, 'A', 1)`, [
      tenantId,
    ]);
    const merges = [
      `merge into certificate_counters t using (select 1) s on true when matched then delete`,
      `merge into certificate_counters t using (select 1) s on false when not matched then
         insert (tenant_id, series, last) values ('${tenantId}', 'B', 1)`,
    ];
    for (const merge of merges) await expect(app.query(merge)).rejects.toMatchObject({ code: '42704' });
    const { rows } = await admin.query('select series from certificate_counters');
    expect(rows).toEqual([{ series: 'A' }]);
  });

  it('cannot be escaped by switching row-level security off or by an empty tenant', async () => {
    const codes = [];
    for (const statement of [
      'set row_security = off; select * from learners',
      `set app.tenant_id = ''; select * from learners`,
      `set role laurel_owner`,
      'alter table learners no force row level security',
      'drop policy tenant_isolation on learners',
      'create policy all_of_it on learners using (true)',
    ]) {
      const outcome = await app.query(statement).then(
        () => 'done',
        (error: unknown) => (error instanceof Error ? Reflect.get(error, 'code') : 'unknown'),
      );
      codes.push(outcome);
      await app.query('reset all').catch(() => undefined);
    }
    expect(codes).toEqual(['42501', '22P02', '42501', '42501', '42501', '42501']);
  });
});

describe('the application’s role', () => {
  it('is no superuser, bypasses nothing, and owns nothing at all', async () => {
    const { rows } = await admin.query<Record<string, unknown>>(
      `select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication,
         (select count(*)::int from pg_class where relowner = r.oid) as relations,
         (select count(*)::int from pg_proc where proowner = r.oid) as functions,
         (select count(*)::int from pg_namespace where nspowner = r.oid) as schemas,
         (select count(*)::int from pg_database where datdba = r.oid) as databases,
         (select count(*)::int from pg_auth_members where member = r.oid) as memberships
       from pg_roles r where rolname = 'laurel_app'`,
    );
    expect(rows).toEqual([
      {
        rolsuper: false,
        rolbypassrls: false,
        rolcreaterole: false,
        rolcreatedb: false,
        rolreplication: false,
        relations: 0,
        functions: 0,
        schemas: 0,
        databases: 0,
        memberships: 0,
      },
    ]);
  });

  it('cannot create tables', async () => {
    await expect(app.query('create table public.mine (id int)')).rejects.toMatchObject({ code: '42501' });
    await expect(app.query('create schema mine')).rejects.toMatchObject({ code: '42501' });
  });
});

describe('entities and migrations', () => {
  it('agree', async () => {
    const source = createDataSource({ url: database.ownerUrl, poolSize: 1, applicationName: 'agree' });
    await source.initialize();
    try {
      const { upQueries } = await source.driver.createSchemaBuilder().log();
      expect(upQueries.map(({ query }) => query)).toEqual([]);
    } finally {
      await source.destroy();
    }
  }, 30_000);

  it('can be taken back and applied again', async () => {
    const source = createDataSource({ url: database.ownerUrl, poolSize: 1, applicationName: 'again' });
    await source.initialize();
    try {
      const count = source.migrations.length;
      for (let index = 0; index < count; index++) await source.undoLastMigration();
      expect((await admin.query(TENANT_TABLES)).rows).toEqual([]);
      expect(await source.runMigrations()).toHaveLength(count);
      const again = (await admin.query<TenantTable>(TENANT_TABLES)).rows;
      expect(again.map(({ name }) => name)).toEqual(tables.map(({ name }) => name));
    } finally {
      await source.destroy();
    }
  }, 30_000);
});
