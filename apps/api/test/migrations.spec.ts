import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DataSource } from 'typeorm';
import { type TestDatabase, createTestDatabase } from '../../../tools/testing/database.js';
import { createDataSource } from '../src/database/data-source.js';
import { startTestApp } from './testing-app.js';
import { Learner, arrange } from './testing-claims.js';

let database: TestDatabase;
let owner: DataSource;
/** As the superuser, who sees the rows of every tenant. */
let admin: DataSource;

beforeAll(async () => {
  database = await createTestDatabase();
  const app = await startTestApp({ database });
  const alpha = await app.createTenant('alpha');
  await arrange(app, alpha);
  const learner = await Learner.signIn(app, alpha);
  await learner.submit('before-migrations', [0]);
  await learner.issue('cme');
  await app.stop();
  const connect = (url: string) =>
    createDataSource({ url, poolSize: 1, applicationName: 'migrations-test' }).initialize();
  [owner, admin] = await Promise.all([connect(database.ownerUrl), connect(database.adminUrl)]);
}, 90_000);
afterAll(async () => {
  await Promise.all([owner.destroy(), admin.destroy()]);
  await database.drop();
});

const newest = async (): Promise<string> => {
  const [row] = await admin.query<{ name: string }[]>(
    'select name from schema_migrations order by id desc limit 1',
  );
  return row?.name ?? '';
};
const undoUntil = async (name: string): Promise<void> => {
  while (!(await newest()).startsWith(name)) await owner.undoLastMigration();
};

describe('migrations', () => {
  it('are not undone where a certificate was issued again, and change nothing then', async () => {
    await undoUntil('AddCertificateEditions');
    await admin.query('update certificates set edition = 2');
    const columns = () =>
      admin.query(
        `select table_name, column_name from information_schema.columns where table_schema = 'public' order by 1, 2`,
      );
    const isForced = () =>
      admin.query(`select relforcerowsecurity from pg_class where relname = 'certificates'`);
    const before = await columns();
    await expect(owner.undoLastMigration()).rejects.toThrow('1 certificates were issued again');
    expect(await newest()).toMatch(/^AddCertificateEditions/);
    expect(await columns()).toEqual(before);
    expect(await isForced()).toEqual([{ relforcerowsecurity: true }]);
    await admin.query('update certificates set edition = 1');
  }, 60_000);

  it('leave what the version before prints of AMA credit', async () => {
    await undoUntil('AddCreditTypeStatements');
    await owner.undoLastMigration();
    const statements = 'select statements from tenant_profiles';
    await admin.query(
      `update tenant_profiles set statements = statements || '{"designation":"As designated."}'`,
    );
    const before = await admin.query<unknown[]>(statements);
    expect(before).toMatchObject([{ statements: { designation: 'As designated.' } }]);
    await owner.runMigrations();
    expect(await admin.query(statements)).toEqual(before);
    const types = await admin.query<unknown[]>('select statements from credit_types where is_italic');
    expect(types).toMatchObject([{ statements: { credit: 'As designated.' } }]);
  }, 60_000);
});
