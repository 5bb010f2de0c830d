import './config/require-temporal.js';
import 'reflect-metadata';
import { CommandFactory } from 'nest-commander';
import { CliModule } from './cli/cli.module.js';
import { Environment } from './config/environment.js';
import { exitWith } from './cli/exit.js';

/** The operator's command line: `npm run laurel -- <command>`. */
async function run(): Promise<void> {
  await CommandFactory.run(CliModule.with(Environment.from(process.env)), {
    logger: ['error', 'warn'],
    errorHandler: exitWith,
    serviceErrorHandler: exitWith,
    cliName: 'laurel',
  });
}

await run().catch(exitWith);
