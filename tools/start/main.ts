import path from 'node:path';
import { PlainFault, explainFileFault } from '../process/plain-fault.mjs';
import { duration, step } from '../process/progress.mjs';
import { apiLog, startApi, stopOrphanedApi } from './api-process.js';
import type { ApiProcess } from './api-process.js';
import { Contents } from './contents.js';
import { openDatabase } from './database.js';
import type { Database } from './database.js';
import { startIdentityProvider } from './identity-process.js';
import { lockHome, noteAddress } from './home-lock.js';
import { anyFreePort, assertPortFree } from './listening-port.js';
import { programs, projectRoot } from './project-paths.js';
import { readSettings } from './settings.js';
import { onStopRequest } from './stop-requests.js';
import { Supervisor } from './supervisor.js';

const say = (sentence: string): void => console.log(sentence);

/** Everything that `npm start` does once packages are installed and sources are built. */
async function main(): Promise<void> {
  const stopping = new AbortController();
  const undo: (() => Promise<void> | void)[] = [];
  let hurry: () => void = () => undefined;
  onStopRequest(
    () => {
      say('\nStopping…');
      stopping.abort();
    },
    () => hurry(),
  );
  try {
    const supervisor = await bringUp(stopping.signal, undo);
    hurry = () => supervisor.hurry();
    await supervisor.watch();
  } catch (error) {
    if (!stopping.signal.aborted) throw error;
  } finally {
    for (const action of undo.reverse()) await action();
  }
  say('Laurel has stopped.');
}

/**
 * Brings everything up, step by step; each step adds to `undo` how to take it down again.
 *
 * @param stop between the steps, and inside the long ones, everything ends when this asks for it
 */
async function bringUp(stop: AbortSignal, undo: (() => Promise<void> | void)[]): Promise<Supervisor> {
  const begin = performance.now();
  const settings = readSettings(process.env, projectRoot);
  const { home } = settings;
  const lock = await lockHome(home, say);
  undo.push(() => lock.release());
  if (await stopOrphanedApi(home)) say('Stopped the API that a killed start had left running.');
  const port = settings.port === 0 ? await anyFreePort() : settings.port;
  await assertPortFree(port);
  stop.throwIfAborted();

  const database = await step('Database', async (tell) => {
    const opened = await openDatabase(settings);
    tell(opened.description);
    return opened;
  });
  undo.push(() => database.stop());
  stop.throwIfAborted();

  const identity = settings.isDemoWanted
    ? await step('Demo identity provider', () => startIdentityProvider(home, port))
    : undefined;
  if (identity !== undefined) undo.push(() => identity.stop());
  stop.throwIfAborted();

  const environment = {
    // Wherever the command was started from, the portal is the one that was just built.
    LAUREL_PORTAL: path.join(projectRoot, 'dist', 'portal'),
    ...process.env,
    PORT: String(port),
    LAUREL_HOME: home,
    // The demo's provider is on this machine, where no other may be.
    ...(identity && { LAUREL_LOOPBACK_PROVIDERS: 'on', LAUREL_DEMO_ISSUER: identity.issuer }),
  };
  const contents = new Contents(database, home, environment, stop);
  await step('Tables', (tell) => contents.migrate(tell));
  const demo = settings.isDemoWanted ? await step('Demo tenants', (tell) => contents.loadDemo(tell)) : '';

  const parts = {
    openDatabase: () => openDatabase(settings),
    startApi: (current: Database): Promise<ApiProcess> =>
      startApi({
        file: programs.api,
        home,
        port,
        environment: { ...environment, ...current.environment },
        signal: stop,
      }),
    say,
  };
  const api = await step('API and portal', () => parts.startApi(database));
  const supervisor = new Supervisor(parts, database, api, stop);
  undo.push(() => supervisor.stop());

  const address = `http://localhost:${port}`;
  noteAddress(home, address);
  say(`\nLaurel is ready at ${address}`);
  if (demo.trim() !== '') say(`\n${demo.trim()}`);
  say(
    `\nReady after ${duration(performance.now() - begin)}. The API’s log: ${apiLog(home)}. Ctrl-C stops everything.`,
  );
  return supervisor;
}

try {
  await main();
  process.exit(0);
} catch (error) {
  const explained = explainFileFault(error, process.env['LAUREL_HOME'] ?? '.laurel');
  console.error(explained instanceof PlainFault ? `\n${explained.message}` : explained);
  process.exit(1);
}
