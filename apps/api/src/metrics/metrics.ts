import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import { TenantDatabase } from '../database/tenant-database.js';

const LATENCY_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** What this process measures about itself, for Prometheus. Other parts add their own through `registry`. */
@Injectable()
export class Metrics {
  readonly registry = new Registry();

  private readonly requests = new Histogram({
    name: 'laurel_http_request_seconds',
    help: 'Requests and how long they took, by tenant, route and status',
    labelNames: ['tenant', 'method', 'route', 'status'],
    buckets: LATENCY_SECONDS,
    registers: [this.registry],
  });
  private readonly jobs = new Counter({
    name: 'laurel_jobs_total',
    help: 'Attempts at jobs by outcome: done, retry, failed',
    labelNames: ['name', 'outcome'],
    registers: [this.registry],
  });
  private readonly jobSeconds = new Histogram({
    name: 'laurel_job_seconds',
    help: 'How long attempts at jobs took',
    labelNames: ['name'],
    buckets: LATENCY_SECONDS,
    registers: [this.registry],
  });

  private readonly admissionSeconds = new Histogram({
    name: 'laurel_admission_wait_seconds',
    help: 'How long requests that were let in had to wait for it, by tenant',
    labelNames: ['tenant'],
    buckets: [0.001, ...LATENCY_SECONDS],
    registers: [this.registry],
  });
  private readonly admissionRefusals = new Counter({
    name: 'laurel_admission_refused_total',
    help: 'Requests answered 503, because too many of their tenant were waiting',
    labelNames: ['tenant'],
    registers: [this.registry],
  });

  constructor(database: TenantDatabase) {
    collectDefaultMetrics({ register: this.registry, prefix: 'laurel_process_' });
    new Gauge({
      name: 'laurel_database_connections',
      help: 'Connections of the pool, and requests waiting for one',
      labelNames: ['state'],
      registers: [this.registry],
      collect() {
        const { total, idle, waiting } = database.poolStatus();
        this.set({ state: 'busy' }, total - idle);
        this.set({ state: 'idle' }, idle);
        this.set({ state: 'waiting' }, waiting);
      },
    });
  }

  requestFinished(
    labels: { tenant: string; method: string; route: string; status: string },
    seconds: number,
  ): void {
    this.requests.observe(labels, seconds);
  }

  admitted(tenant: string, seconds: number): void {
    this.admissionSeconds.observe({ tenant }, seconds);
  }

  refused(tenant: string): void {
    this.admissionRefusals.inc({ tenant });
  }

  /** Says how to find out how many requests of each tenant are under way and wait; asked whenever metrics are read. */
  admissionQueue(status: () => { key: string; running: number; waiting: number }[]): void {
    new Gauge({
      name: 'laurel_admission_requests',
      help: 'API requests that are under way or wait to be let in, by tenant',
      labelNames: ['tenant', 'state'],
      registers: [this.registry],
      collect() {
        this.reset();
        for (const { key, running, waiting } of status()) {
          this.inc({ tenant: key, state: 'running' }, running);
          this.inc({ tenant: key, state: 'waiting' }, waiting);
        }
      },
    });
  }

  jobFinished(name: string, outcome: 'done' | 'retry' | 'failed', milliseconds: number): void {
    this.jobs.inc({ name, outcome });
    this.jobSeconds.observe({ name }, milliseconds / 1000);
  }

  /** Says how to find out how many jobs wait and run; asked whenever metrics are read. */
  queueDepth(depth: () => Promise<{ name: string; waiting: number; active: number }[]>): void {
    new Gauge({
      name: 'laurel_queue_jobs',
      help: 'Jobs that wait or run, by name',
      labelNames: ['name', 'state'],
      registers: [this.registry],
      async collect() {
        for (const { name, waiting, active } of await depth()) {
          this.set({ name, state: 'waiting' }, waiting);
          this.set({ name, state: 'active' }, active);
        }
      },
    });
  }
}
