import { DataSource, type DataSourceOptions } from 'typeorm';
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
    extra: { keepAlive: true, idleTimeoutMillis: 30_000, pipeline: true },
  }) as const satisfies DataSourceOptions;

export const createDataSource = (settings: ConnectionSettings) => new DataSource(dataSourceOptions(settings));
