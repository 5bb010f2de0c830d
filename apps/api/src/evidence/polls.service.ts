import { createHash } from 'node:crypto';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CollectAnswer, CollectFault } from '@laurel/plugin-kit';
import { Clock } from '../config/clock.js';
import { canonical } from '../database/same-json.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { JobQueue, type JobAttempt } from '../jobs/job-queue.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { OutsideHttp } from '../workflow/outside/outside-http.js';
import { mapSecrets } from '../workflow/steps/plugin-config.js';
import { PluginRegistry } from '../workflow/steps/plugin-registry.js';

import { StepSettings } from '../workflow/steps/step-settings.js';
import type { Workflow } from '../workflow/workflow.types.js';
import { WorkflowsService } from '../workflow/saved/workflows.service.js';
import { CollectService, type Collecting } from './collect.service.js';
import { CollectedItems } from './collected-items.service.js';
import { beginPoll, endPoll, type PollKey } from './poll-rows.js';

/** The job that polls one step; its data is `{ activityId, plugin, revision }`. */
export const POLL = 'collect.poll';

const TIMEOUT_MILLISECONDS = 60_000;
const LONGEST_BACK_OFF_MINUTES = 24 * 60;
/** A source with more to say than fits one answer is asked on at once, but not for ever. */
const MOST_PAGES = 50;
const LONGEST_POLL_MILLISECONDS = 5 * 60_000;

interface PollJob {
  readonly activityId: string;
  readonly plugin: string;
  /** The workflow's; a job of another revision is over, since saving began a new one. */
  readonly revision: number;
}

/**
 * Asks outside systems at the times their steps want. Each poll enqueues the next; saving a workflow begins anew.
 * Never two polls of one step at once, in however many processes.
 */
@Injectable()
export class PollsService implements OnModuleInit {
  private readonly logger = new Logger('Polls');

  constructor(
    private readonly jobs: JobQueue,
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly workflows: WorkflowsService,
    private readonly settings: StepSettings,
    private readonly registry: PluginRegistry,
    private readonly outside: OutsideHttp,
    private readonly collect: CollectService,
    private readonly items: CollectedItems,
  ) {}

  onModuleInit(): void {
    // Only a fault of ours lets a job fail; the chain must outlast any night.
    const options = {
      retryLimit: 1_000,
      retryDelaySeconds: 60,
      expireSeconds: 600,
      concurrency: 8,
      perTenant: 2,
    };
    this.jobs.register(POLL, options, (context, data, attempt) =>
      this.poll(
        context,
        {
          activityId: String(data['activityId']),
          plugin: String(data['plugin']),
          revision: Number(data['revision']),
        },
        attempt,
      ),
    );
    this.workflows.onSaved((manager, context, activityId, workflow) =>
      this.begin(manager, context, activityId, workflow),
    );
  }

  /** Enqueues a poll of every step that wants to be polled. */
  private async begin(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    activityId: string,
    workflow: Workflow,
  ): Promise<void> {
    const { revision } = workflow;
    const place = { tenantId: context.tenant.id, activityId };
    for (const { plugin } of workflow.steps) {
      if (this.settings.pollEveryMinutes(place, workflow, plugin).status === 'off') continue;
      await this.enqueue(manager, context, { activityId, plugin, revision }, 0);
    }
  }

  private async enqueue(
    manager: EntityManager,
    context: Pick<TenantContext, 'tenant'>,
    { activityId, plugin, revision }: PollJob,
    afterSeconds: number,
  ): Promise<void> {
    await this.jobs.enqueue(manager, context, {
      name: POLL,
      data: { activityId, plugin, revision },
      key: `${activityId}:${plugin}:${String(revision)}`,
      startAfterSeconds: afterSeconds,
    });
  }

  /** One poll, and the enqueuing of the next; a step that is gone or off is polled no more. */
  async poll(context: TenantContext, job: PollJob, { signal }: Pick<JobAttempt, 'signal'>): Promise<void> {
    const collecting = await this.prepare(context, job.activityId);
    if (collecting === null || collecting.workflow.revision !== job.revision) return;
    const { plugin, activityId } = job;
    const place = { tenantId: context.tenant.id, activityId };
    const every = this.settings.pollEveryMinutes(place, collecting.workflow, plugin);
    if (every.status === 'off') return;
    // A step that cannot even say how often is asked again every hour; staff see why.
    const minutes = every.status === 'answered' ? every.answer : 60;
    const key: PollKey = { ...place, plugin };
    const now = this.clock.now();
    const begun = await this.database.transaction(context, async (manager) => {
      const state = await beginPoll(manager, key, now, minutes, this.hashOf(collecting.workflow, plugin));
      // A poll that is under way may be of a revision before this one, and then enqueues no other.
      if (state.outcome !== 'begun') await this.enqueue(manager, context, job, state.inSeconds);
      return state;
    });
    if (begun.outcome !== 'begun') return;
    if (every.status === 'failed') {
      await this.end(context, job, key, minutes, begun.cursor, every.fault.detail);
      return;
    }
    const outcome = await this.ask(context, collecting, job, begun.cursor, signal);
    await this.end(context, job, key, minutes, outcome.cursor, outcome.failure);
  }

  /** Asks page after page while the cursor moves on, and stores each before the next. */
  private async ask(
    context: TenantContext,
    collecting: Collecting,
    { activityId, plugin }: PollJob,
    begin: string | null,
    signal: AbortSignal,
  ): Promise<{ readonly cursor: string | null; readonly failure: string | null }> {
    const config = collecting.workflow.steps.find((step) => step.plugin === plugin)?.config ?? {};
    let cursor = begin;
    const deadline = performance.now() + LONGEST_POLL_MILLISECONDS;
    for (let page = 0; page < MOST_PAGES && performance.now() < deadline; page++) {
      const outcome = await this.collect.ask(context, collecting, plugin, cursor === null ? {} : { cursor }, {
        http: this.outside.forStep(config, signal),
        now: this.clock.now(),
        timeoutMs: TIMEOUT_MILLISECONDS,
        signal,
      });
      if (outcome.status === 'off') return { cursor, failure: null };
      if (outcome.status === 'failed') return { cursor, failure: outcome.fault.detail };
      const { answer } = outcome;
      // What cannot be read at all is asked for again, so that the cursor stays.
      const [fault] = answer.faults;
      if (fault !== undefined && isEmpty(answer)) {
        return { cursor, failure: unreadable(fault, answer.faults.length) };
      }
      const failure = await this.store(context, activityId, plugin, answer);
      if (failure !== null) return { cursor, failure };
      const next = answer.cursor ?? null;
      const isOver = next === null || next === cursor || isEmpty(answer);
      cursor = next ?? cursor;
      if (isOver) break;
    }
    return { cursor, failure: null };
  }

  private async store(
    context: TenantContext,
    activityId: string,
    plugin: string,
    answer: CollectAnswer,
  ): Promise<string | null> {
    try {
      const { faults } = await this.database.transaction(context, (manager) =>
        this.items.store(manager, context, activityId, plugin, answer),
      );
      const [first] = faults;
      if (first !== undefined) {
        const told = { tenant: context.tenant.slug, plugin, count: faults.length, first: first.reason };
        this.logger.warn({ ...told, msg: 'A poll brought items that could not be placed' });
      }
      return null;
    } catch (error) {
      if (!(error instanceof DomainError) || error.code !== 'request.too_large') throw error;
      return error.message;
    }
  }

  private async end(
    context: TenantContext,
    job: PollJob,
    key: PollKey,
    minutes: number,
    cursor: string | null,
    failure: string | null,
  ): Promise<void> {
    await this.database.transaction(context, async (manager) => {
      const failures = await endPoll(manager, key, { at: this.clock.now(), cursor, failure });
      const wait = Math.min(
        minutes * 2 ** Math.min(failures, 20),
        Math.max(minutes, LONGEST_BACK_OFF_MINUTES),
      );
      await this.enqueue(manager, context, job, wait * 60);
    });
  }

  private async prepare(context: TenantContext, activityId: string): Promise<Collecting | null> {
    try {
      return await this.collect.prepare(context, activityId);
    } catch (error) {
      // The activity was deleted since.
      if (error instanceof DomainError && error.code === 'not_found') return null;
      throw error;
    }
  }

  /** Of the step's configuration without its secrets: a cursor means something to the system it came from alone. */
  private hashOf({ steps }: Workflow, plugin: string): string {
    const config = steps.find((step) => step.plugin === plugin)?.config ?? {};
    const installed = this.registry.get(plugin);
    const open = installed === undefined ? {} : mapSecrets(installed, { ...config }, () => undefined);
    return createHash('sha256').update(canonical(open)).digest('hex');
  }
}

const isEmpty = ({ evidence, facts }: CollectAnswer): boolean => evidence.length === 0 && facts.length === 0;

const unreadable = ({ path, reason }: CollectFault, count: number): string =>
  `The answer cannot be read: ${path}: ${reason}${count === 1 ? '' : ` (and ${String(count - 1)} more)`}`;
