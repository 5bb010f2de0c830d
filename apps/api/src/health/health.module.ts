import { Global, Module } from '@nestjs/common';
import { TenantDatabase } from '../database/tenant-database.js';
import { HealthController } from './health.controller.js';
import { HealthProbes } from './health-probes.js';

@Global()
@Module({ controllers: [HealthController], providers: [HealthProbes], exports: [HealthProbes] })
export class HealthModule {
  constructor(probes: HealthProbes, database: TenantDatabase) {
    probes.register('database', () => database.platform(async (manager) => manager.query('select 1')));
  }
}
