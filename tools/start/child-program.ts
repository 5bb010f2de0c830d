import { spawn } from 'node:child_process';
import type { ChildProcess, StdioOptions } from 'node:child_process';
import { constants } from 'node:os';
import path from 'node:path';

/**
 * What keeps clearing memory from holding up answers on a machine of two processors. V8's own measure of how much the
 * old space may hold is less than half of this percentage while little is left over, and less than it wants free at
 * once, so that it would clear all the time. And of its four helpers one is enough: more of them only wait for each
 * other, and for a processor that a database and a request need as well.
 */
const CLEARING = ['--heap-growing-percent=200', '--v8-pool-size=1'];

/** How a child ended: its exit code, or 128 and the number of the signal that killed it, as shells count. */
export type ExitCode = number;

/**
 * Starts a compiled program on this Node. It ends itself when we are killed, because nobody else would end it.
 *
 * @param options.isOwnGroup `true` keeps the terminal's Ctrl-C from it: whoever supervises it decides when it stops
 */
export function startProgram(
  file: string,
  args: readonly string[],
  options: {
    env: NodeJS.ProcessEnv;
    stdio: ['ignore' | 'inherit', StdioEntry, StdioEntry];
    isOwnGroup: boolean;
  },
): ChildProcess {
  const stdio: StdioOptions = [...options.stdio, 'ipc'];
  return spawn(
    process.execPath,
    [
      '--enable-source-maps',
      ...CLEARING,
      '--import',
      path.join(import.meta.dirname, 'end-with-parent.js'),
      file,
      ...args,
    ],
    { env: options.env, stdio, detached: options.isOwnGroup },
  );
}

type StdioEntry = 'inherit' | 'pipe' | number;

/** Waits for the end of a child; also of one that has already ended. */
export function exitOf(child: ChildProcess): Promise<ExitCode> {
  const codeOf = (code: number | null, signal: NodeJS.Signals | null): ExitCode =>
    code ?? 128 + (signal === null ? 0 : constants.signals[signal]);
  if (child.exitCode !== null || child.signalCode !== null) {
    return Promise.resolve(codeOf(child.exitCode, child.signalCode));
  }
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(codeOf(code, signal)));
  });
}

/**
 * Runs a program to its end and collects what it prints.
 *
 * @param options.onLine hears the last line of stderr as it comes
 * @param options.signal asks the program to stop; the call then rejects with the signal's reason
 */
export async function runProgram(
  file: string,
  args: readonly string[],
  options: { env: NodeJS.ProcessEnv; onLine: (line: string) => void; signal?: AbortSignal | undefined },
): Promise<{ code: ExitCode; stdout: string; stderr: string }> {
  const child = startProgram(file, args, {
    env: options.env,
    stdio: ['ignore', 'pipe', 'pipe'],
    isOwnGroup: true,
  });
  let stdout = '';
  let stderr = '';
  child.stdout?.on('data', (chunk) => (stdout += String(chunk)));
  child.stderr?.on('data', (chunk) => {
    stderr += String(chunk);
    const last = stderr.trimEnd().split('\n').at(-1);
    if (last !== undefined && last !== '') options.onLine(last);
  });
  const stop = (): void => void child.kill('SIGTERM');
  options.signal?.addEventListener('abort', stop, { once: true });
  const code = await exitOf(child);
  options.signal?.removeEventListener('abort', stop);
  options.signal?.throwIfAborted();
  return { code, stdout, stderr };
}
