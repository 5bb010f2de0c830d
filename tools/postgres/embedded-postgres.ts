import { mkdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { hasCode } from '../process/error-code.js';
import { PlainFault, explainFileFault } from '../process/plain-fault.mjs';
import { waitForLock } from '../process/process-lock.mjs';
import { findBinaries } from './binaries.js';
import { assertVersion, initialise, isInitialised } from './data-folder.js';
import { Leases } from './leases.js';
import { databaseUrl, ensureRoles } from './roles.js';
import { findRunning, freePort, isRunning, spawnServer, stopServer } from './server-process.js';
import { newSecrets, readSecrets, writeSecrets } from './server-secrets.js';
import type { ServerSecrets } from './server-secrets.js';
import { chooseServerUser } from './server-user.js';

/** The major version of the server that the pinned package brings. */
const MAJOR_VERSION = '18';
const READY_MILLISECONDS = 90_000;

/** A running server, and how to leave it. */
export interface EmbeddedPostgres {
  /** The superuser, database `postgres`. */
  adminUrl: string;
  /** The owner of database `laurel`, for migrations. */
  ownerUrl: string;
  /** The app's role on database `laurel`. */
  appUrl: string;
  port: number;
  pid: number;
  /** Whether a server that someone else left running was taken over. */
  isAdopted: boolean;
  isRunning(): boolean;
  /** Gives the server up; it stops unless another living process uses it too. */
  stop(): Promise<void>;
}

/**
 * Starts PostgreSQL on the data below `home/postgres`, or joins the server that already runs on it (one that a
 * killed process left, or that another command uses). Listens on 127.0.0.1 only; the port is remembered.
 * Repairs what a kill leaves behind: stale lock and pid files, an unfinished data folder, a taken port.
 *
 * @param options.home LAUREL_HOME; made if absent
 * @param options.durable `false` only for data that may be lost with a power cut (tests)
 * @throws PlainFault for what the person at the terminal can mend: rights, disk, an unsuitable data folder
 */
export async function startEmbeddedPostgres({
  home,
  durable = true,
}: {
  home: string;
  durable?: boolean;
}): Promise<EmbeddedPostgres> {
  try {
    return await start(home, durable);
  } catch (error) {
    throw explainFileFault(error, home);
  }
}

async function start(home: string, durable: boolean): Promise<EmbeddedPostgres> {
  await mkdir(path.join(home, 'postgres'), { recursive: true });
  // The server's command line is compared with this path, so it must be the same however it was written.
  const folder = path.join(await realpath(home), 'postgres');
  const dataFolder = path.join(folder, 'data');
  const leases = new Leases(path.join(folder, 'leases'));
  const lockFile = path.join(folder, 'server.lock');

  // Starting and stopping exclude each other; running side by side does not.
  const lock = await waitForLock(lockFile, { milliseconds: READY_MILLISECONDS });
  try {
    const server = await run({ folder, dataFolder, durable });
    const leave = await leases.take();
    return {
      adminUrl: databaseUrl(server.secrets, 'admin', 'postgres'),
      ownerUrl: databaseUrl(server.secrets, 'owner'),
      appUrl: databaseUrl(server.secrets, 'app'),
      port: server.secrets.port,
      pid: server.pid,
      isAdopted: server.isAdopted,
      isRunning: () => isRunning(server.pid),
      stop: async () => {
        const stopLock = await waitForLock(lockFile, { milliseconds: READY_MILLISECONDS });
        try {
          await leave();
          if ((await leases.count()) === 0) await stopServer(server.pid);
        } finally {
          stopLock.release();
        }
      },
    };
  } finally {
    lock.release();
  }
}

interface Folders {
  folder: string;
  dataFolder: string;
  durable: boolean;
}

interface RunningServer {
  secrets: ServerSecrets;
  pid: number;
  isAdopted: boolean;
}

async function run({ folder, dataFolder, durable }: Folders): Promise<RunningServer> {
  const secretsFile = path.join(folder, 'server.json');
  const logFile = path.join(folder, 'server.log');
  const binaries = await findBinaries();
  const user = await chooseServerUser(dataFolder, [binaries.postgres]);
  let secrets = await readSecrets(secretsFile);

  if (!isInitialised(dataFolder)) {
    secrets = newSecrets();
    await writeSecrets(secretsFile, secrets);
    await initialise(dataFolder, secrets.passwords.admin, binaries, user);
  } else if (secrets === undefined) {
    throw new PlainFault(
      `${secretsFile}, which holds the passwords of the database in ${dataFolder}, is missing. Put it back, or move ${folder} away to start afresh.`,
    );
  }
  await assertVersion(dataFolder, MAJOR_VERSION);

  const orphan = await findRunning(dataFolder);
  if (orphan !== undefined) {
    const adopted = { ...secrets, port: orphan.port };
    if (await becomesReady(adopted, orphan.pid, dataFolder, 20_000)) {
      await ensureRoles(adopted);
      return { secrets: adopted, pid: orphan.pid, isAdopted: true };
    }
    await stopServer(orphan.pid);
    await findRunning(dataFolder);
  }

  // Right after a postmaster was killed its children still hold the shared memory for a moment.
  for (let attempt = 1; ; attempt++) {
    secrets = { ...secrets, port: await freePort(secrets.port) };
    await writeSecrets(secretsFile, secrets);
    const pid = await spawnServer({ dataFolder, logFile, port: secrets.port, durable }, binaries, user);
    if (await becomesReady(secrets, pid, dataFolder, READY_MILLISECONDS)) {
      await ensureRoles(secrets);
      return { secrets, pid, isAdopted: false };
    }
    if (isRunning(pid)) await stopServer(pid);
    if (attempt === 5) {
      throw new PlainFault(
        `The embedded PostgreSQL does not start. Its own words are at the end of ${logFile}`,
      );
    }
    await sleep(500);
  }
}

/** Waits until the server answers on its port, as the one that runs on our data. */
async function becomesReady(
  secrets: ServerSecrets,
  pid: number,
  dataFolder: string,
  milliseconds: number,
): Promise<boolean> {
  const end = performance.now() + milliseconds;
  while (isRunning(pid) && performance.now() < end) {
    const answer = await dataFolderAt(secrets);
    if (answer !== undefined) return answer === dataFolder;
    await sleep(25);
  }
  return false;
}

async function dataFolderAt(secrets: ServerSecrets): Promise<string | undefined> {
  const client = new pg.Client({
    connectionString: databaseUrl(secrets, 'admin', 'postgres'),
    connectionTimeoutMillis: 5_000,
  });
  // A connection that the starting server drops must not end this process.
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return rows[0]?.data_directory;
  } catch (error) {
    // Not listening yet, or not yet accepting (57P03): ask again. A wrong password never gets better.
    if (hasCode(error, '28P01')) return '';
    return undefined;
  } finally {
    await client.end().catch(() => undefined);
  }
}
