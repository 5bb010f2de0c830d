import { readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { type TestApp, startTestApp } from './testing-app.js';

let app: TestApp;
const PASSWORD = 'backup-password';
const role = `laurel_backup_${String(process.pid)}`;

/** What docker/create-roles.sh does for the backup, on this database and under a name of this test's own. */
const statements = (): string => {
  const [, sql = ''] = /LAUREL_BACKUP_PASSWORD" <<'SQL'\n([^]*?)SQL\n/.exec(
    readFileSync('docker/create-roles.sh', 'utf8'),
  ) ?? [''];
  return sql
    .replaceAll('laurel_backup', role)
    .replaceAll('database laurel', `database "${new URL(app.database.adminUrl).pathname.slice(1)}"`)
    .replaceAll(`:'backup_password'`, `'${PASSWORD}'`);
};
/** The rows of the last of the statements, run one after the other. */
const as = async (name: string, password: string, ...statementsInTurn: string[]): Promise<unknown[]> => {
  const url = new URL(app.database.adminUrl);
  url.username = name;
  url.password = password;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  try {
    let rows: unknown[] = [];
    for (const sql of statementsInTurn) ({ rows } = await client.query(sql));
    return rows;
  } finally {
    await client.end();
  }
};

beforeAll(async () => {
  app = await startTestApp();
  await app.createTenant('alpha');
  await app.createTenant('beta');
  expect(statements()).toContain('bypassrls');
  await app.inspect(statements());
}, 60_000);
afterAll(async () => {
  await app.inspect(`drop owned by ${role}; drop role ${role}`);
  await app.stop();
});

describe('the role for backups', () => {
  it('reads every row of every table, the queue’s too, as pg_dump asks for them', async () => {
    const tables = await app.inspect<{ name: string }>(
      `select format('%I.%I', schemaname, tablename) as name from pg_tables where schemaname in ('public', 'pgboss')`,
    );
    expect(tables.length).toBeGreaterThan(40);
    for (const { name } of tables) {
      const count = `select count(*)::int as count from ${name}`;
      // pg_dump says so too: rather fail than leave rows out.
      const dumped = await as(role, PASSWORD, 'set row_security = off', count);
      expect({ name, dumped }).toEqual({ name, dumped: await app.inspect(count) });
    }
  }, 60_000);

  it('writes nothing', async () => {
    for (const sql of [
      `update tenants set name = 'x'`,
      'delete from learners',
      'create table public.mine (id int)',
      `insert into accounts (id, email, display_name) values (gen_random_uuid(), 'a', 'b')`,
    ]) {
      await expect(as(role, PASSWORD, sql)).rejects.toMatchObject({ code: '42501' });
    }
  });

  it('is needed: neither the application nor the owner of the tables reads without a society', async () => {
    for (const url of [app.database.appUrl, app.database.ownerUrl]) {
      const { username, password } = new URL(url);
      await expect(as(username, password, 'select * from learners')).rejects.toThrow(/app.tenant_id/);
      await expect(
        as(username, password, 'set row_security = off', 'select * from learners'),
      ).rejects.toThrow(/row-level security/);
    }
  });
});
