// Jest's globalSetup of the projects `api` and `e2e`: one real PostgreSQL for the whole run, with a migrated
// template database that each test file clones (see database.ts).
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot, nodeBinary, projectEnvironment, root } from '../bootstrap/workspace.mjs';
import { isSameProcess, ownIdentity } from '../process/process-identity.mjs';
import { makeTemporaryFolder, temporaryParents } from '../process/temporary-folder.mjs';

const PREFIX = 'laurel-test-';
const OWNER_FILE = 'run.json';

export default async function setup() {
  // Both projects in one run share the server.
  if (process.env.LAUREL_TEST_ADMIN_URL !== undefined) return;

  runNode([inRoot('tools', 'build.mjs'), '--api-only'], 'The build failed');
  const { startEmbeddedPostgres } = await import(inRoot('dist', 'tools', 'postgres', 'embedded-postgres.js'));
  await sweepAbandoned(startEmbeddedPostgres);

  const home = makeTemporaryFolder(PREFIX, 1_000);
  writeFileSync(path.join(home, OWNER_FILE), JSON.stringify(ownIdentity()));
  const server = await startEmbeddedPostgres({ home, durable: false });
  globalThis.laurelTestServer = { server, home };

  const { prepareTemplate } = await import(inRoot('dist', 'tools', 'testing', 'template-database.js'));
  const urls = await prepareTemplate(server);
  const command = inRoot('dist', 'apps', 'api', 'src', 'cli.js');
  if (existsSync(command)) {
    runNode([command, 'migrate'], 'The template database could not be migrated', {
      DATABASE_URL: urls.appUrl,
      DATABASE_MIGRATION_URL: urls.ownerUrl,
      LAUREL_HOME: home,
    });
  }
  process.env.LAUREL_TEST_ADMIN_URL = server.adminUrl;
  process.env.LAUREL_TEST_OWNER_URL = urls.ownerUrl;
  process.env.LAUREL_TEST_APP_URL = urls.appUrl;
  process.env.LAUREL_TEST_HOME = home;
}

function runNode(args, failure, extra = {}) {
  const { status, stdout, stderr } = spawnSync(nodeBinary, args, {
    cwd: root,
    env: projectEnvironment(extra),
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(`${failure}:\n${stdout}${stderr}`);
}

/** Stops and removes the servers of test runs that were killed. */
async function sweepAbandoned(startEmbeddedPostgres) {
  const folders = temporaryParents().flatMap((parent) =>
    readdirSync(parent).map((name) => path.join(parent, name)),
  );
  for (const home of folders.filter((folder) => path.basename(folder).startsWith(PREFIX))) {
    const owner = path.join(home, OWNER_FILE);
    if (!existsSync(owner) || isSameProcess(JSON.parse(readFileSync(owner, 'utf8')))) continue;
    const server = await startEmbeddedPostgres({ home, durable: false });
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
