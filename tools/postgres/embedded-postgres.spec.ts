import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { makeTemporaryFolder } from '../process/temporary-folder.mjs';
import { startEmbeddedPostgres } from './embedded-postgres.js';
import { stopServer } from './server-process.js';

const TIMEOUT = 120_000;

async function ask(url: string, sql: string): Promise<unknown[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql);
    return rows;
  } finally {
    await client.end();
  }
}

describe('the embedded PostgreSQL', () => {
  let home: string;
  const start = () => startEmbeddedPostgres({ home, durable: false });
  const inHome = (...parts: string[]): string => path.join(home, 'postgres', ...parts);

  beforeEach(() => {
    home = makeTemporaryFolder('laurel-pg-', 200);
  });

  afterEach(() => rmSync(home, { recursive: true, force: true }));

  it(
    'gives the app a role that owns nothing and bypasses nothing',
    async () => {
      const server = await start();
      try {
        expect(
          await ask(server.appUrl, 'select current_user as role, current_database() as database'),
        ).toEqual([{ role: 'laurel_app', database: 'laurel' }]);
        expect(
          await ask(
            server.adminUrl,
            `select rolname, rolsuper, rolbypassrls, rolcreatedb, rolcreaterole
               from pg_roles where rolname in ('laurel_app', 'laurel_owner') order by 1`,
          ),
        ).toEqual(
          ['laurel_app', 'laurel_owner'].map((rolname) => ({
            rolname,
            rolsuper: false,
            rolbypassrls: false,
            rolcreatedb: false,
            rolcreaterole: false,
          })),
        );
        await expect(ask(server.appUrl, 'create table mine (n int)')).rejects.toThrow(/permission denied/);
        await ask(server.ownerUrl, 'create table theirs (n int)');
        await expect(ask(server.appUrl, 'select * from theirs')).rejects.toThrow(/permission denied/);
      } finally {
        await server.stop();
      }
    },
    TIMEOUT,
  );

  it(
    'listens on this machine only, and keeps the passwords to this user',
    async () => {
      const server = await start();
      try {
        expect(await ask(server.adminUrl, 'show listen_addresses')).toEqual([
          { listen_addresses: '127.0.0.1' },
        ]);
        expect(await ask(server.adminUrl, 'show unix_socket_directories')).toEqual([
          { unix_socket_directories: '' },
        ]);
        expect(statSync(inHome('server.json')).mode & 0o777).toBe(0o600);
        await expect(ask(server.appUrl.replace(/:[^:@]+@/, ':guess@'), 'select 1')).rejects.toThrow(
          /password/,
        );
      } finally {
        await server.stop();
      }
    },
    TIMEOUT,
  );

  it(
    'keeps data, port and passwords over a restart',
    async () => {
      const first = await start();
      await ask(first.ownerUrl, 'create table kept as select 7 as n');
      await first.stop();
      const second = await start();
      expect(second.ownerUrl).toBe(first.ownerUrl);
      expect(second.isAdopted).toBe(false);
      expect(await ask(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
      await second.stop();
    },
    TIMEOUT,
  );

  it(
    'is shared by its users, and stops with the last of them',
    async () => {
      const first = await start();
      const second = await start();
      expect(second).toMatchObject({ pid: first.pid, isAdopted: true });
      await first.stop();
      expect(second.isRunning()).toBe(true);
      await second.stop();
      expect(second.isRunning()).toBe(false);
    },
    TIMEOUT,
  );

  it(
    'starts again after a kill, with what was committed',
    async () => {
      const first = await startEmbeddedPostgres({ home });
      await ask(first.ownerUrl, 'create table kept as select 7 as n');
      process.kill(first.pid, 'SIGKILL');
      await first.stop();
      const second = await startEmbeddedPostgres({ home });
      expect(await ask(second.ownerUrl, 'select n from kept')).toEqual([{ n: 7 }]);
      await second.stop();
    },
    TIMEOUT,
  );

  it(
    'is not misled by a left-over pid file that names a living stranger',
    async () => {
      await (await start()).stop();
      const stranger = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'], { stdio: 'ignore' });
      const data = inHome('data');
      writeFileSync(
        path.join(data, 'postmaster.pid'),
        `${stranger.pid ?? 0}\n${data}\n1\n5432\n\n127.0.0.1\n`,
      );
      const server = await start();
      expect(server.pid).not.toBe(stranger.pid);
      expect(stranger.exitCode).toBeNull();
      await server.stop();
      stranger.kill();
    },
    TIMEOUT,
  );

  it(
    'takes another port when its own is taken',
    async () => {
      const first = await start();
      await first.stop();
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(first.port, '127.0.0.1', resolve));
      const second = await start();
      expect(second.port).not.toBe(first.port);
      await second.stop();
      other.close();
    },
    TIMEOUT,
  );

  it(
    'replaces an unfinished data folder without deleting what was in it',
    async () => {
      mkdirSync(inHome('data', 'base'), { recursive: true });
      mkdirSync(inHome('data.partial-1'));
      const server = await start();
      expect(await ask(server.appUrl, 'select 1 as n')).toEqual([{ n: 1 }]);
      await server.stop();
      const names = readdirSync(inHome());
      expect(names.filter((name) => name.includes('partial'))).toEqual([]);
      expect(names.filter((name) => name.startsWith('data.incomplete-'))).toHaveLength(1);
    },
    TIMEOUT,
  );

  it(
    'refuses data of another version, and data whose passwords are lost, in a sentence',
    async () => {
      await (await start()).stop();
      const versionFile = inHome('data', 'PG_VERSION');
      const version = readFileSync(versionFile, 'utf8');
      writeFileSync(versionFile, '9\n');
      await expect(start()).rejects.toThrow(/was written by PostgreSQL 9, and this Laurel brings/);
      writeFileSync(versionFile, version);
      rmSync(inHome('server.json'));
      await expect(start()).rejects.toThrow(/which holds the passwords .* is missing. Put it back/);
    },
    TIMEOUT,
  );

  it(
    'stops even a server whose clients do not let go',
    async () => {
      const server = await start();
      const client = new pg.Client({ connectionString: server.appUrl });
      client.on('error', () => undefined);
      await client.connect();
      const sleeping = client.query('select pg_sleep(60)').catch((error: unknown) => String(error));
      await stopServer(server.pid);
      expect(server.isRunning()).toBe(false);
      expect(await sleeping).toMatch(/terminat/);
      await server.stop();
      expect(existsSync(inHome('data', 'postmaster.pid'))).toBe(false);
    },
    TIMEOUT,
  );
});
