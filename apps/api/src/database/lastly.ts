import type { BoundStatement } from './prepared-statement.js';

/** The last statement of a transaction, and what the transaction answers then. */
export class Lastly<Result> {
  constructor(
    readonly statement: BoundStatement,
    readonly answer: (rows: readonly object[]) => Result,
  ) {}
}

/**
 * Ends the work of a transaction with a statement that nothing waits for inside: it is sent together with the
 * `COMMIT`, in one round trip less. When it fails, nothing of the transaction is kept and its error is thrown.
 *
 * @param answer what the transaction answers, given the statement's rows; called once all is committed
 */
export const lastly = <Result>(
  statement: BoundStatement,
  answer: (rows: readonly object[]) => Result,
): Lastly<Result> => new Lastly(statement, answer);
