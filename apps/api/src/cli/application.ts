import { type INestApplicationContext, Injectable, type OnModuleDestroy } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { Environment } from '../config/environment.js';

/** The application behind the commands: started by the first that needs it, closed with the command line. */
@Injectable()
export class Application implements OnModuleDestroy {
  private started: Promise<INestApplicationContext> | undefined;

  constructor(private readonly environment: Environment) {}

  async run<T>(work: (application: INestApplicationContext) => Promise<T>): Promise<T> {
    this.started ??= NestFactory.createApplicationContext(AppModule.with(this.environment, 'command'), {
      logger: ['error', 'warn'],
      abortOnError: false,
    });
    return work(await this.started);
  }

  async onModuleDestroy(): Promise<void> {
    await (await this.started)?.close();
  }
}
