import { type EntityManager, QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { type DriverConnection, driverConnectionOf } from './driver-connection.js';
import { isError } from '../problem/is-error.js';

/** A statement that each connection parses and plans only once. One name has one text. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
}

/** A statement with its parameters. */
export interface BoundStatement extends PreparedStatement {
  readonly values: readonly unknown[];
}

/**
 * Runs a statement in the manager's transaction as `manager.query` does, but prepared under its name, which TypeORM
 * cannot ask for. For large statements that nearly every request runs: planning costs them more than running.
 *
 * @throws QueryFailedError as TypeORM does
 */
export async function queryPrepared<Row extends object>(
  manager: EntityManager,
  { name, text }: PreparedStatement,
  values: readonly unknown[],
): Promise<Row[]> {
  const { queryRunner } = manager;
  if (queryRunner === undefined) {
    throw new Error(`The statement ${name} was asked for outside of a transaction`);
  }
  // As TypeORM says of its own statements when the server has dropped the connection meanwhile.
  if (queryRunner.isReleased) throw new QueryRunnerAlreadyReleasedError();
  return sendPrepared<Row>(await driverConnectionOf(queryRunner), { name, text, values });
}

/** `queryPrepared` for a statement that has its parameters already. */
export const queryBound = <Row extends object>(
  manager: EntityManager,
  bound: BoundStatement,
): Promise<Row[]> => queryPrepared<Row>(manager, bound, bound.values);

/**
 * Sends a statement before this returns.
 *
 * @throws QueryFailedError as TypeORM does
 */
export async function sendPrepared<Row extends object>(
  connection: DriverConnection,
  { name, text, values }: BoundStatement,
): Promise<Row[]> {
  try {
    return (await connection.query<Row>({ name, text, values: [...values] })).rows;
  } catch (error) {
    // Not `instanceof`: what a socket throws may come from another realm, and must keep its code.
    throw new QueryFailedError(text, [...values], isError(error) ? error : new Error(String(error)));
  }
}
