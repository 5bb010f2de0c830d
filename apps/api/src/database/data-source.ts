import { DataSource, type DataSourceOptions } from 'typeorm';
import { DriverClient } from './driver-client.js';
import { entities } from './entities.js';
import { migrations } from './migrations/index.js';
import { ReadableNamingStrategy } from './naming-strategy.js';

export interface ConnectionSettings {
  url: string;
  /** Connections in the pool. */
  poolSize: number;
  applicationName: string;
}

/** How this process talks to PostgreSQL. The schema only ever changes through migrations. */
export const dataSourceOptions = ({ url, poolSize, applicationName }: ConnectionSettings) =>
  ({
    type: 'postgres',
    url,
    entities,
    migrations,
    migrationsTableName: 'schema_migrations',
    migrationsTransactionMode: 'each',
    namingStrategy: new ReadableNamingStrategy(),
    synchronize: false,
    logging: false,
    installExtensions: false,
    applicationName,
    poolSize,
    connectTimeoutMS: 5_000,
    // Statements that do not wait for each other's answers are sent at once.
    extra: { keepAlive: true, idleTimeoutMillis: 30_000, pipeline: true, Client: DriverClient },
  }) as const satisfies DataSourceOptions;

/**
 * How long a statement, the wait for a lock, and a transaction that does nothing may take, in milliseconds: a
 * process or a network that vanished in mid-transaction must not hold others up for as long as TCP hopes. Whoever
 * is cut off is told to try again (`database-faults.ts`). Not for migrations, which take as long as they take.
 */
export const PATIENCE = {
  statement_timeout: 60_000,
  lock_timeout: 10_000,
  idle_in_transaction_session_timeout: 60_000,
} as const;

export const createDataSource = (settings: ConnectionSettings) => new DataSource(dataSourceOptions(settings));
