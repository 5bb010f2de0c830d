import type { QueryRunner } from 'typeorm';

/**
 * A connection of `pg`, as far as we speak to it past TypeORM, which neither prepares statements nor sends several
 * at once. Statements may be sent before earlier ones are answered (`pipeline` in data-source.ts); they are worked
 * off in their order.
 */
export interface DriverConnection {
  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- the caller says what its statement selects
  query<Row>(
    statement: string | { name: string; text: string; values: unknown[] },
  ): Promise<{ command: string; rows: Row[] }>;
  end(): Promise<void>;
}

/** The connection under a query runner, which leaves its type open. */
export async function driverConnectionOf(runner: QueryRunner): Promise<DriverConnection> {
  const connection: unknown = await runner.connect();
  if (!isDriverConnection(connection)) throw new Error('The driver gave something else than a connection');
  return connection;
}

/**
 * Keeps back what is sent on this connection until the code that runs now, and what follows it without waiting for
 * anything outside, is done; then it goes out in one piece. A write to a socket costs more than most statements.
 */
export function sendTogether(connection: DriverConnection): void {
  const stream: unknown = Reflect.get(Object(Reflect.get(connection, 'connection')), 'stream');
  if (!isCorkable(stream)) return;
  stream.cork();
  process.nextTick(() => stream.uncork());
}

const isDriverConnection = (connection: unknown): connection is DriverConnection =>
  typeof connection === 'object' &&
  connection !== null &&
  'query' in connection &&
  typeof connection.query === 'function' &&
  'end' in connection &&
  typeof connection.end === 'function';

const isCorkable = (stream: unknown): stream is { cork(): void; uncork(): void } =>
  typeof stream === 'object' &&
  stream !== null &&
  'cork' in stream &&
  typeof stream.cork === 'function' &&
  'uncork' in stream &&
  typeof stream.uncork === 'function';
