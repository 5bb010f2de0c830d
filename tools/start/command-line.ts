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
  const settings = readSettings(process.env, projectRoot);
  // The command gets these signals from the terminal too, and ends; then the database can be given up.
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => undefined);
  const database = await openDatabase(settings);
  try {
    const environment = { ...process.env, LAUREL_HOME: settings.home };
    // In a new home the operator would otherwise have to migrate first, to no one's benefit.
    if (database.isEmbedded && args[0] !== 'migrate') {
      await new Contents(database, settings.home, environment).migrate(() => undefined);
    }
    const child = startProgram(programs.commandLine, args, {
      env: { ...environment, ...database.environment },
      stdio: ['inherit', 'inherit', 'inherit'],
      isOwnGroup: false,
    });
    process.on('SIGTERM', () => child.kill('SIGTERM'));
    process.on('disconnect', () => child.kill('SIGTERM'));
    return await exitOf(child);
  } finally {
    await database.stop();
  }
}

try {
  process.exit(await main(process.argv.slice(2)));
} catch (error) {
  console.error(error instanceof PlainFault ? error.message : error);
  process.exit(1);
}
