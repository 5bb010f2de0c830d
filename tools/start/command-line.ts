import path from 'node:path';
import { PlainFault } from '../process/plain-fault.mjs';
import { exitOf, startProgram } from './child-program.js';
import { Contents } from './contents.js';
import { openDatabase } from './database.js';
import { programs, projectRoot } from './project-paths.js';
import { readSettings } from './settings.js';

/**
 * The operator's command line with a database under it: the one of DATABASE_URL, or the embedded server, which
 * runs as long as the command does unless `npm start` keeps it running.
 *
 * @returns the command's exit code
 */
async function main(args: readonly string[]): Promise<number> {
  // Only migrations need the owner of the tables; every other command does with the application's own role.
  if (process.env['DATABASE_URL'] && args[0] !== 'migrate') return runIn(process.env, args);
  const settings = readSettings(process.env, projectRoot);
  // The command gets these signals from the terminal too, and ends; then the database can be given up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  const database = await openDatabase(settings);
  if (database.isEmbedded) {
    console.error(
      `(DATABASE_URL is not set: this is about the embedded PostgreSQL in ${path.join(settings.home, 'postgres')}.)`,
    );
  }
  try {
    const environment = { ...process.env, LAUREL_HOME: settings.home };
    // In a new home the operator would otherwise have to migrate first, to no one's benefit.
    if (database.isEmbedded && args[0] !== 'migrate') {
      await new Contents(database, settings.home, environment).migrate(() => undefined);
    }
    return await runIn({ ...environment, ...database.environment }, args);
  } finally {
    await database.stop();
  }
}

async function runIn(environment: NodeJS.ProcessEnv, args: readonly string[]): Promise<number> {
  const child = startProgram(programs.commandLine, args, {
    env: environment,
    stdio: ['inherit', 'inherit', 'inherit'],
    isOwnGroup: false,
  });
  process.on('SIGTERM', () => child.kill('SIGTERM'));
  process.on('disconnect', () => child.kill('SIGTERM'));
  return exitOf(child);
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof PlainFault ? error.message : error);
  process.exit(1);
}
