import { type EntityManager, QueryFailedError } from 'typeorm';

/** A statement that each connection parses and plans only once. One name has one text. */
export interface PreparedStatement {
  readonly name: string;
  readonly text: string;
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
  if (queryRunner === undefined || queryRunner.isReleased) {
    throw new Error(`The statement ${name} was asked for outside of a transaction`);
  }
  const connection: unknown = await queryRunner.connect();
  if (!isPreparing<Row>(connection)) throw new Error('The connection cannot prepare statements');
  try {
    return (await connection.query({ name, text, values: [...values] })).rows;
  } catch (error) {
    throw new QueryFailedError(text, [...values], error instanceof Error ? error : new Error(String(error)));
  }
}

interface PreparingConnection<Row> {
  query(statement: { name: string; text: string; values: unknown[] }): Promise<{ rows: Row[] }>;
}

/** TypeORM leaves the type of its driver's connection open; it is one of `pg`. */
const isPreparing = <Row>(connection: unknown): connection is PreparingConnection<Row> =>
  typeof connection === 'object' &&
  connection !== null &&
  'query' in connection &&
  typeof connection.query === 'function';
