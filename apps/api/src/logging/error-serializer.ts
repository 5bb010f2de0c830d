import { QueryFailedError } from 'typeorm';
import { isError } from '../problem/is-error.js';

/**
 * An error as it is logged. Messages of the database quote the values that were stored, and TypeORM adds the
 * statement with its parameters: those are people's data. What remains says which rule was broken and where.
 */
export function serializeError(error: unknown): Record<string, unknown> {
  if (!isError(error)) return { type: typeof error };
  const parts: unknown = Reflect.get(error, 'errors');
  if (Array.isArray(parts)) {
    return { type: error.name, errors: parts.map(serializeError), stack: framesOf(error) };
  }
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  const isFromDatabase = error instanceof QueryFailedError || 'severity' in error;
  return {
    type: error.name,
    ...(isFromDatabase ? {} : { message: error.message }),
    ...pick(cause, ['code', 'constraint', 'table', 'column', 'routine', 'syscall']),
    stack: framesOf(error),
    ...(error.cause === undefined ? {} : { cause: serializeError(error.cause) }),
  };
}

/** The stack without its first lines, which repeat the message. */
const framesOf = ({ stack }: Error) =>
  stack
    ?.split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');

const pick = (value: unknown, names: readonly string[]) =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(
        names
          .map((name) => [name, Reflect.get(value, name)] as const)
          .filter(([, found]) => typeof found === 'string'),
      )
    : {};
