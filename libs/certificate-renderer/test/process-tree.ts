import { readdir, readFile } from 'node:fs/promises';
import { hasSystemCode } from '../src/chromium/system-error.js';

/** Processes of a group whose command line contains a text. */
export async function processesOf(group: number, text = ''): Promise<number[]> {
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number);
  const found: number[] = [];
  for (const pid of pids) {
    try {
      const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
      const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
      const command = await readFile(`/proc/${pid}/cmdline`, 'utf8');
      if (Number(fields[2]) === group && fields[0] !== 'Z' && command.includes(text)) found.push(pid);
    } catch (error) {
      // It ended while we looked.
      if (!hasSystemCode(error, 'ENOENT', 'ESRCH')) throw error;
    }
  }
  return found;
}

/** Waits until a condition holds. @throws after `timeoutMs`. */
export async function eventually(holds: () => boolean | Promise<boolean>, timeoutMs = 10_000): Promise<void> {
  const end = Date.now() + timeoutMs;
  while (!(await holds())) {
    if (Date.now() > end) throw new Error('It never came true.');
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
}
