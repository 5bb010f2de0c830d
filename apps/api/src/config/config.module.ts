import { type DynamicModule, Module } from '@nestjs/common';
import { Clock } from './clock.js';
import { Environment } from './environment.js';
import { PROCESS_ROLE, type ProcessRole } from './process-role.js';

/** The settings, the clock and the role of this process, for everyone. */
@Module({})
export class ConfigModule {
  static with(environment: Environment, role: ProcessRole): DynamicModule {
    return {
      module: ConfigModule,
      global: true,
      providers: [
        { provide: Environment, useValue: environment },
        { provide: PROCESS_ROLE, useValue: role },
        Clock,
      ],
      exports: [Environment, PROCESS_ROLE, Clock],
    };
  }
}
