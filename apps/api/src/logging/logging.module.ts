import { Module } from '@nestjs/common';
import { LoggerModule } from 'nestjs-pino';
import { Environment } from '../config/environment.js';
import { logOptions } from './log-options.js';

/** Structured logs for everything, Nest's own lines included. */
@Module({
  imports: [
    LoggerModule.forRootAsync({
      inject: [Environment],
      useFactory: (environment: Environment) => ({ pinoHttp: logOptions(environment.logLevel) }),
    }),
  ],
})
export class LoggingModule {}
