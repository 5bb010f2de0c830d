import { spawn } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from '@jest/globals';

const MODULE = pathToFileURL(path.resolve('dist/apps/api/src/workflow/time-limit/time-limit.js')).href;

/** Runs a program that watches over its own time, and says what it printed and how it ended. */
async function run(program: string): Promise<{ lines: string[]; code: number | null }> {
  const source = `
    import { watchTime, withinTime } from ${JSON.stringify(MODULE)};
    const pause = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));
    const outcome = (work, limit) => {
      try { return withinTime(work, limit); }
      catch (error) { return error.name === 'TimeIsUp' ? { cutOff: true, wasStalled: error.wasStalled } : error.message; }
    };
    const say = (said) => console.log(JSON.stringify(said));
    await watchTime(() => say('stop'));
    ${program}`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', source], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  child.stdout.on('data', (chunk) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { lines: output.trim().split('\n'), code };
}

describe('work that one thread watches over', () => {
  it('is cut off when the time is up, again and again, and not otherwise', async () => {
    const { lines, code } = await run(`
      say(outcome(() => { for (;;) try { while (true); } catch { continue; } finally { continue; } }, 100));
      say(outcome(() => 'done', 100));
      say(outcome(() => { throw new Error('its own fault'); }, 100));
      say(outcome(() => /^(a+)+$/.test('a'.repeat(40) + '!'), 100));
      await pause(150);
      say(outcome(() => 'done after a rest', 100));`);
    // On a busy machine the time may have been its own for less than half of it.
    const cutOff = expect.stringContaining('"cutOff":true');
    expect(lines).toEqual([cutOff, '"done"', '"its own fault"', cutOff, '"done after a rest"']);
    expect(code).toBe(0);
  });

  it('is watched within other work, by the limit of its own', async () => {
    const { lines } = await run(`
      say(outcome(() => [outcome(() => { for (;;); }, 100), 'and on'], 5_000));
      say(outcome(() => { outcome(() => 'quick', 5_000); for (;;); }, 100));`);
    expect(lines).toEqual([
      expect.stringMatching(/^\[\{"cutOff":true,.*\},"and on"\]$/),
      expect.stringContaining('"cutOff":true'),
    ]);
  });

  it('may take place thousands of times one after the other without being cut off', async () => {
    const { lines } = await run(`
      const until = Date.now() + 600;
      let count = 0;
      while (Date.now() < until) if (outcome(() => 'done', 50) === 'done') count += 1;
      say(count > 1_000);`);
    expect(lines).toEqual(['true']);
  });

  it('is cut off although a signal from outside came right before it', async () => {
    const { lines } = await run(`
      for (let time = 0; time < 5; time += 1) {
        process.kill(process.pid, 'SIGINT');
        const begun = performance.now();
        while (performance.now() - begun < time % 4);
        say(outcome(() => { for (;;); }, 50).cutOff);
        // Until the watch is back; a second signal before that would end the process at once.
        await pause(250);
      }
      process.exit(0);`);
    expect(lines.filter((line) => line !== '"stop"')).toEqual(Array(5).fill('true'));
  });

  it('counts time that it did not spend itself as the machine’s', async () => {
    const { lines } = await run(`
      const sleeping = new Int32Array(new SharedArrayBuffer(4));
      say(outcome(() => Atomics.wait(sleeping, 0, 0, 10_000), 100));`);
    expect(lines).toEqual(['{"cutOff":true,"wasStalled":true}']);
  });

  it('leaves SIGINT from outside what it is: a wish that the process end, in the midst of work and between', async () => {
    const { lines } = await run(`
      process.kill(process.pid, 'SIGINT');
      await pause(300);
      say(outcome(() => { process.kill(process.pid, 'SIGINT'); for (;;); }, 5_000));
      say(outcome(() => 'done', 100));`);
    expect(lines).toEqual(['"stop"', '"stop"', '{"cutOff":true,"wasStalled":true}', '"done"']);
  });

  it('goes on with a thread each while somebody else listens to SIGINT', async () => {
    const { lines, code } = await run(`
      process.on('SIGINT', () => say('heard elsewhere'));
      say(outcome(() => { for (;;); }, 100));
      process.exit(0);`);
    expect(lines).toEqual([expect.stringContaining('"cutOff":true')]);
    expect(code).toBe(0);
  });
});
