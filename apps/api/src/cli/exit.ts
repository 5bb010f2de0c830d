import { isDatabaseAway } from '../problem/database-faults.js';
import { SchemaBehind, UnsafeRole } from '../database/boot-checks.js';
import { CommandFault } from './command-fault.js';
import { DomainError } from '../problem/domain-error.js';
import { problems } from '../problem/problem-codes.js';
import { EnvironmentFault } from '../config/environment.js';
import { isError } from '../problem/is-error.js';

/** Ends a process that cannot start, with a plain sentence where the reason is known. */
export function exitWith(error: unknown): never {
  // The command line's own parser has said what it had to say.
  if (isError(error) && error.name === 'CommanderError') {
    const code: unknown = Reflect.get(error, 'exitCode');
    process.exit(typeof code === 'number' ? code : 1);
  }
  console.error(sentenceFor(error));
  process.exit(1);
}

function sentenceFor(error: unknown): string {
  if (
    error instanceof EnvironmentFault ||
    error instanceof UnsafeRole ||
    error instanceof SchemaBehind ||
    error instanceof CommandFault
  ) {
    return error.message;
  }
  if (error instanceof DomainError) {
    const { detail, faults = [] } = error.details;
    const lines = faults.map(({ row, field, message }) =>
      ['  -', row === undefined ? '' : `row ${row}:`, field === undefined ? '' : `${field}:`, message]
        .filter((part) => part !== '')
        .join(' '),
    );
    return [detail ?? problems[error.code].title, ...lines].join('\n');
  }
  if (isDatabaseAway(error)) {
    return 'Laurel cannot reach PostgreSQL at the address in DATABASE_URL. Is the server running, and may this machine connect to it?';
  }
  if (!isError(error)) return String(error);
  const code: unknown = Reflect.get(error, 'code');
  if (code === 'EADDRINUSE') {
    const port: unknown = Reflect.get(error, 'port');
    return `Port ${String(port)} is in use by another program. Stop that one, or set PORT (of a worker: WORKER_PORT) to a free port.`;
  }
  if (code === '28P01' || code === '28000') {
    return 'PostgreSQL refused the name or password in DATABASE_URL.';
  }
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist.';
  return error.stack ?? error.message;
}
