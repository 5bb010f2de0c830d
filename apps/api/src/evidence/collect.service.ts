import { Injectable } from '@nestjs/common';
import type { CollectAnswer, HostHttp } from '@laurel/plugin-kit';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { activityViewOf, tenantViewOf } from '../catalogue/activity-view.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { PluginFaultLog } from '../workflow/decisions/plugin-fault-log.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import type { CollectRequest, IoCall, IoOutcome, Workflow } from '../workflow/workflow.types.js';
import { WorkflowsService } from '../workflow/saved/workflows.service.js';
import { CollectedItems } from './collected-items.service.js';
import type { CollectedDto } from './dto/collected.dto.js';

/** A plugin only reads what was pushed; it has no reason to take long. */
const TIMEOUT_MS = 5_000;

/** A workflow in force, and what its `collect` steps are told about the activity. */
export interface Collecting {
  readonly workflow: Workflow;
  readonly request: Pick<CollectRequest, 'tenant' | 'activity'>;
}

/**
 * Takes in what outside systems have to say: the plugin reads it, the host finds learners and offerings and stores
 * what is new.
 */
@Injectable()
export class CollectService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly profiles: TenantProfilesService,
    private readonly activities: ActivitiesService,
    private readonly workflows: WorkflowsService,
    private readonly runner: WorkflowRunner,
    private readonly pluginFaults: PluginFaultLog,
    private readonly items: CollectedItems,
    private readonly clock: Clock,
  ) {}

  /**
   * Takes in what was pushed. An item that cannot be placed is told; the others are stored all the same.
   *
   * @param plugin the key of an enabled step of the activity's workflow
   * @param payload as it was sent; the plugin knows its shape
   * @throws DomainError `not_found` when the activity is not there or the step is off; `request.too_large` above
   *   5,000 items; `collect.failed` when the plugin fails
   */
  async push(
    context: TenantContext,
    activityId: string,
    plugin: string,
    payload: unknown,
  ): Promise<CollectedDto> {
    const answer = await this.read(context, await this.prepare(context, activityId), plugin, payload);
    return this.database.transaction(context, (manager) =>
      this.items.store(manager, context, activityId, plugin, answer),
    );
  }

  /** @throws DomainError `not_found` when the activity is not there */
  async prepare(context: TenantContext, activityId: string): Promise<Collecting> {
    return this.database.transaction(context, async (manager) => {
      const activity = await this.activities.find(manager, context, activityId);
      const courses = await this.activities.coursesOf(manager, context, activityId);
      const profile = await this.profiles.profileOf(manager, context);
      return {
        workflow: await this.workflows.current(manager, context, activityId),
        request: {
          tenant: tenantViewOf(context.tenant, profile),
          activity: activityViewOf(activity, courses, profile),
        },
      };
    });
  }

  /**
   * Lets the plugin read what was pushed, without storing anything.
   *
   * @throws DomainError `not_found` when the step is off; `collect.failed` when the plugin fails
   */
  async read(
    context: TenantContext,
    collecting: Collecting,
    plugin: string,
    payload: unknown,
  ): Promise<CollectAnswer> {
    const call = { http: NO_NETWORK, now: this.clock.now(), timeoutMs: TIMEOUT_MS };
    const outcome = await this.ask(context, collecting, plugin, { payload }, call);
    switch (outcome.status) {
      case 'answered':
        return outcome.answer;
      case 'off':
        throw new DomainError('not_found', {
          detail: `The workflow has no step “${plugin.slice(0, 60)}” that takes anything in.`,
        });
      case 'failed':
        throw new DomainError('collect.failed', { retryAfterSeconds: 60 });
    }
  }

  /** Asks the plugin, and tells those who run the platform when it fails. Never rejects. */
  async ask(
    context: TenantContext,
    { workflow, request }: Collecting,
    plugin: string,
    more: Pick<CollectRequest, 'payload' | 'cursor'>,
    call: IoCall,
  ): Promise<IoOutcome<CollectAnswer>> {
    const outcome = await this.runner.collect(workflow, plugin, { ...request, ...more }, call);
    if (outcome.status === 'failed') this.pluginFaults.note(context, [outcome.fault]);
    return outcome;
  }
}

/** What was pushed is all there is to read. */
const NO_NETWORK: HostHttp = Object.freeze({
  fetch: () => Promise.reject(new Error('A pushed payload is read without the network')),
});
