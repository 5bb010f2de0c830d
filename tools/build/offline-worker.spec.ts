import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { WORKER_SOURCE, writeOfflineWorker } from './offline-worker.mjs';

const root = path.resolve(import.meta.dirname, '..', '..');

describe('the offline worker', () => {
  let folder: string;
  const built = (files: Readonly<Record<string, string>>): string => {
    for (const [name, text] of Object.entries(files)) writeFileSync(path.join(folder, 'portal', name), text);
    writeOfflineWorker(folder, path.join(folder, 'portal'));
    return readFileSync(path.join(folder, 'portal', 'sw.js'), 'utf8');
  };

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'laurel-worker-'));
    mkdirSync(path.join(folder, 'portal'));
    cpSync(path.join(root, WORKER_SOURCE), path.join(folder, WORKER_SOURCE), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('is another one with every build, and the same for the same', () => {
    const first = built({ 'index.html': 'main-A', 'main-AAAAAAAA.js': '' });
    expect(built({})).toBe(first);
    expect(built({ 'chunk-BBBBBBBB.js': '' })).not.toBe(first);
    const second = built({});
    expect(built({ 'index.html': 'main-B' })).not.toBe(second);
  });

  it('answers for the page, its files and the society, and for nothing else', () => {
    const worker = built({ 'index.html': '', 'main-AAAAAAAA.js': '', 'styles-CCCCCCCC.css': '' });
    const listeners = new Map<string, (event: object) => void>();
    runInNewContext(worker, {
      self: {
        location: { origin: 'https://society.example' },
        addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      },
      // Never resolved: what is asked here is only who answers.
      caches: { match: () => new Promise(() => undefined), open: () => new Promise(() => undefined) },
      fetch: () => new Promise(() => undefined),
      setTimeout: () => undefined,
      URL,
    });
    const isAnswered = (address: string, { method = 'GET', mode = 'cors' } = {}): boolean => {
      let answered = false;
      const request = { url: new URL(address, 'https://society.example').href, method, mode };
      listeners.get('fetch')?.({ request, respondWith: () => (answered = true) });
      return answered;
    };
    expect(isAnswered('/sessions?day=2', { mode: 'navigate' })).toBe(true);
    expect(isAnswered('/main-AAAAAAAA.js')).toBe(true);
    expect(isAnswered('/api/tenant')).toBe(true);
    for (const path of [
      '/api/session',
      '/api/tenant/x',
      '/api/activities/1/cart',
      '/api/certificates/1/file',
    ]) {
      expect(isAnswered(path)).toBe(false);
      expect(isAnswered(path, { mode: 'navigate' })).toBe(false);
    }
    expect(isAnswered('/health/ready')).toBe(false);
    expect(isAnswered('/api/tenant', { method: 'POST' })).toBe(false);
    expect(isAnswered('https://elsewhere.example/main-AAAAAAAA.js')).toBe(false);
    expect(isAnswered('/laurel.svg')).toBe(false);
    expect(worker).toContain(`'/main-AAAAAAAA.js /styles-CCCCCCCC.css'`);
  });
});
