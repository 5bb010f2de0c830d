import { randomBytes } from 'node:crypto';
import { readFile, rename, writeFile } from 'node:fs/promises';
import { hasCode } from '../process/error-code.js';

/** What must outlive the process: the port, so that addresses stay, and the roles' passwords. */
export interface ServerSecrets {
  port: number;
  passwords: { admin: string; owner: string; app: string };
}

/** Reads the file, or `undefined` when it is absent or cut short. */
export async function readSecrets(file: string): Promise<ServerSecrets | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(file, 'utf8'));
    return isSecrets(value) ? value : undefined;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    if (hasCode(error, 'ENOENT')) return undefined;
    throw error;
  }
}

function isSecrets(value: unknown): value is ServerSecrets {
  if (typeof value !== 'object' || value === null) return false;
  if (!('port' in value) || typeof value.port !== 'number') return false;
  if (!('passwords' in value) || typeof value.passwords !== 'object' || value.passwords === null)
    return false;
  const passwords: object = value.passwords;
  return ['admin', 'owner', 'app'].every((role) => typeof Reflect.get(passwords, role) === 'string');
}

/** New random passwords of 192 bits. */
export function newSecrets(): ServerSecrets {
  const password = (): string => randomBytes(24).toString('base64url');
  return { port: 0, passwords: { admin: password(), owner: password(), app: password() } };
}

/** Replaces the file in one step; only this user may read it. */
export async function writeSecrets(file: string, secrets: ServerSecrets): Promise<void> {
  const partial = `${file}.${process.pid}.partial`;
  await writeFile(partial, `${JSON.stringify(secrets, null, 2)}\n`, { mode: 0o600 });
  await rename(partial, file);
}
