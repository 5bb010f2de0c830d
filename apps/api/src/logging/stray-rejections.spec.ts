import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from '@jest/globals';

const source = readFileSync(path.join(import.meta.dirname, 'stray-rejections.ts'), 'utf8');

/** A process of its own that drops a rejected promise, and says something a moment later. */
const dropping = async (before: string) => {
  const program = `${stripTypeScriptTypes(source)}
    ${before}
    void Promise.reject(new Error('dropped'));
    setTimeout(() => console.log('still here'), 50);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  return { said: said.trim().split('\n').filter(Boolean), code: Number(code) };
};

describe('a rejected promise that nobody waits for', () => {
  it('ends a process that does not expect it', async () => {
    expect(await dropping('')).toEqual({ said: [], code: 1 });
  });

  it('is told, and the process goes on', async () => {
    const log = `{ error: ({ msg, err }) => console.log(msg + ': ' + err.message) }`;
    expect(await dropping(`surviveStrayRejections(process, ${log});`)).toEqual({
      said: ['A promise was rejected that nobody waited for: dropped', 'still here'],
      code: 0,
    });
  });
});
