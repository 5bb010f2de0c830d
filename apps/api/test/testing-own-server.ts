import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { type EmbeddedPostgres, startEmbeddedPostgres } from '../../../tools/postgres/embedded-postgres.js';
import { withDatabase } from '../../../tools/testing/template-database.js';
import { migrate } from '../src/database/migrate.js';
import { type TestApp, startTestApp } from './testing-app.js';

/** How a server goes away: as one should, by `kill -9` of its first process, or by one of a connection's process. */
export type Ending = 'in order' | 'killed' | 'a connection killed';

/** A PostgreSQL of a test file's own, and the application over it: stopping the one that all files share would stop them all. */
export class OwnServer {
  private constructor(
    private readonly home: string,
    private server: EmbeddedPostgres,
    readonly app: TestApp,
  ) {}

  static async start(): Promise<OwnServer> {
    const home = await mkdtemp(path.join(tmpdir(), 'laurel-away-'));
    const server = await startEmbeddedPostgres({ home });
    await migrate(server.ownerUrl);
    const app = await startTestApp({
      database: {
        appUrl: server.appUrl,
        ownerUrl: server.ownerUrl,
        adminUrl: withDatabase(server.adminUrl, 'laurel'),
        drop: async () => undefined,
      },
    });
    return new OwnServer(home, server, app);
  }

  /** Takes the server away; one whose connection was killed ends all of them, and comes back by itself. */
  async goAway(ending: Ending): Promise<void> {
    if (ending === 'in order') await this.server.stop();
    else if (ending === 'killed') process.kill(this.server.pid, 'SIGKILL');
    else process.kill(await this.someConnection(), 'SIGKILL');
  }

  /** Starts the server again on the same data and the same port. */
  async comeBack(): Promise<void> {
    this.server = await startEmbeddedPostgres({ home: this.home });
  }

  async stop(): Promise<void> {
    await this.app.stop();
    await this.server.stop();
    await rm(this.home, { recursive: true, force: true });
  }

  /** The process of a connection that the application holds. */
  private async someConnection(): Promise<number> {
    const admin = new pg.Client({ connectionString: withDatabase(this.server.adminUrl, 'laurel') });
    // It is ended with all the others.
    admin.on('error', () => undefined);
    await admin.connect();
    try {
      const { rows } = await admin.query<{ pid: number }>(
        `select pid from pg_stat_activity where datname = 'laurel' and pid <> pg_backend_pid() and state is not null
         order by query_start desc limit 1`,
      );
      const [row] = rows;
      if (row === undefined) throw new Error('The application holds no connection');
      return row.pid;
    } finally {
      await admin.end();
    }
  }
}
