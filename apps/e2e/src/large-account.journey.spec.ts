import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import type { Browser, Page, Request } from 'playwright-core';
import { createBenchSociety } from '../../../tools/bench/bench-society.js';
import {
  addAccount,
  CLAIMED,
  CLAIMS,
  COMPLETIONS,
  earningSociety,
} from '../../../tools/bench/earnings-society.js';
import { anyFreePort } from '../../../tools/start/listening-port.js';
import { launchBrowser } from '../../../tools/testing/chromium.js';
import { createTestDatabase, type TestDatabase } from '../../../tools/testing/database.js';
import { Visit } from './visit.js';

/** What a page may hold and a request may bring, however large the account. */
const MOST_NODES = 2_500;
const MOST_BYTES = 100_000;
const WAITING = COMPLETIONS - CLAIMED;

const root = path.resolve(import.meta.dirname, '..', '..', '..');

let home: string;
let database: TestDatabase;
let api: ChildProcess;
let browser: Browser;
let visit: Visit;
/** What requests of the API brought, as it came over the line. */
const brought: { path: string; bytes: number }[] = [];

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'laurel-large-'));
  database = await createTestDatabase();
  const { appUrl, ownerUrl } = database;
  const place = { appUrl, ownerUrl, home, pid: process.pid };
  const society = await createBenchSociety(place, addAccount, earningSociety);
  const port = await anyFreePort();
  api = spawn(process.execPath, ['dist/apps/api/src/main.js'], {
    cwd: root,
    env: {
      ...process.env,
      PORT: String(port),
      LAUREL_HOME: home,
      DATABASE_URL: appUrl,
      LAUREL_WORKER: 'separate',
    },
    stdio: 'ignore',
  });
  await isReady(port);
  browser = await launchBrowser();
  visit = await Visit.begin(browser, 'large-account', 'phone');
  visit.page.on('requestfinished', (request) => void note(request));
  await visit.page.goto(`http://${society.tenant.slug}.localhost:${String(port)}`);
  await visit.page.getByLabel('Badge').fill('B1');
  await visit.page.getByLabel('Last Name').fill('Okafor');
  await visit.page.getByRole('button', { name: 'Sign in', exact: true }).click();
}, 240_000);
afterAll(async () => {
  await visit.end();
  await browser.close();
  const ended = once(api, 'exit');
  api.kill('SIGTERM');
  await ended;
  await database.drop();
  rmSync(home, { recursive: true, force: true });
}, 60_000);

const isReady = async (port: number): Promise<void> => {
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${String(port)}/health/ready`).catch(() => undefined);
    if (answer?.ok === true) return;
    if (api.exitCode !== null) throw new Error('The API does not start');
    await sleep(100);
  }
};

const note = async (request: Request): Promise<void> => {
  const { pathname } = new URL(request.url());
  if (!pathname.startsWith('/api/')) return;
  const { responseBodySize } = await request.sizes();
  brought.push({ path: `${request.method()} ${pathname}`, bytes: responseBodySize });
};

const nodes = (page: Page): Promise<number> => page.evaluate<number>('document.querySelectorAll("*").length');

const expectBounds = async (page: Page): Promise<void> => {
  await page.waitForLoadState('networkidle');
  expect(await nodes(page)).toBeLessThan(MOST_NODES);
  expect(brought.filter(({ bytes }) => bytes > MOST_BYTES)).toEqual([]);
  brought.length = 0;
};

describe(`An account of ${String(COMPLETIONS)} completions and ${String(CLAIMS)} claims, on a phone`, () => {
  it('opens what can be claimed, by course', async () => {
    const { page } = visit;
    await page.getByRole('button', { name: /^Claim \d+\.\d\d/ }).waitFor();
    await expectBounds(page);
    await visit.look('claim');
    await page
      .getByRole('button', { name: /^Course 1\b/ })
      .first()
      .click();
    await page.getByRole('list', { name: 'Topics of Course 1', exact: true }).waitFor();
    await expectBounds(page);
    await visit.look('a course');
  }, 120_000);

  it('selects all of it, exactly', async () => {
    const { page } = visit;
    await page.getByRole('checkbox', { name: /^Select all/ }).check();
    await page.getByRole('button', { name: `Claim ${(WAITING / 4).toFixed(2)}` }).waitFor();
    await page.getByText('Saved', { exact: true }).first().waitFor();
    // Nothing is loaded anew by it, and what was open stays so.
    await page.waitForLoadState('networkidle');
    expect(brought.map(({ path: asked }) => asked.split('/').at(-1))).toEqual(['selection']);
    await page.getByRole('list', { name: 'Topics of Course 1', exact: true }).waitFor();
    await expectBounds(page);
    await visit.look('all selected');
    const admin = new pg.Client({ connectionString: database.adminUrl });
    await admin.connect();
    const { rows } = await admin.query(
      `select count(*)::integer as lines, sum(l.amount)::integer as amount
       from claim_lines l join claims c on c.tenant_id = l.tenant_id and c.id = l.claim_id where c.state = 'draft'`,
    );
    await admin.end();
    expect(rows).toEqual([{ lines: WAITING, amount: WAITING * 25 }]);
  }, 120_000);

  it('opens what was claimed, page by page', async () => {
    const { page } = visit;
    await page.getByRole('link', { name: 'Claimed', exact: true }).first().click();
    await page.getByRole('link', { name: /^Open/ }).first().waitFor();
    await expectBounds(page);
    await visit.look('claimed');
  }, 120_000);
});
