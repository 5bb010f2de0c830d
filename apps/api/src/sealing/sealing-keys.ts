import { createHash, hkdfSync, randomBytes } from 'node:crypto';
import { chmodSync, linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { EnvironmentFault } from '../config/environment.js';
import { isError } from '../problem/is-error.js';

/** One key, and the name under which sealed texts remember it. */
export interface SealingKey {
  readonly id: string;
  /** 256 bits, for AES. */
  readonly bytes: Buffer;
}

/** The keys of this process, the one that seals first; the others only open what was sealed before. */
export type SealingKeys = readonly [SealingKey, ...SealingKey[]];

/** Fewer characters could be guessed. */
const LEAST_CHARACTERS = 32;

/**
 * The keys made from `LAUREL_SECRETS`; without them from a secret that this machine makes for itself once and
 * keeps in `<home>/secret.key`, readable by its owner only.
 *
 * @throws EnvironmentFault when that file holds no secret
 */
export function loadSealingKeys(secrets: readonly string[], home: string): SealingKeys {
  const [first, ...others] = secrets;
  if (first === undefined) return [keyOf(ownSecret(path.join(home, 'secret.key')))];
  return [keyOf(first), ...others.map(keyOf)];
}

function keyOf(secret: string): SealingKey {
  const bytes = Buffer.from(hkdfSync('sha256', secret, '', 'laurel sealing', 32));
  // The name tells which key it was and nothing of the key.
  const id = createHash('sha256').update('laurel sealing key id').update(bytes).digest('hex').slice(0, 8);
  return { id, bytes };
}

function ownSecret(file: string): string {
  const secret = readOwn(file) ?? makeOwn(file);
  if (secret.length < LEAST_CHARACTERS) {
    throw new EnvironmentFault([
      `${file} holds no usable secret. Put back the one it held, or set LAUREL_SECRETS; without it, what was sealed cannot be opened any more.`,
    ]);
  }
  return secret;
}

function readOwn(file: string): string | null {
  try {
    const secret = readFileSync(file, 'utf8').trim();
    // A copy or a restored backup may have become readable for everyone.
    chmodSync(file, 0o600);
    return secret;
  } catch (error) {
    if (hasCode(error, 'ENOENT')) return null;
    throw error;
  }
}

/** Written whole and then given its name, so that two processes starting at once end with one secret. */
function makeOwn(file: string): string {
  mkdirSync(path.dirname(file), { recursive: true });
  const draft = `${file}.${randomBytes(8).toString('hex')}`;
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  try {
    linkSync(draft, file);
  } catch (error) {
    if (!hasCode(error, 'EEXIST')) throw error;
  } finally {
    rmSync(draft, { force: true });
  }
  return readFileSync(file, 'utf8').trim();
}

const hasCode = (error: unknown, code: string) => isError(error) && Reflect.get(error, 'code') === code;
