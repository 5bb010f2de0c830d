import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { ownIdentity } from './process-identity.mjs';
import { LockHeldError, takeLock, waitForLock } from './process-lock.mjs';

describe('a process lock', () => {
  let folder: string;
  let file: string;

  beforeEach(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'laurel-lock-'));
    file = path.join(folder, 'some.lock');
  });

  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  it('excludes a second taker until it is released, and leaves nothing behind', () => {
    const lock = takeLock(file);
    expect(() => takeLock(file)).toThrow(LockHeldError);
    lock.release();
    takeLock(file).release();
    expect(readdirSync(folder)).toEqual([]);
  });

  it('names the living owner', () => {
    const lock = takeLock(file);
    try {
      takeLock(file);
      throw new Error('was not refused');
    } catch (error) {
      expect(error).toMatchObject({ name: 'LockHeldError', owner: { pid: process.pid } });
    }
    lock.release();
  });

  it.each([
    ['of a process that has ended', JSON.stringify({ pid: 4_000_000, start: 'x:1' })],
    ['of an earlier process with our own id', JSON.stringify({ pid: process.pid, start: 'another boot:17' })],
    ['that a full disk left empty', ''],
  ])('takes over a lock %s', (_, content) => {
    writeFileSync(file, content);
    const lock = takeLock(file);
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(ownIdentity());
    expect(readdirSync(folder)).toEqual(['some.lock']);
    lock.release();
  });

  it('does not remove a lock that someone else holds by now', () => {
    const lock = takeLock(file);
    writeFileSync(file, JSON.stringify({ pid: 1, start: 'other' }));
    lock.release();
    expect(existsSync(file)).toBe(true);
  });

  it('waits for the owner, saying once that it waits', async () => {
    const lock = takeLock(file);
    const owners: number[] = [];
    setTimeout(() => lock.release(), 150);
    const next = await waitForLock(file, { milliseconds: 5_000, onWait: ({ pid }) => owners.push(pid) });
    next.release();
    expect(owners).toEqual([process.pid]);
  });

  it('gives up waiting when the time is over', async () => {
    const lock = takeLock(file);
    await expect(waitForLock(file, { milliseconds: 120 })).rejects.toThrow(LockHeldError);
    lock.release();
  });

  it('lets one of many processes in at a time, also when they find a stale lock', async () => {
    writeFileSync(file, JSON.stringify({ pid: 4_000_000, start: 'x:1' }));
    const module = path.resolve(import.meta.dirname, 'process-lock.mjs');
    const program = `
      import { appendFileSync, readFileSync, writeFileSync } from 'node:fs';
      const { waitForLock } = await import(${JSON.stringify(module)});
      for (let i = 0; i < 10; i++) {
        const lock = await waitForLock(${JSON.stringify(file)}, { milliseconds: 60_000 });
        const counter = ${JSON.stringify(path.join(folder, 'counter'))};
        let n = 0;
        try { n = Number(readFileSync(counter, 'utf8')); } catch (error) { if (error.code !== 'ENOENT') throw error; }
        await new Promise((resolve) => setTimeout(resolve, 2));
        writeFileSync(counter, String(n + 1));
        lock.release();
      }`;
    const codes = await Promise.all(
      Array.from({ length: 4 }, () => {
        const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: 'ignore' });
        return new Promise((resolve) => child.once('exit', resolve));
      }),
    );
    expect(codes).toEqual([0, 0, 0, 0]);
    expect(readFileSync(path.join(folder, 'counter'), 'utf8')).toBe('40');
  }, 60_000);
});
