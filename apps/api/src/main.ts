import './config/require-temporal.js';
import './config/small-buffer-pools.js';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { Environment } from './config/environment.js';
import { exitWith } from './cli/exit.js';
import { STOP_SIGNALS } from './config/stop-signals.js';
import { APPLICATION_OPTIONS, configureHttp, createAdapter } from './http/application.js';
import { surviveStrayRejections } from './logging/stray-rejections.js';
import { watchTime } from './workflow/time-limit/time-limit.js';

/** The API: HTTP, and with LAUREL_WORKER=inline the jobs too. */
async function start(): Promise<void> {
  const environment = Environment.from(process.env);
  await watchTime(() => process.kill(process.pid, 'SIGTERM'));
  const app = await NestFactory.create<NestFastifyApplication>(
    AppModule.with(environment, 'api'),
    createAdapter(environment),
    APPLICATION_OPTIONS,
  );
  await configureHttp(app, environment);
  surviveStrayRejections(process, app.get(Logger));
  app.enableShutdownHooks(STOP_SIGNALS, { useProcessExit: true });
  await app.listen(environment.port, environment.bind);
}

await start().catch(exitWith);
