import pg from 'pg';
import { isError } from '../problem/is-error.js';

/**
 * `pg`'s connection, whose promises are made here rather than by `pg`. V8 puts a function that is written right where
 * a property takes it, as in `query.callback = (error, result) => …`, among what is old from the start; only a major
 * collection finds out that it is dead, and until then it holds the whole answer, and whatever that is part of.
 */
export class DriverClient extends pg.Client {
  // eslint-disable-next-line @typescript-eslint/no-explicit-any -- an override must fit every overload of `pg`, and only this does
  override query(...given: unknown[]): any {
    const [statement, values, callback] = given;
    if (isAnsweredOtherwise(statement, values, callback)) return this.send(given);
    return new Promise<unknown>((resolve, reject) => {
      const answer = (error: Error | null, result: unknown) => (error ? reject(error) : resolve(result));
      this.send([statement, values, answer]);
    }).catch((error: unknown) => {
      // As `pg` does: the way to whoever asked, rather than to the socket that the answer came from.
      if (isError(error)) Error.captureStackTrace(error);
      throw error;
    });
  }

  private send(given: readonly unknown[]): unknown {
    // eslint-disable-next-line @typescript-eslint/unbound-method -- `apply` binds it in this very line; a call would have to choose one of the overloads
    return Reflect.apply(super.query, this, given);
  }
}

/** Through a callback, or by an object that takes the rows itself. */
const isAnsweredOtherwise = (statement: unknown, values: unknown, callback: unknown): boolean =>
  typeof values === 'function' ||
  typeof callback === 'function' ||
  (typeof statement === 'object' &&
    statement !== null &&
    (typeof Reflect.get(statement, 'submit') === 'function' ||
      typeof Reflect.get(statement, 'callback') === 'function'));
