import { createHash } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Environment } from '../../config/environment.js';
import { askOutside } from '../../outside/ask-outside.js';

/** Somebody waits for the answer, and without one the password is judged by the lists that are here. */
const PATIENCE_MILLISECONDS = 2_000;
const PREFIX_LENGTH = 5;
/** A prefix has some two thousand lines of 40 bytes, with padding some more. */
const LARGEST_ANSWER = 500_000;

/**
 * Asks for passwords that were stolen elsewhere, where the operator names a list that is asked as Pwned Passwords are
 * (https://haveibeenpwned.com/API/v3#PwnedPasswords): it is told five digits of the password's SHA-1 and answers how
 * all that begin so go on. Neither the password nor whose it is leaves this machine.
 */
@Injectable()
export class StolenPasswords {
  private readonly logger = new Logger('StolenPasswords');

  constructor(private readonly environment: Environment) {}

  /** Whether the list has it; false where there is no list, or none that answers in time. Never throws. */
  async has(password: string): Promise<boolean> {
    const list = this.environment.stolenPasswordsUrl;
    if (list === undefined) return false;
    const hash = createHash('sha1').update(password.normalize('NFC')).digest('hex').toUpperCase();
    try {
      return holds(await this.ask(list, hash.slice(0, PREFIX_LENGTH)), hash.slice(PREFIX_LENGTH));
    } catch (error) {
      this.logger.warn({ msg: 'The list of stolen passwords was not heard', err: error });
      return false;
    }
  }

  private async ask(list: string, prefix: string): Promise<string> {
    const { status, body } = await askOutside(
      new URL(`${list.replace(/\/$/, '')}/${prefix}`),
      // With padding, the length of an answer does not tell which one it is.
      { method: 'GET', headers: { 'add-padding': 'true', 'user-agent': 'Laurel' } },
      {
        isLoopbackAllowed: this.environment.areLoopbackProvidersAllowed,
        maxBodyBytes: LARGEST_ANSWER,
        timeoutMilliseconds: PATIENCE_MILLISECONDS,
      },
    );
    if (status !== 200) throw new Error(`It answered ${String(status)}`);
    return body.toString('latin1');
  }
}

/** Lines such as `0018A45C4D1DEF81644B54AB7F969B88D65:21`; those that are padding were found 0 times. */
const holds = (answer: string, rest: string): boolean =>
  answer.split('\n').some((line) => {
    const [found = '', times = ''] = line.trim().split(':');
    return found.toUpperCase() === rest && Number(times) > 0;
  });
