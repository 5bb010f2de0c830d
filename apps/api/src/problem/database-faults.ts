import { QueryFailedError } from 'typeorm';
import { isError } from './is-error.js';

/** SQLSTATEs after which the same request may well succeed: the server is going, coming, or too busy. */
const PASSING_STATES = new Set([
  '57P01', // admin_shutdown
  '57P02', // crash_shutdown
  '57P03', // cannot_connect_now
  '57P05', // idle_session_timeout
  '57014', // query_canceled
  '53300', // too_many_connections
  '40001', // serialization_failure
  '40P01', // deadlock_detected
  '55P03', // lock_not_available
  '25P03', // idle_in_transaction_session_timeout
]);

const LOST_CONNECTION = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'ECONNABORTED',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
]);

/** What `pg` and its pool say without any code. */
const LOST_MESSAGE =
  /^(timeout exceeded when trying to connect|Connection terminated|Client has encountered a connection error|Client was closed|Query read timeout|Cannot use a pool after calling end|Driver not Connected|The (server closed|connection was closed))/i;

/** Whether this failure means that the database is away or busy, rather than that something is wrong with us. */
export function isDatabaseAway(error: unknown): boolean {
  if (!isError(error)) return false;
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  // What connecting to a name with several addresses throws.
  const parts = partsOf(cause);
  if (parts.length > 0) return parts.some(isDatabaseAway);
  const code = codeOf(cause);
  if (code !== undefined) {
    if (PASSING_STATES.has(code) || code.startsWith('08')) return true;
    // Only sockets to the database throw these as they are; other parts wrap what they meet.
    if (LOST_CONNECTION.has(code)) return !isAborted(cause);
  }
  return isError(cause) && LOST_MESSAGE.test(cause.message);
}

/** Node's word for a request whose sender went away while it was being read: nothing of the database's. */
const isAborted = (error: unknown): boolean =>
  isError(error) && error.message === 'aborted' && !('syscall' in error);

/** Looked at by shape: errors of Node's own modules may come from another realm, where `instanceof` says no. */
const partsOf = (error: unknown): readonly unknown[] => {
  const errors: unknown = isError(error) ? Reflect.get(error, 'errors') : undefined;
  return Array.isArray(errors) ? errors : [];
};

const codeOf = (error: unknown): string | undefined =>
  typeof error === 'object' && error !== null && 'code' in error && typeof error.code === 'string'
    ? error.code
    : undefined;
