import { type INestApplicationContext, Injectable } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { AppModule } from '../app.module.js';
import { Environment } from '../config/environment.js';

/** The application behind a command: started for it, closed after it. */
@Injectable()
export class Application {
  constructor(private readonly environment: Environment) {}

  async run<T>(work: (application: INestApplicationContext) => Promise<T>): Promise<T> {
    const application = await NestFactory.createApplicationContext(
      AppModule.with(this.environment, 'command'),
      { logger: ['error', 'warn'], abortOnError: false },
    );
    try {
      return await work(application);
    } finally {
      await application.close();
    }
  }
}
