import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Type } from '@nestjs/common';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Plugin } from '@laurel/plugin-kit';
import { Test } from '@nestjs/testing';
import pg from 'pg';
import { type TestDatabase, createTestDatabase } from '../../../tools/testing/database.js';
import { AppModule } from '../src/app.module.js';
import { Clock } from '../src/config/clock.js';
import { Environment } from '../src/config/environment.js';
import { TenantDatabase } from '../src/database/tenant-database.js';
import { PluginRegistry } from '../src/workflow/steps/plugin-registry.js';
import { APPLICATION_OPTIONS, configureHttp, createAdapter } from '../src/http/application.js';
import { TestClient } from './testing-client.js';
import { type Society, type SocietyOptions, createSociety } from './testing-society.js';

/** A clock that stands still until it is told. */
export class TestClock extends Clock {
  constructor(private instant = new Clock().now()) {
    super();
  }
  override now(): Temporal.Instant {
    return this.instant;
  }
  advance(by: Temporal.DurationLike): void {
    this.instant = this.instant.add(by);
  }
}

export interface TestAppOptions {
  clock?: Clock;
  /** Settings beside those every test application has. */
  settings?: Record<string, string>;
  /** Plugins instead of the installed ones, e.g. hostile ones. */
  plugins?: readonly Plugin[];
  /** Modules beside the application's own, e.g. with a job of the test's. */
  modules?: Type[];
  /** Another application on the same database, as a second API process would be. */
  database?: TestDatabase;
}

export interface TestApp {
  app: NestFastifyApplication;
  port: number;
  /** A temporary folder, `LAUREL_HOME` of this application. */
  home: string;
  database: TestDatabase;
  /** The one door, as the application itself uses it. */
  tenants: TenantDatabase;
  /** A fresh browser at a tenant's default host, or at any host with a dot in it. */
  client(tenantOrHost: string): TestClient;
  /** A tenant with an activity, offerings and learners; the same people and codes in every one. */
  createTenant(slug: string, options?: SocietyOptions): Promise<Society>;
  /** Looks into the tables past row-level security. */
  inspect<Row extends pg.QueryResultRow>(sql: string, values?: unknown[]): Promise<Row[]>;
  stop(): Promise<void>;
}

/** The whole application on a free port, over a database of its own. */
export async function startTestApp(options: TestAppOptions = {}): Promise<TestApp> {
  const database = options.database ?? (await createTestDatabase());
  const home = await mkdtemp(path.join(tmpdir(), 'laurel-api-'));
  const environment = Environment.from({
    PORT: '0',
    DATABASE_URL: database.appUrl,
    LAUREL_HOME: home,
    LAUREL_PORTAL: path.join(home, 'portal'),
    LOG_LEVEL: process.env.LOG_LEVEL ?? 'fatal',
    ...(process.env.CHROMIUM_PATH === undefined ? {} : { CHROMIUM_PATH: process.env.CHROMIUM_PATH }),
    ...options.settings,
  });
  const building = Test.createTestingModule({
    imports: [AppModule.with(environment, 'api'), ...(options.modules ?? [])],
  });
  if (options.clock !== undefined) building.overrideProvider(Clock).useValue(options.clock);
  if (options.plugins !== undefined) {
    building.overrideProvider(PluginRegistry).useValue(new PluginRegistry(options.plugins));
  }
  const module = await building.compile();
  const app = module.createNestApplication<NestFastifyApplication>(
    createAdapter(environment),
    APPLICATION_OPTIONS,
  );
  await configureHttp(app, environment);
  await app.listen(0, '127.0.0.1');
  const address = app.getHttpServer().address();
  if (address === null || typeof address === 'string') throw new Error('The application has no port');
  const { port } = address;
  const tenants = app.get(TenantDatabase);

  return {
    app,
    port,
    home,
    database,
    tenants,
    client: (name) => new TestClient(port, name.includes('.') ? name : `${name}.localhost`),
    createTenant: (slug, society) => createSociety(tenants, slug, society),
    inspect: (sql, values) => inspect(database.adminUrl, sql, values),
    async stop() {
      await app.close();
      if (options.database === undefined) await database.drop();
      await rm(home, { recursive: true, force: true });
    },
  };
}

async function inspect<Row extends pg.QueryResultRow>(
  adminUrl: string,
  sql: string,
  values?: unknown[],
): Promise<Row[]> {
  const admin = new pg.Client({ connectionString: adminUrl });
  await admin.connect();
  try {
    return (await admin.query<Row>(sql, values)).rows;
  } finally {
    await admin.end();
  }
}
