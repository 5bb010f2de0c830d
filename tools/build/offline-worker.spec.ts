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

  it('keeps pages alone as its page, whatever is opened by its address', async () => {
    const worker = built({ 'index.html': '' });
    const listeners = new Map<string, (event: object) => void>();
    const kept = new Map<string, Response>();
    const net = { isThere: true };
    const cache = { put: (key: string, value: Response) => Promise.resolve(kept.set(key, value)) };
    const answers: Readonly<Record<string, [string, string]>> = {
      '/': ['<html>page</html>', 'text/html; charset=utf-8'],
      '/laurel.svg': ['<svg/>', 'image/svg+xml'],
      '/notes': ['notes', 'text/plain'],
      '/notes.html': ['<html>notes</html>', 'text/html'],
    };
    runInNewContext(worker, {
      self: {
        location: { origin: 'https://society.example' },
        addEventListener: (name: string, listener: (event: object) => void) => listeners.set(name, listener),
      },
      caches: {
        match: (key: string) => Promise.resolve(kept.get(key)?.clone()),
        open: () => Promise.resolve(cache),
      },
      fetch: ({ url }: { url: string }) => {
        const [text, type] = answers[new URL(url).pathname] ?? ['', 'text/html'];
        const answer = new Response(text, { headers: { 'content-type': type } });
        return net.isThere ? Promise.resolve(answer) : Promise.reject(new TypeError('away'));
      },
      setTimeout: () => undefined,
      URL,
    });
    const opened = async (address: string): Promise<string | undefined> => {
      let answer: Promise<Response> | undefined;
      const request = { url: `https://society.example${address}`, method: 'GET', mode: 'navigate' };
      listeners.get('fetch')?.({ request, respondWith: (given: Promise<Response>) => (answer = given) });
      return (await answer)?.text();
    };
    expect(await opened('/')).toBe('<html>page</html>');
    for (const address of ['/laurel.svg', '/notes', '/notes.html']) await opened(address);
    net.isThere = false;
    expect(await opened('/sessions')).toBe('<html>page</html>');
  });
});
