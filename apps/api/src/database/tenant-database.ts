import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager, QueryRunnerAlreadyReleasedError, type QueryRunner } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/**
 * The one door to the database. Everything a tenant owns is read and written inside `transaction`, which sets
 * the tenant for exactly as long as the transaction lasts; row-level security refuses anything else.
 */
@Injectable()
export class TenantDatabase {
  constructor(private readonly dataSource: DataSource) {}

  /**
   * Runs `work` in one transaction of the context's tenant, and commits unless it throws. The manager is valid
   * only inside. Nothing slow or external may happen in `work`.
   */
  async transaction<T>(
    context: Pick<TenantContext, 'tenant'>,
    work: (manager: EntityManager) => Promise<T>,
  ): Promise<T> {
    const tenantId = context.tenant.id;
    if (!UUID.test(tenantId)) throw new Error('A tenant transaction was asked for without a tenant');
    // SET LOCAL rather than set_config(): Citus passes it on to the shards.
    return this.run(`BEGIN; SET LOCAL app.tenant_id = '${tenantId}'`, work);
  }

  /** For the few tables without a tenant. Tenant tables are out of reach here. */
  async platform<T>(work: (manager: EntityManager) => Promise<T>): Promise<T> {
    return this.run('BEGIN', work);
  }

  /** How the pool stands, for metrics. */
  poolStatus(): { total: number; idle: number; waiting: number } {
    const pool: unknown = Reflect.get(this.dataSource.driver, 'master');
    const count = (name: string) => {
      const value: unknown = typeof pool === 'object' && pool !== null ? Reflect.get(pool, name) : 0;
      return typeof value === 'number' ? value : 0;
    };
    return { total: count('totalCount'), idle: count('idleCount'), waiting: count('waitingCount') };
  }

  private async run<T>(begin: string, work: (manager: EntityManager) => Promise<T>): Promise<T> {
    const runner = this.dataSource.createQueryRunner();
    try {
      await runner.connect();
      // Before the statement: when it fails half-way, the connection must not go back with what it began.
      markTransaction(runner, true);
      // One round trip for both statements; TypeORM is told, so that `save` opens no transaction of its own.
      await runner.query(begin);
      const result = await work(runner.manager);
      await runner.query('COMMIT');
      return result;
    } catch (error) {
      if (runner.isTransactionActive) await this.rollBack(runner);
      // TypeORM gives a connection back by itself when the server drops it between two statements.
      throw error instanceof QueryRunnerAlreadyReleasedError ? new ConnectionLost(error) : error;
    } finally {
      markTransaction(runner, false);
      await runner.release();
    }
  }

  /** A connection that cannot even roll back goes out of the pool with its transaction. */
  private async rollBack(runner: QueryRunner): Promise<void> {
    if (runner.isReleased) return;
    try {
      await runner.query('ROLLBACK');
    } catch {
      const connection: unknown = await runner.connect().catch(() => undefined);
      if (hasEnd(connection)) connection.end().catch(() => undefined);
    }
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

const hasEnd = (connection: unknown): connection is { end(): Promise<void> } =>
  typeof connection === 'object' &&
  connection !== null &&
  'end' in connection &&
  typeof connection.end === 'function';
