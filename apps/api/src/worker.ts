import './config/require-temporal.js';
import './config/small-buffer-pools.js';
import 'reflect-metadata';
import { NestFactory } from '@nestjs/core';
import { Logger } from 'nestjs-pino';
import { AppModule } from './app.module.js';
import { Environment } from './config/environment.js';
import { STOP_SIGNALS } from './config/stop-signals.js';
import { exitWith } from './cli/exit.js';
import { answerForWorker } from './health/worker-listener.js';
import { surviveStrayRejections } from './logging/stray-rejections.js';
import { watchTime } from './workflow/time-limit/time-limit.js';

/** Does jobs, and with WORKER_PORT answers for its health; any number may run beside the API. */
async function start(): Promise<void> {
  const environment = Environment.from(process.env);
  await watchTime(() => process.kill(process.pid, 'SIGTERM'));
  const worker = await NestFactory.createApplicationContext(AppModule.with(environment, 'worker'), {
    bufferLogs: true,
    abortOnError: false,
  });
  worker.useLogger(worker.get(Logger));
  surviveStrayRejections(process, worker.get(Logger));
  worker.enableShutdownHooks(STOP_SIGNALS, { useProcessExit: true });
  await answerForWorker(worker, environment);
  worker.get(Logger).log('The worker does jobs');
}

await start().catch(exitWith);
