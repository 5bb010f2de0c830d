import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { PlainFault, explainFileFault } from '../process/plain-fault.mjs';
import { LockHeldError, waitForLock } from '../process/process-lock.mjs';
import type { ProcessLock } from '../process/process-lock.mjs';

/** A start that is just stopping needs a moment. */
const PATIENCE_MILLISECONDS = 5_000;

const addressFile = (home: string): string => path.join(home, 'start', 'address.txt');

/**
 * Takes the folder of all data for this start: two at once would serve and load the same data.
 *
 * @throws PlainFault when another start uses it, or when it cannot be written to
 */
export async function lockHome(home: string, say: (sentence: string) => void): Promise<ProcessLock> {
  try {
    mkdirSync(path.join(home, 'start'), { recursive: true });
    const lock = await waitForLock(path.join(home, 'start', 'start.lock'), {
      milliseconds: PATIENCE_MILLISECONDS,
      onWait: ({ pid }) =>
        say(`Another Laurel (process ${pid}) uses ${home}; waiting a moment in case it is stopping.`),
    });
    rmSync(addressFile(home), { force: true });
    return lock;
  } catch (error) {
    if (!(error instanceof LockHeldError)) throw explainFileFault(error, home);
    const file = addressFile(home);
    const where = existsSync(file) ? ` and is ready at ${readFileSync(file, 'utf8')}` : '';
    throw new PlainFault(
      `Laurel already runs on ${home} (process ${error.owner.pid})${where}. Use that one, or stop it first (Ctrl-C, or: kill ${error.owner.pid}). A second Laurel beside it needs data and a port of its own: LAUREL_HOME=.laurel-2 PORT=3001 npm start`,
      { cause: error },
    );
  }
}

/** Notes where this start can be reached, for whoever tries to start a second one. */
export function noteAddress(home: string, address: string): void {
  writeFileSync(addressFile(home), address);
}
