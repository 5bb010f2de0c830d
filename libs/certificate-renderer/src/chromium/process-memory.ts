import { readdir, readFile } from 'node:fs/promises';

const kilobytesPerPage = 4;

/**
 * Resident memory, in megabytes, of a process group: the browser with all its renderers. `undefined` where the
 * system has no /proc. Shared pages count once for each process, so this errs to the high side.
 */
export async function groupMemoryMb(group: number): Promise<number | undefined> {
  if (process.platform !== 'linux') return undefined;
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name));
  const sizes = await Promise.all(pids.map((pid) => residentKilobytes(pid, group)));
  return Math.round(sizes.reduce((sum, size) => sum + size, 0) / 1024);
}

async function residentKilobytes(pid: string, group: number): Promise<number> {
  try {
    const stat = await readFile(`/proc/${pid}/stat`, 'utf8');
    // proc(5): after the name in parentheses come state, parent, group, …; resident pages are field 24.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return Number(fields[2]) === group ? Number(fields[21]) * kilobytesPerPage : 0;
  } catch {
    return 0; // The process ended while we looked.
  }
}
