import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Browser } from 'playwright-core';
import { anyFreePort } from '../../../tools/start/listening-port.js';
import { launchBrowser } from '../../../tools/testing/chromium.js';
import { type PrintedSignIn, printedSignIns } from './printed-sign-ins.js';

const root = path.resolve(import.meta.dirname, '..', '..', '..');
const MINUTE = 60_000;
const READY = /Ctrl-C stops everything/;

/** `npm start` on this very tree, with data of its own. */
class Start {
  output = '';
  readonly begun = performance.now();
  private readonly child: ChildProcess;

  constructor(home: string, port: number) {
    this.child = spawn(process.execPath, ['tools/start.mjs'], {
      cwd: root,
      env: {
        ...process.env,
        PORT: String(port),
        LAUREL_HOME: home,
        DATABASE_URL: undefined,
        LAUREL_DEMO: undefined,
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    for (const stream of [this.child.stdout, this.child.stderr])
      stream?.on('data', (chunk) => (this.output += String(chunk)));
  }

  /** Waits until everything is up; answers how long that took, in seconds. */
  async ready(): Promise<number> {
    const end = this.begun + 5 * MINUTE;
    while (!READY.test(this.output)) {
      if (this.child.exitCode !== null || performance.now() > end) throw new Error(this.output);
      await sleep(20);
    }
    return (performance.now() - this.begun) / 1_000;
  }

  async stop(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const ended = once(this.child, 'exit');
    this.child.kill('SIGINT');
    await ended;
  }

  /** What the start says it did, step by step, without how long each took. */
  steps(): string[] {
    return [...this.output.matchAll(/^✓ (.*) \([\d.]+ (?:s|min.*)\)$/gm)].map(([, words = '']) => words);
  }
}

let home: string;
let port: number;
let browser: Browser;
let start: Start;

beforeAll(async () => {
  home = mkdtempSync(path.join(tmpdir(), 'laurel-start-'));
  port = await anyFreePort();
  browser = await launchBrowser();
}, MINUTE);
afterAll(async () => {
  await start.stop();
  await browser.close();
  rmSync(home, { recursive: true, force: true });
}, MINUTE);

describe('npm start on the whole project', () => {
  let first = 0;

  it(
    'brings the demo up, and every address and sign-in that it prints is true',
    async () => {
      start = new Start(home, port);
      first = await start.ready();
      expect(start.steps()).toContain('Demo tenants: loaded');
      const printed = printedSignIns(start.output);
      const counts = Object.entries(Object.groupBy(printed, ({ address, as }) => `${address} ${as}`));
      const at = (slug: string) => `http://${slug}.localhost:${String(port)}`;
      expect(counts.map(([where, all]) => [where, all?.length])).toEqual([
        [`${at('rhythm')} badge`, 5],
        [`${at('rhythm')} staff`, 1],
        [`${at('plastics')} badge`, 5],
        [`${at('plastics')} provider`, 2],
        [`${at('plastics')} staff`, 1],
        [`${at('medquest')} password`, 5],
        [`${at('medquest')} staff`, 1],
      ]);
      const refused: string[] = [];
      for (const one of printed) {
        const status = await signIn(one);
        if (status !== 201) refused.push(`${one.as} ${one.name} at ${one.address}: ${String(status)}`);
      }
      expect(refused).toEqual([]);
      await start.stop();
    },
    8 * MINUTE,
  );

  it(
    'does none of the work a second time',
    async () => {
      start = new Start(home, port);
      const second = await start.ready();
      await start.stop();
      // Nothing is installed, built, migrated or loaded; the rest is starting programs.
      expect(start.steps().filter((step) => step.endsWith('unchanged'))).toEqual([
        'API, libraries and plugins: unchanged',
        'Portal: unchanged',
        'Tables: unchanged',
        'Demo tenants: unchanged',
      ]);
      expect(start.output).not.toContain('Installing packages');
      // The same words again, though nothing was loaded.
      expect(printedSignIns(start.output)).toHaveLength(20);
      console.log(`The first start took ${first.toFixed(1)} s, the second ${second.toFixed(1)} s.`);
      expect(second / first).toBeLessThan(0.8);
    },
    8 * MINUTE,
  );
});

/** Signs in as a person would who read the words; in a browser, which finds addresses below `localhost` everywhere. */
async function signIn({ address, as, name, secret }: PrintedSignIn): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  try {
    if (as === 'provider') {
      await page.goto(address);
      await page.getByRole('tab', { name: 'PlasticSurgery.example' }).click();
      await page.getByRole('link', { name: 'Log In at PlasticSurgery.example' }).click();
      await page.getByLabel('Username').fill(name);
      await page.getByLabel('Password').fill(secret);
      await page.getByRole('button', { name: 'Log in' }).click();
      await page.getByRole('heading', { level: 1, name: /CME Evaluations & Credit Claim$/ }).waitFor();
      return 201;
    }
    await page.goto(`${address}/verify`);
    return await page.evaluate(
      POST,
      {
        badge: ['/api/session', { badge: name, lastName: secret }] as const,
        password: ['/api/session/password', { username: name, password: secret }] as const,
        staff: ['/api/staff/session', { email: name, password: secret }] as const,
      }[as],
    );
  } finally {
    await context.close();
  }
}

/** Runs in the page. */
const POST = async ([path, body]: readonly [path: string, body: object]): Promise<number> => {
  const headers = { 'content-type': 'application/json' };
  return (await fetch(path, { method: 'POST', headers, body: JSON.stringify(body) })).status;
};
