import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { migrate } from '../../apps/api/src/database/migrate.js';
import { startEmbeddedPostgres } from '../postgres/embedded-postgres.js';

export interface BenchDatabase {
  appUrl: string;
  ownerUrl: string;
  /** A folder of the run's own, gone afterwards. */
  home: string;
  /** Of the server's first process. */
  pid: number;
}

/** A PostgreSQL of the bench's own, with the durability of production. */
export async function withBenchDatabase<T>(work: (database: BenchDatabase) => Promise<T>): Promise<T> {
  const home = mkdtempSync(path.join(tmpdir(), 'laurel-bench-'));
  const server = await startEmbeddedPostgres({ home });
  try {
    await migrate(server.ownerUrl);
    return await work({ appUrl: server.appUrl, ownerUrl: server.ownerUrl, home, pid: server.pid });
  } finally {
    await server.stop();
    rmSync(home, { recursive: true, force: true });
  }
}
