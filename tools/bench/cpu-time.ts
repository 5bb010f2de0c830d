import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** Clock ticks a second, as /proc counts them. */
const TICKS = () => Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));

/**
 * Milliseconds of processor time that a process and its children have used so far: what a machine that is busy with
 * other things does not change. Undefined where there is no /proc to tell.
 */
export function cpuMillisecondsOf(pid: number | undefined): number | undefined {
  if (pid === undefined) return undefined;
  try {
    const family = [pid, ...childrenOf(pid)];
    return (family.reduce((sum, one) => sum + ticksOf(one), 0) / TICKS()) * 1000;
  } catch {
    // Not Linux.
    return undefined;
  }
}

/** @param before of API and database, as `after` */
export function cpuPerRequest(
  before: readonly (number | undefined)[],
  after: readonly (number | undefined)[],
  requests: number,
): string {
  const [api, database] = after.map((end, index) => {
    const start = before[index];
    return end === undefined || start === undefined ? '?' : ((end - start) / requests).toFixed(2);
  });
  return `  processor time a request: API ${String(api)} ms, PostgreSQL ${String(database)} ms`;
}

const childrenOf = (pid: number): number[] =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && statOf(Number(name))?.[1] === String(pid))
    .map(Number);

const ticksOf = (pid: number): number => {
  const stat = statOf(pid);
  return Number(stat?.[11] ?? 0) + Number(stat?.[12] ?? 0);
};

/** The fields after the command's name: state, parent, …, the 12th and 13th user and system time. */
function statOf(pid: number): string[] | undefined {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return text.slice(text.lastIndexOf(')') + 2).split(' ');
  } catch {
    // It has ended meanwhile.
    return undefined;
  }
}
