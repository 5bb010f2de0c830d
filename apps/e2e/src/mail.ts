import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The mail that says it, once the worker has written it: mails go to files where no mail server is set. Lines that were
 * broken on the way are whole again.
 *
 * @param home of the running Laurel
 */
export async function mailWith(home: string, words: string | RegExp): Promise<string> {
  const folder = path.join(home, 'mail');
  const says = (mail: string) => (typeof words === 'string' ? mail.includes(words) : words.test(mail));
  for (let tries = 0; tries < 100; tries += 1) {
    const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.eml')) : [];
    const found = names.map((name) => whole(readFileSync(path.join(folder, name), 'utf8'))).find(says);
    if (found !== undefined) return found;
    await sleep(100);
  }
  throw new Error(`No mail says ${String(words)}`);
}

const whole = (mail: string): string => mail.replaceAll(/=\r?\n/g, '').replaceAll('=3D', '=');
