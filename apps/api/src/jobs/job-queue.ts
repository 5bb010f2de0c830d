import type { EntityManager } from 'typeorm';
import type { TenantContext } from '../tenancy/tenant-context.js';

export interface NewJob {
  name: string;
  /** Plain JSON; the tenant's id is added. */
  data: Record<string, unknown>;
  /** While a job of this name and key waits, another one is not added; it then begins when the sooner would have. */
  key?: string;
  startAfterSeconds?: number;
}

export interface JobOptions {
  /** Tries after the first one. */
  retryLimit: number;
  /** The first wait; doubled each time, up to an hour. */
  retryDelaySeconds?: number;
  /** After this long a job counts as failed, and is tried again. */
  expireSeconds?: number;
  /** Jobs of this name at once in one process; two when not said. */
  concurrency?: number;
  /** Of these, at most so many of one tenant; when not said, one place is left to the others. */
  perTenant?: number;
}

/** What a handler knows about the job besides its data. */
export interface JobAttempt {
  /** 1 the first time. */
  number: number;
  /** No further one follows when this one fails. */
  isLast: boolean;
  /** Aborted when the job has run out of its time. */
  signal: AbortSignal;
}

export type JobHandler = (
  context: TenantContext,
  data: Readonly<Record<string, unknown>>,
  attempt: JobAttempt,
) => Promise<void>;

/**
 * Work for after the commit. A job is enqueued in the transaction that causes it, so that it exists exactly when
 * the change does. It runs at least once: a handler must bear being repeated.
 */
export abstract class JobQueue {
  /** Adds a job when, and only when, the manager's transaction commits. */
  abstract enqueue(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    job: NewJob,
  ): Promise<void>;

  /** Says who does jobs of this name. Called in `onModuleInit`. */
  abstract register(name: string, options: JobOptions, handler: JobHandler): void;

  /**
   * Says who does a job that every tenant has once a day, at a time of day of its own. A day on which no process
   * runs jobs is made up for when one does. Called in `onModuleInit`.
   */
  abstract registerDaily(name: string, options: JobOptions, handler: JobHandler): void;
}
