import { Global, Module } from '@nestjs/common';
import { Environment } from '../config/environment.js';
import { Sealing } from './sealing.js';
import { loadSealingKeys } from './sealing-keys.js';

/** Secrets that must be read again later, for every feature. */
@Global()
@Module({
  providers: [
    {
      provide: Sealing,
      inject: [Environment],
      useFactory: (environment: Environment) =>
        new Sealing(loadSealingKeys(environment.secrets, environment.home)),
    },
  ],
  exports: [Sealing],
})
export class SealingModule {}
