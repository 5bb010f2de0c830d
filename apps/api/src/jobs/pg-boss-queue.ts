import {
  type BeforeApplicationShutdown,
  Inject,
  Injectable,
  Logger,
  type OnApplicationBootstrap,
  type OnApplicationShutdown,
} from '@nestjs/common';
import { type JobWithMetadata, PgBoss } from 'pg-boss';
import type { EntityManager } from 'typeorm';
import { v7 as uuid } from 'uuid';
import { Environment } from '../config/environment.js';
import { PROCESS_ROLE, type ProcessRole } from '../config/process-role.js';
import { HealthProbes } from '../health/health-probes.js';
import { Metrics } from '../metrics/metrics.js';
import { systemContext, type TenantContext } from '../tenancy/tenant-context.js';
import { TenantDirectory } from '../tenancy/tenant-directory.js';
import { nextDailyTime } from './daily-time.js';
import { JOB_SCHEMA } from './job-schema.js';
import { type JobHandler, type JobOptions, JobQueue, type NewJob } from './job-queue.js';
import { isError } from '../problem/is-error.js';

const MAX_RETRY_DELAY_SECONDS = 3_600;
const KEEP_FINISHED_SECONDS = 3 * 24 * 3_600;
/** With NOTIFY a new job starts at once; looking finds retries that have come due, and lost notices. */
const POLL_SECONDS = 2;
const STOP_WITHIN_MILLISECONDS = 30_000;
/** Sees to it that every tenant's daily jobs wait for their time; hourly, so that a new tenant soon has its own. */
const DAILY_QUEUE = 'jobs.daily';
const DAILY_CRON = '0 * * * *';
const INSERT_AT_ONCE = 500;
const MAX_DROPPING = 10_000;

interface JobData {
  tenantId: string;
  payload: Record<string, unknown>;
}

interface Registration {
  options: JobOptions;
  handler: JobHandler;
  isDaily: boolean;
}

/** Jobs on PostgreSQL, by pg-boss. */
@Injectable()
export class PgBossQueue
  extends JobQueue
  implements OnApplicationBootstrap, BeforeApplicationShutdown, OnApplicationShutdown
{
  private readonly logger = new Logger('Jobs');
  private readonly registrations = new Map<string, Registration>();
  private readonly boss: PgBoss;
  private readonly runsJobs: boolean;
  /** Ids of retired societies of which the log says already that their jobs are dropped. */
  private readonly dropping = new Set<string>();

  constructor(
    environment: Environment,
    @Inject(PROCESS_ROLE) role: ProcessRole,
    private readonly tenants: TenantDirectory,
    private readonly metrics: Metrics,
    probes: HealthProbes,
  ) {
    super();
    this.runsJobs = role === 'worker' || (role === 'api' && environment.runsJobsInline);
    this.boss = new PgBoss({
      connectionString: environment.databaseUrl,
      application_name: 'laurel-jobs',
      schema: JOB_SCHEMA,
      // The tables belong to the owner; the migrate command keeps them up to date.
      migrate: false,
      createSchema: false,
      reindex: false,
      supervise: this.runsJobs,
      schedule: this.runsJobs,
      useListenNotify: this.runsJobs,
      max: this.runsJobs ? 4 : 2,
      connectionTimeoutMillis: 5_000,
    });
    // Without a listener an error of the queue's own connection would end the process.
    this.boss.on('error', (error) => this.logger.warn({ err: error, msg: 'The job queue met an error' }));
    probes.register('queue', async () => {
      await this.boss.isInstalled();
    });
    metrics.queueDepth(() => this.depth());
  }

  override register(name: string, options: JobOptions, handler: JobHandler): void {
    this.add(name, { options, handler, isDaily: false });
  }

  override registerDaily(name: string, options: JobOptions, handler: JobHandler): void {
    this.add(name, { options, handler, isDaily: true });
  }

  private add(name: string, registration: Registration): void {
    if (this.registrations.has(name)) throw new Error(`Two handlers want the jobs called ${name}`);
    this.registrations.set(name, registration);
  }

  override async enqueue(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    job: NewJob,
  ): Promise<void> {
    if (!this.registrations.has(job.name)) throw new Error(`Nobody does jobs called ${job.name}`);
    const runner = manager.queryRunner;
    if (runner === undefined) throw new Error('A job can only be enqueued inside a transaction');
    const data: JobData = { tenantId: context.tenant.id, payload: job.data };
    const singletonKey = `${context.tenant.id}:${job.key ?? uuid()}`;
    const added = await this.boss.send(job.name, data, {
      singletonKey,
      group: { id: context.tenant.id },
      ...(job.startAfterSeconds === undefined ? {} : { startAfter: job.startAfterSeconds }),
      db: {
        executeSql: async (text, values) => {
          const { records } = await runner.query(text, values, true);
          return { rows: records };
        },
      },
    });
    if (added !== null) return;
    // One waits already; were it to wait longer, whoever asks now would wait with it.
    await runner.query(
      `update ${JOB_SCHEMA}.job set start_after = least(start_after, now() + $3 * interval '1 second')
       where name = $1 and singleton_key = $2 and state = 'created'`,
      [job.name, singletonKey, job.startAfterSeconds ?? 0],
    );
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.boss.start();
    for (const [name, { options }] of this.registrations) {
      const queue = {
        // One waiting job a key; every job has one, so that jobs without a key of their own never meet.
        policy: 'short',
        retryLimit: options.retryLimit,
        retryDelay: options.retryDelaySeconds ?? 5,
        retryBackoff: true,
        retryDelayMax: MAX_RETRY_DELAY_SECONDS,
        expireInSeconds: options.expireSeconds ?? 300,
        deleteAfterSeconds: KEEP_FINISHED_SECONDS,
        notify: true,
      };
      await this.boss.createQueue(name, queue);
      const { policy: _unchangeable, ...changeable } = queue;
      await this.boss.updateQueue(name, changeable);
    }
    if (!this.runsJobs) return;
    for (const [name, registration] of this.registrations) await this.work(name, registration);
    await this.boss.createQueue(DAILY_QUEUE, { policy: 'short', retryLimit: 2 });
    await this.boss.work(DAILY_QUEUE, async () => this.enqueueDaily());
    await this.boss.schedule(DAILY_QUEUE, DAILY_CRON);
  }

  /** Every active tenant has its next run of every daily job waiting; one that waits already is left alone. */
  async enqueueDaily(): Promise<void> {
    const now = Temporal.Now.instant();
    const tenants = await this.tenants.all();
    for (const [name, { isDaily }] of this.registrations) {
      for (let start = 0; isDaily && start < tenants.length; start += INSERT_AT_ONCE) {
        const jobs = tenants.slice(start, start + INSERT_AT_ONCE).map(({ id }) => ({
          data: { tenantId: id, payload: {} } satisfies JobData,
          singletonKey: `${id}:daily`,
          group: { id },
          startAfter: nextDailyTime(name, id, now).toString(),
        }));
        await this.boss.insert(name, jobs);
      }
    }
  }

  /** Takes no further jobs and waits for those under way, while the database is still there for them. */
  async beforeApplicationShutdown(): Promise<void> {
    if (!this.runsJobs) return;
    const names = [...this.registrations.keys(), DAILY_QUEUE];
    await Promise.race([
      Promise.all(names.map((name) => this.boss.offWork(name, { wait: true }))),
      new Promise((resolve) => setTimeout(resolve, STOP_WITHIN_MILLISECONDS).unref()),
    ]);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.boss.stop({ graceful: false });
  }

  private async work(name: string, { options, handler }: Registration): Promise<void> {
    const concurrency = options.concurrency ?? 2;
    const settings = {
      includeMetadata: true,
      localConcurrency: concurrency,
      // What one society's jobs wait for, e.g. an authority that hangs, must not keep everybody else waiting.
      localGroupConcurrency: options.perTenant ?? Math.max(1, concurrency - 1),
      pollingIntervalSeconds: POLL_SECONDS,
      notifyPollingIntervalSeconds: POLL_SECONDS,
    } as const;
    await this.boss.work<JobData, void, typeof settings>(name, settings, async (jobs) => {
      for (const job of jobs) await this.perform(job, handler);
    });
  }

  private async perform(job: JobWithMetadata<JobData>, handler: JobHandler): Promise<void> {
    const attempt = {
      number: job.retryCount + 1,
      isLast: job.retryCount >= job.retryLimit,
      signal: job.signal,
    };
    const tenant = await this.tenants.byId(job.data.tenantId);
    if (tenant === null) {
      this.noteDropped(job);
      return;
    }
    this.dropping.delete(tenant.id);
    const started = performance.now();
    try {
      await handler(systemContext(tenant, job.name), job.data.payload, attempt);
      this.metrics.jobFinished(job.name, 'done', performance.now() - started);
    } catch (error) {
      this.metrics.jobFinished(job.name, attempt.isLast ? 'failed' : 'retry', performance.now() - started);
      this.logger.error({
        err: error,
        job: job.name,
        jobId: job.id,
        tenant: tenant.slug,
        attempt: attempt.number,
        isLast: attempt.isLast,
        msg: 'A job failed',
      });
      // pg-boss stores what is thrown in a table that every tenant's jobs share.
      throw new Error(isError(error) ? error.name : 'failed');
    }
  }

  /** Once for each society while it is retired: its daily jobs and retries would else fill the log. */
  private noteDropped({ name, id, data: { tenantId } }: JobWithMetadata<JobData>): void {
    if (this.dropping.has(tenantId)) return;
    if (this.dropping.size >= MAX_DROPPING) this.dropping.clear();
    this.dropping.add(tenantId);
    this.logger.warn({
      job: name,
      jobId: id,
      tenantId,
      msg: 'A job was dropped, because its society is retired; further ones of it are dropped without a word',
    });
  }

  private async depth(): Promise<{ name: string; waiting: number; active: number }[]> {
    const queues = await this.boss.getQueues([...this.registrations.keys()]);
    return queues.map(({ name, queuedCount, activeCount }) => ({
      name,
      waiting: queuedCount,
      active: activeCount,
    }));
  }
}
