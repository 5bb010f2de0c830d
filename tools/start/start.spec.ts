import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { anyFreePort } from './listening-port.js';
import { ProjectSandbox, eventually, gone } from '../testing/project-sandbox.js';

const READY = /Laurel is ready at/;
const TIMEOUT = 120_000;

describe('npm start', () => {
  let sandbox: ProjectSandbox;
  let port: number;
  let url: string;

  beforeEach(async () => {
    sandbox = new ProjectSandbox();
    port = await anyFreePort();
    url = `http://127.0.0.1:${port}/`;
  });

  afterEach(() => sandbox.remove(), TIMEOUT);

  it(
    'brings everything up, says where, and a SIGTERM takes everything down',
    async () => {
      const start = sandbox.start(port);
      const output = await start.prints(/Ctrl-C stops everything/);
      expect(output).toContain(`Laurel is ready at http://localhost:${port}`);
      expect(output).toContain(`rhythm is at http://rhythm.localhost:${port}`);
      expect(await eventually(url, 'well')).toBe('well');

      const parts = [sandbox.supervisor(), sandbox.api(), sandbox.postgres()];
      start.process.kill('SIGTERM');
      expect(await start.exit()).toBe(0);
      expect(await Promise.all(parts.map(gone))).toEqual([true, true, true]);
      expect(start.output()).toContain('Laurel has stopped.');
    },
    TIMEOUT,
  );

  it(
    'keeps the demo’s identity provider running beside it, and takes it down too',
    async () => {
      const start = sandbox.start(port);
      await start.prints(/Ctrl-C stops everything/);
      const identity = `http://127.0.0.1:${port + 1}/`;
      const first = Number(await (await fetch(`${identity}pid`)).text());
      process.kill(first, 'SIGKILL');
      expect(await gone(first)).toBe(true);
      expect(await eventually(identity, 'here')).toBe('here');
      start.process.kill('SIGTERM');
      expect(await start.exit()).toBe(0);
      await expect(fetch(identity)).rejects.toThrow('fetch failed');
    },
    TIMEOUT,
  );

  it(
    'does nothing twice on the second start',
    async () => {
      const first = sandbox.start(port);
      await first.prints(READY);
      first.process.kill('SIGINT');
      await first.exit();

      // How long it takes on the real tree is measured in apps/e2e/src/start.journey.spec.ts.
      const second = sandbox.start(port);
      const output = await second.prints(/Ctrl-C stops everything/);
      for (const part of ['API, libraries and plugins', 'Tables', 'Demo tenants']) {
        expect(output).toContain(`✓ ${part}: unchanged`);
      }
      expect(output).toContain('rhythm is at');
    },
    TIMEOUT,
  );

  it(
    'recovers after everything of ours was killed: takes over the database that still runs',
    async () => {
      const first = sandbox.start(port);
      await first.prints(READY);
      const orphan = sandbox.postgres();
      process.kill(sandbox.supervisor(), 'SIGKILL');
      process.kill(sandbox.api(), 'SIGKILL');
      first.process.kill('SIGKILL');
      await first.exit();

      const second = sandbox.start(port);
      const output = await second.prints(READY);
      expect(output).toMatch(/Database: was still running/);
      expect(sandbox.postgres()).toBe(orphan);
      second.process.kill('SIGTERM');
      await second.exit();
      expect(await gone(orphan)).toBe(true);
    },
    TIMEOUT,
  );

  it(
    'ends the API and frees the port when only the supervisor was killed',
    async () => {
      const first = sandbox.start(port);
      await first.prints(READY);
      const api = sandbox.api();
      process.kill(sandbox.supervisor(), 'SIGKILL');
      expect(await first.exit()).not.toBe(0);
      const second = sandbox.start(port);
      await second.prints(READY);
      expect(await gone(api)).toBe(true);
      expect(await eventually(url, 'well')).toBe('well');
    },
    TIMEOUT,
  );

  it(
    'ends everything when the first process, which the person started, is killed',
    async () => {
      const start = sandbox.start(port);
      await start.prints(READY);
      const parts = [sandbox.supervisor(), sandbox.api(), sandbox.postgres()];
      start.process.kill('SIGKILL');
      expect(await Promise.all(parts.map(gone))).toEqual([true, true, true]);
    },
    TIMEOUT,
  );

  it(
    'starts a killed API and a killed database again',
    async () => {
      const start = sandbox.start(port);
      await start.prints(READY);
      process.kill(sandbox.api(), 'SIGKILL');
      await start.prints(/The API ended unexpectedly/);
      await start.prints(/The API is ready again/);
      expect(await eventually(url, 'well')).toBe('well');

      process.kill(sandbox.postgres(), 'SIGKILL');
      await start.prints(/PostgreSQL runs again/);
      expect(await eventually(url, 'well')).toBe('well');

      start.process.kill('SIGTERM');
      expect(await start.exit()).toBe(0);
      expect(existsSync(path.join(sandbox.home, 'postgres/data/postmaster.pid'))).toBe(false);
    },
    TIMEOUT,
  );

  it(
    'says in a sentence that the port is taken, by whom, and what to do',
    async () => {
      const other = createServer();
      await new Promise<void>((resolve) => other.listen(port, resolve));
      try {
        const start = sandbox.start(port);
        expect(await start.exit()).toBe(1);
        expect(start.output()).toContain(`Port ${port} is in use by`);
        expect(start.output()).toContain(`(process ${process.pid})`);
        expect(start.output()).toContain(`PORT=${port + 1} npm start`);
        expect(start.output()).not.toMatch(/\bat .*\.js:\d+/);
      } finally {
        other.close();
      }
    },
    TIMEOUT,
  );

  it(
    'says in a sentence that Laurel already runs on these data',
    async () => {
      const first = sandbox.start(port);
      await first.prints(READY);
      const second = sandbox.start(await anyFreePort());
      expect(await second.exit()).toBe(1);
      expect(second.output()).toContain(
        `Laurel already runs on ${sandbox.home} (process ${sandbox.supervisor()})`,
      );
      expect(second.output()).toContain(`is ready at http://localhost:${port}`);
      expect(await eventually(url, 'well')).toBe('well');
    },
    TIMEOUT,
  );

  it(
    'shows the last words of an API that does not start, and leaves nothing running',
    async () => {
      sandbox.write('apps/api/src/main.ts', `console.error('SMTP_URL is not a URL'); process.exit(3);`);
      const start = sandbox.start(port);
      expect(await start.exit()).toBe(1);
      expect(start.output()).toContain('SMTP_URL is not a URL');
      expect(existsSync(path.join(sandbox.home, 'postgres/data/postmaster.pid'))).toBe(false);
    },
    TIMEOUT,
  );

  it(
    'stops in the middle of loading the demo, and loads it the next time',
    async () => {
      const fast = readFileSync(path.join(sandbox.folder, 'tools/demo/main.ts'), 'utf8');
      sandbox.write('tools/demo/main.ts', 'await new Promise((resolve) => setTimeout(resolve, 60_000));');
      const first = sandbox.start(port);
      await first.prints(/✓ Tables/);
      first.process.kill('SIGINT');
      expect(await first.exit()).toBe(0);
      expect(existsSync(path.join(sandbox.home, 'postgres/data/postmaster.pid'))).toBe(false);

      sandbox.write('tools/demo/main.ts', fast);
      const second = sandbox.start(port);
      expect(await second.prints(READY)).toContain('✓ Demo tenants: loaded');
    },
    TIMEOUT,
  );

  it(
    'refuses a source that does not compile, naming it',
    async () => {
      sandbox.write('plugins/broken/src/index.ts', 'export const = 1;');
      const start = sandbox.start(port);
      expect(await start.exit()).toBe(1);
      expect(start.output()).toContain('plugins/broken/src/index.ts does not compile');
    },
    TIMEOUT,
  );

  it.each([
    [{ PORT: '80x' }, /PORT is "80x", but a port is a whole number/],
    [{ DATABASE_URL: 'postgresql://a/b' }, /DATABASE_URL and DATABASE_MIGRATION_URL belong together/],
    [{ LAUREL_HOME: 'package.json' }, /package\.json is not a folder/],
  ])(
    'refuses the environment %j in a sentence',
    async (environment, sentence) => {
      const start = sandbox.start(port, environment);
      expect(await start.exit()).toBe(1);
      expect(start.output()).toMatch(sentence);
      expect(start.output()).not.toMatch(/\bat .*\.js:\d+/);
    },
    TIMEOUT,
  );

  it(
    'lets the operator’s command line come and go beside it, and brings it a database without it',
    async () => {
      const alone = sandbox.run(['tools/laurel.mjs', 'count']);
      expect(await alone.exit()).toBe(0);
      expect(alone.output()).toContain('count 0');
      expect(existsSync(path.join(sandbox.home, 'postgres/data/postmaster.pid'))).toBe(false);

      const start = sandbox.start(port);
      await start.prints(READY);
      const server = sandbox.postgres();
      const beside = sandbox.run(['tools/laurel.mjs', 'count']);
      expect(await beside.exit()).toBe(0);
      expect(sandbox.postgres()).toBe(server);
      expect(await eventually(url, 'well')).toBe('well');
    },
    TIMEOUT,
  );
});
