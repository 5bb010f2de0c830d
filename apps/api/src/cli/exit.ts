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
  const listening = listenFault(error);
  if (listening !== null) return listening;
  if (isDatabaseAway(error)) {
    return 'Laurel cannot reach PostgreSQL at the address in DATABASE_URL. Is the server running, and may this machine connect to it?';
  }
  if (!isError(error)) return String(error);
  const code: unknown = Reflect.get(error, 'code');
  if (code === '28P01' || code === '28000') {
    return 'PostgreSQL refused the name or password in DATABASE_URL.';
  }
  if (code === '3D000') return 'The database named in DATABASE_URL does not exist.';
  return error.stack ?? error.message;
}

/** Why the process cannot listen, in a sentence; `null` where it is something else. */
function listenFault(error: unknown): string | null {
  if (!isError(error)) return null;
  const read = (key: string): string => String(Reflect.get(error, key));
  const [code, syscall] = [read('code'), read('syscall')];
  if (code === 'EADDRINUSE') {
    return `Port ${read('port')} is in use by another program. Stop that one, or set PORT (of a worker: WORKER_PORT) to a free port.`;
  }
  if (code === 'EACCES' && syscall === 'listen') {
    return `This user may not listen on port ${read('port')}. Set PORT (of a worker: WORKER_PORT) to one above 1023.`;
  }
  const bind = process.env['LAUREL_BIND'];
  const isName = syscall === 'getaddrinfo' && bind !== undefined && read('hostname') === bind;
  if (code === 'EADDRNOTAVAIL' || isName) {
    return `LAUREL_BIND is ${bind ?? read('address')}, which is no address of this machine. Use localhost, 0.0.0.0, or an address that it has.`;
  }
  return null;
}
