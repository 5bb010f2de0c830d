import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it, jest } from '@jest/globals';
import { startedPool } from '../../test/pool-for-tests.js';
import { eventually, processesOf } from '../../test/process-tree.js';
import { readPdf } from '../../test/read-pdf.js';
import {
  designs,
  RendererBusyError,
  RendererPool,
  type RendererPoolOptions,
  RenderFailedError,
  RenderTimeoutError,
  sampleCertificateData,
  SandboxRequiredError,
} from '../index.js';

const format = { size: 'Letter', orientation: 'portrait' } as const;
const quick = '<html><body><p>quick</p>';
/** Takes some hundreds of milliseconds to lay out and print. */
const slow = `<html><body>${'<p>A paragraph of a long document, <b>one</b> of many.</p>'.repeat(1500)}`;

jest.setTimeout(30_000);

const pools: RendererPool[] = [];

async function pool(options: RendererPoolOptions): Promise<RendererPool> {
  const started = await startedPool(options);
  pools.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(pools.splice(0).map((started) => started.close(0)));
});

function pidOf(started: RendererPool): number {
  const { pid } = started.health();
  if (pid === undefined) throw new Error('No browser is running.');
  return pid;
}

const pause = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

describe('a browser that fails', () => {
  it('is replaced when it is killed in mid-render, and the document is drawn all the same', async () => {
    const started = await pool({ pages: 2 });
    const first = pidOf(started);
    const drawing = [slow, slow, quick].map((html) => started.render(html, format, { scope: 'a' }));
    await pause(100);
    process.kill(first, 'SIGKILL');
    const [one, two, three] = await Promise.all(drawing);
    expect((await readPdf(one ?? Buffer.of())).pages).toBeGreaterThan(12);
    expect(two?.length).toBeGreaterThan(50_000);
    expect((await readPdf(three ?? Buffer.of())).text).toEqual(['quick']);
    expect(started.health()).toMatchObject({ state: 'ready', restarts: 1, failed: 0, rendered: 3 });
    expect(pidOf(started)).not.toBe(first);
    await eventually(async () => (await processesOf(first)).length === 0);
  });

  it('does not take the document along when only a renderer process dies', async () => {
    const started = await pool({ pages: 1 });
    const drawing = started.render(slow, format, { scope: 'a' });
    await pause(100);
    for (const pid of await processesOf(pidOf(started), '--type=renderer')) process.kill(pid, 'SIGKILL');
    expect((await readPdf(await drawing)).pages).toBeGreaterThan(12);
    expect(started.health()).toMatchObject({ restarts: 0, failed: 0 });
  });

  it('fails a document for good when it dies under it twice', async () => {
    const started = await pool({ pages: 1 });
    const drawing = started.render(slow, format).catch((error: unknown) => error);
    for (const restarts of [1, 2]) {
      await eventually(() => started.health().busy === 1 && started.health().pid !== undefined);
      await pause(50);
      process.kill(pidOf(started), 'SIGKILL');
      await eventually(() => started.health().restarts === restarts);
    }
    expect(await drawing).toBeInstanceOf(RenderFailedError);
    await started.render(quick, format);
    expect(started.health()).toMatchObject({ state: 'ready', failed: 1, rendered: 1 });
  });

  it('is ended when it hangs as a whole; the next document finds a new one', async () => {
    const started = await pool({ pages: 2, renderTimeoutMs: 2500 });
    const hung = pidOf(started);
    process.kill(hung, 'SIGSTOP');
    await expect(started.render(quick, format)).rejects.toThrow(RenderTimeoutError);
    const read = await readPdf(await started.render(quick, format));
    expect(read.text).toEqual(['quick']);
    expect(pidOf(started)).not.toBe(hung);
    await eventually(async () => (await processesOf(hung)).length === 0);
  });

  it('loses only the page when only that hangs; its neighbour is not disturbed', async () => {
    const started = await pool({ pages: 2, renderTimeoutMs: 2500 });
    const browser = pidOf(started);
    const drawing = started.render(slow, format).catch((error: unknown) => error);
    await pause(60);
    const renderers = await processesOf(browser, '--type=renderer');
    for (const pid of renderers) process.kill(pid, 'SIGSTOP');
    expect(await drawing).toBeInstanceOf(RenderTimeoutError);
    for (const pid of renderers) if ((await processesOf(browser)).includes(pid)) process.kill(pid, 'SIGCONT');
    expect((await readPdf(await started.render(quick, format))).text).toEqual(['quick']);
    expect(started.health()).toMatchObject({ state: 'ready', restarts: 0, pid: browser });
  });

  it('is replaced after so many documents, without losing one', async () => {
    const started = await pool({ pages: 2, recycleAfterPages: 5 });
    const seen = new Set<number>();
    for (let round = 0; round < 6; round += 1) {
      const pdfs = await Promise.all([1, 2, 3].map(() => started.render(quick, format, { scope: 'a' })));
      for (const pdf of pdfs) expect((await readPdf(pdf)).pages).toBe(1);
      seen.add(pidOf(started));
    }
    expect(seen.size).toBeGreaterThan(1);
    expect(started.health()).toMatchObject({ restarts: 0, failed: 0, rendered: 18 });
    const [first] = seen;
    await eventually(async () => (await processesOf(first ?? 0)).length === 0);
  });

  it('is replaced when it has grown too large', async () => {
    const started = await pool({ pages: 1, maxHeapMb: 1 });
    const first = pidOf(started);
    await started.render(quick, format);
    await eventually(() => started.health().pid !== first);
    expect(started.health().memoryMb).toBeGreaterThan(1);
    expect((await readPdf(await started.render(quick, format))).pages).toBe(1);
  });
});

describe('the queue', () => {
  it('refuses what it cannot hold and finishes what it holds', async () => {
    const started = await pool({ pages: 1, maxQueue: 2 });
    const results = await Promise.allSettled(
      [slow, quick, quick, quick, quick].map((html) => started.render(html, format)),
    );
    expect(results.map(({ status }) => status)).toEqual([
      'fulfilled',
      'fulfilled',
      'fulfilled',
      'rejected',
      'rejected',
    ]);
    const refused = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    for (const error of refused) {
      expect(error).toBeInstanceOf(RendererBusyError);
      expect(error).toMatchObject({ code: 'renderer.busy', retryAfterSeconds: 5 });
    }
    expect(started.health()).toMatchObject({ busy: expect.any(Number), queued: 0, rendered: 3 });
  });

  it('lets go of a document that waited too long, or that nobody wants any more', async () => {
    const started = await pool({ pages: 1, queueTimeoutMs: 150 });
    const drawing = started.render(slow, format);
    const abort = new AbortController();
    const unwanted = started.render(quick, format, { signal: abort.signal });
    const waiting = started.render(quick, format);
    abort.abort(new Error('The learner left.'));
    await expect(unwanted).rejects.toThrow('The learner left.');
    expect(started.health().queued).toBe(1);
    await expect(waiting).rejects.toThrow(RendererBusyError);
    await expect(started.render(quick, format, { signal: abort.signal })).rejects.toThrow(
      'The learner left.',
    );
    expect((await drawing).length).toBeGreaterThan(50_000);
  });

  it('ends a document that takes too long, and goes on', async () => {
    const started = await pool({ pages: 1, renderTimeoutMs: 2000 });
    const endless = `<html><body>${'<table><tr><td>'.repeat(700)}${'<p>x</p>'.repeat(80_000)}`;
    await expect(started.render(endless, format)).rejects.toThrow(RenderTimeoutError);
    expect((await readPdf(await started.render(quick, format))).text).toEqual(['quick']);
  });

  it('renders nothing before the start, and after the end', async () => {
    const never = new RendererPool({});
    await expect(never.render(quick, format)).rejects.toThrow(RendererBusyError);
    const started = await startedPool({ pages: 1 });
    const pid = pidOf(started);
    const drawing = [slow, quick].map((html) => started.render(html, format));
    const closing = started.close();
    await expect(started.render(quick, format)).rejects.toThrow(RendererBusyError);
    expect((await Promise.all(drawing)).every((pdf) => pdf.length > 500)).toBe(true);
    await closing;
    expect(started.health().state).toBe('closed');
    expect(await processesOf(pid)).toEqual([]);
    expect(
      (await readdir(tmpdir())).filter((name) => name.startsWith(`laurel-chromium-${process.pid}-`)),
    ).toEqual([]);
  });
});

describe('the browser as a process', () => {
  it('ends with the process that started it, even when that is killed', async () => {
    const folder = join(import.meta.dirname, '..', '..');
    const program = `
      const { RendererPool } = await import(${JSON.stringify(join(folder, 'src', 'index.ts'))});
      const pool = new RendererPool({ noSandbox: process.getuid?.() === 0, pages: 2 });
      await pool.start();
      console.log(pool.health().pid);
      setInterval(() => {}, 1000);`;
    const child = spawn(
      process.execPath,
      ['--import', join(folder, 'test', 'resolve-typescript.mjs'), '--input-type=module', '--eval', program],
      { stdio: ['ignore', 'pipe', 'inherit'] },
    );
    const [line]: unknown[] = await once(child.stdout, 'data');
    const browser = Number(String(line));
    expect(await processesOf(browser)).not.toEqual([]);
    child.kill('SIGKILL');
    await eventually(async () => (await processesOf(browser)).length === 0);
  });

  it('keeps its sandbox unless it runs as root and someone allowed to do without', async () => {
    const sandboxed = new RendererPool({ noSandbox: false, pages: 1 });
    if (process.getuid?.() === 0) {
      await expect(sandboxed.start()).rejects.toThrow(SandboxRequiredError);
      expect(sandboxed.health().state).toBe('stopped');
    } else {
      pools.push(sandboxed);
      await sandboxed.start();
      expect(sandboxed.health().state).toBe('ready');
    }
  });

  it('does not start from a path that is no browser, and says so', async () => {
    await expect(startedPool({ executablePath: '/nowhere/chromium' })).rejects.toThrow(
      /CHROMIUM_PATH does not name/,
    );
  });
});

describe('equal input', () => {
  it('gives equal bytes, whoever was drawn before', async () => {
    const started = await pool({ pages: 2 });
    const request = {
      template: { source: designs.classic.source, format: designs.classic.defaultFormat },
      data: sampleCertificateData(),
      createdAt: Temporal.Instant.from('2026-04-27T12:34:56Z'),
    };
    const first = await started.renderCertificate({ ...request, scope: 'a' });
    await started.render(slow, format, { scope: 'a' });
    const again = await Promise.all([
      started.renderCertificate({ ...request, scope: 'a' }),
      started.renderCertificate({ ...request, scope: 'b' }),
    ]);
    for (const { bytes, pages } of again) {
      expect(pages).toBe(3);
      expect(bytes.equals(first.bytes)).toBe(true);
    }
    expect(first.bytes.toString('latin1')).toContain("/CreationDate (D:20260427123456+00'00')");
  });
});
