import { Injectable } from '@nestjs/common';
import {
  DataSource,
  type EntityManager,
  type QueryRunner,
  QueryRunnerAlreadyReleasedError,
  QueryRunnerProviderAlreadyReleasedError,
} from 'typeorm';
import { FairQueue } from '../tenancy/fair-queue.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { driverConnectionOf, sendTogether } from './driver-connection.js';
import { Lastly } from './lastly.js';
import { type PreparedStatement, sendPrepared } from './prepared-statement.js';

/** What `pg` opens at most when it is not told. */
const DRIVER_POOL_SIZE = 10;
/** The turn of what belongs to no tenant. */
const PLATFORM = '-';
const PATIENCE_MILLISECONDS = 5_000;
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The one door to the database. Everything a tenant owns is read and written inside `transaction`, which sets
 * the tenant for exactly as long as the transaction lasts; row-level security refuses anything else.
 */
@Injectable()
export class TenantDatabase {
  /** Connections go to tenants in turn: nobody waits behind another one's hundred. */
  private readonly turns: FairQueue;

  constructor(private readonly dataSource: DataSource) {
    const concurrency = dataSource.options.poolSize ?? DRIVER_POOL_SIZE;
    // A fifth is always left to the others.
    const perKey = Math.max(1, Math.floor(concurrency * 0.8));
    this.turns = new FairQueue({ concurrency, perKey, waitingPerKey: Infinity });
  }

  /**
   * Runs `work` in one transaction of the context's tenant, and commits unless it throws. The manager is valid
   * only inside. Nothing slow or external may happen in `work`, which may end with its last statement (`lastly`).
   */
  async transaction<T>(
    context: Pick<TenantContext, 'tenant'>,
    work: (manager: EntityManager) => Promise<T | Lastly<T>>,
  ): Promise<T> {
    return this.run(context.tenant.id, beginFor(context), work);
  }

  /** One statement that only reads, in one round trip where `transaction` needs three: for what every request asks. */
  async glance<Row>(
    context: Pick<TenantContext, 'tenant'>,
    statement: PreparedStatement,
    values: readonly unknown[],
  ): Promise<Row[]> {
    const begin = beginFor(context);
    return this.onConnection(context.tenant.id, async (runner) => {
      const connection = await driverConnectionOf(runner);
      markTransaction(runner, true);
      sendTogether(connection);
      const [begun, found, ended] = await Promise.allSettled([
        connection.query(begin),
        connection.query<Row>({ ...statement, values: [...values] }),
        // Rolls back what has failed.
        connection.query('COMMIT'),
      ]);
      if (begun.status === 'rejected') throw begun.reason;
      if (found.status === 'rejected') throw found.reason;
      if (ended.status === 'rejected') throw ended.reason;
      return found.value.rows;
    });
  }

  /** For the few tables without a tenant. Tenant tables are out of reach here. */
  async platform<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.run(PLATFORM, 'BEGIN', work);
  }

  /** How the pool stands, for metrics. */
  poolStatus(): { total: number; idle: number; waiting: number } {
    const pool: unknown = Reflect.get(this.dataSource.driver, 'master');
    const count = (name: string) => {
      const value: unknown = typeof pool === 'object' && pool !== null ? Reflect.get(pool, name) : 0;
      return typeof value === 'number' ? value : 0;
    };
    const waiting = this.turns.status().reduce((sum, line) => sum + line.waiting, 0);
    return { total: count('totalCount'), idle: count('idleCount'), waiting };
  }

  private async run<T>(
    whose: string,
    begin: string,
    work: (manager: EntityManager) => Promise<T | Lastly<T>>,
  ): Promise<T> {
    return this.onConnection(whose, async (runner) => {
      const connection = await driverConnectionOf(runner);
      // Before the statement: when it fails half-way, the connection must not go back with what it began.
      // TypeORM is told, so that `save` opens no transaction of its own.
      markTransaction(runner, true);
      // Not waited for: it travels with the first statement of the work, which the server does after it. Were it to
      // fail, there would be no tenant either, and that statement would be refused.
      sendTogether(connection);
      const begun = connection.query(begin);
      const [beginning, working] = await Promise.allSettled([begun, Promise.try(work, runner.manager)]);
      if (beginning.status === 'rejected') throw beginning.reason;
      if (working.status === 'rejected') throw working.reason;
      if (!(working.value instanceof Lastly)) {
        assertCommitted(await connection.query('COMMIT'));
        return working.value;
      }
      const { statement, answer } = working.value;
      sendTogether(connection);
      // Where the statement fails, the server turns the COMMIT into a ROLLBACK.
      const [written, committed] = await Promise.allSettled([
        sendPrepared(connection, statement),
        connection.query('COMMIT'),
      ]);
      if (written.status === 'rejected') throw written.reason;
      if (committed.status === 'rejected') throw committed.reason;
      assertCommitted(committed.value);
      return answer(written.value);
    });
  }

  private async onConnection<T>(whose: string, use: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const giveBack = await this.turnOf(whose);
    try {
      return await this.onFreeConnection(use);
    } finally {
      giveBack();
    }
  }

  /** @throws PoolBusy when no connection becomes free in time */
  private async turnOf(whose: string): Promise<() => void> {
    const { promise, resolve, reject } = Promise.withResolvers<() => void>();
    const place = this.turns.enter(whose, resolve);
    if (place?.hasToWait !== true) return promise;
    const patience = setTimeout(() => {
      place.withdraw();
      reject(new PoolBusy());
    }, PATIENCE_MILLISECONDS);
    return promise.finally(() => clearTimeout(patience));
  }

  /** Lends a connection of the pool, and takes it back without an open transaction whatever happens. */
  private async onFreeConnection<T>(use: (runner: QueryRunner) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      return await use(runner);
    } catch (error) {
      if (runner.isTransactionActive) await this.rollBack(runner);
      // TypeORM gives a connection back by itself when the server drops it between two statements.
      throw isGivenBack(error) ? new ConnectionLost(error) : error;
    } finally {
      markTransaction(runner, false);
      await runner.release();
    }
  }

  /** A connection that cannot even roll back goes out of the pool with its transaction. */
  private async rollBack(runner: QueryRunner): Promise<void> {
    if (runner.isReleased) return;
    const connection = await driverConnectionOf(runner);
    try {
      await connection.query('ROLLBACK');
    } catch {
      connection.end().catch(() => undefined);
    }
  }
}

/** Opens a transaction of the tenant; without one there is none to open. */
function beginFor({ tenant }: Pick<TenantContext, 'tenant'>): string {
  if (!UUID.test(tenant.id)) throw new Error('A tenant transaction was asked for without a tenant');
  // SET LOCAL rather than set_config(): Citus passes it on to the shards.
  return `BEGIN; SET LOCAL app.tenant_id = '${tenant.id}'`;
}

/** PostgreSQL answers a COMMIT with a rollback, and no error, when an earlier statement failed and nobody heeded it. */
function assertCommitted({ command }: { command: string }): void {
  if (command !== 'COMMIT')
    throw new Error('The transaction was rolled back, because a statement in it had failed');
}

/** The manager says it one way, the connection under it another. */
const isGivenBack = (error: unknown): error is Error =>
  error instanceof QueryRunnerAlreadyReleasedError ||
  error instanceof QueryRunnerProviderAlreadyReleasedError;

/** Every connection was in use for longer than anybody should wait. */
export class PoolBusy extends Error {
  override name = 'PoolBusy';
  /** SQLSTATE too_many_connections: the same request may well succeed later. */
  readonly code = '53300';

  constructor() {
    super('No connection to the database became free in time');
  }
}

/** The server dropped the connection in the middle of a transaction; nothing of it was stored. */
export class ConnectionLost extends Error {
  override name = 'ConnectionLost';
  /** SQLSTATE connection_failure. */
  readonly code = '08006';

  constructor(cause: Error) {
    super('The connection to the database was lost', { cause });
  }
}

/**
 * TypeORM offers no way to hand it a transaction that is already open; it only reads these properties. With the
 * depth, a transaction somebody opens inside is a savepoint, and cannot commit this one before its time.
 */
const markTransaction = (runner: QueryRunner, isActive: boolean) => {
  Reflect.set(runner, 'isTransactionActive', isActive);
  Reflect.set(runner, 'transactionDepth', isActive ? 1 : 0);
};
