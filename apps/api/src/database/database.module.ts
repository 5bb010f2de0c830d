import { Global, Module, type OnModuleInit } from '@nestjs/common';
import { TypeOrmModule } from '@nestjs/typeorm';
import { DataSource } from 'typeorm';
import { Environment } from '../config/environment.js';
import { PROCESS_ROLE, type ProcessRole } from '../config/process-role.js';
import { refuseMissingColumns, refuseMissingTables, refuseUnsafeRole } from './boot-checks.js';
import { dataSourceOptions, PATIENCE } from './data-source.js';
import { TenantDatabase } from './tenant-database.js';

/** The pool, and the one door through it. */
@Global()
@Module({
  imports: [
    TypeOrmModule.forRootAsync({
      inject: [Environment, PROCESS_ROLE],
      useFactory: (environment: Environment, role: ProcessRole) => {
        const options = dataSourceOptions({
          url: environment.databaseUrl,
          poolSize: environment.databasePoolSize,
          applicationName: `laurel-${role}`,
        });
        return {
          ...options,
          extra: { ...options.extra, ...PATIENCE },
          // A database that starts beside us gets a few seconds; after that the operator should hear of it.
          retryAttempts: 5,
          retryDelay: 1_000,
        };
      },
    }),
  ],
  providers: [TenantDatabase],
  exports: [TenantDatabase],
})
export class DatabaseModule implements OnModuleInit {
  constructor(private readonly dataSource: DataSource) {}

  async onModuleInit(): Promise<void> {
    await refuseUnsafeRole(this.dataSource);
    await refuseMissingTables(this.dataSource);
    await refuseMissingColumns(this.dataSource);
  }
}
