import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import type { CollectAnswer, CollectFault, HostHttp } from '@laurel/plugin-kit';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { activityViewOf, tenantViewOf } from '../catalogue/activity-view.js';
import type { Programme } from '../catalogue/programme/programme.js';
import { ProgrammeService } from '../catalogue/programme/programme.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { type FoundLearner, LearnerDirectory } from '../learners/learner-directory.service.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { TenantProfilesService } from '../tenancy/tenant-profiles.service.js';
import { PluginFaultLog } from '../workflow/plugin-fault-log.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import { WorkflowsService } from '../workflow/workflows.service.js';
import type { CollectedDto } from './dto/collected.dto.js';
import { EvidenceService, type NewEvidence, type NewFact } from './evidence.service.js';

/** Items taken in with one request. */
export const MAX_ITEMS = 5_000;
/** A plugin only reads what was pushed; it has no reason to take long. */
const TIMEOUT_MS = 5_000;

type Resolve = (reference: CollectAnswer['evidence'][number]['learner']) => FoundLearner;

/**
 * Takes in what an outside system pushes: the plugin reads it, the host finds learners and offerings and stores
 * what is new. An item that cannot be placed is told; the others are stored all the same.
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
    private readonly programmes: ProgrammeService,
    private readonly learners: LearnerDirectory,
    private readonly evidence: EvidenceService,
    private readonly clock: Clock,
  ) {}

  /**
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
    const answer = await this.read(context, activityId, plugin, payload);
    if (answer.evidence.length + answer.facts.length > MAX_ITEMS) {
      throw new DomainError('request.too_large', { detail: `Send at most ${MAX_ITEMS} items at once.` });
    }
    return this.database.transaction(context, (manager) =>
      this.store(manager, context, activityId, plugin, answer),
    );
  }

  private async read(
    context: TenantContext,
    activityId: string,
    plugin: string,
    payload: unknown,
  ): Promise<CollectAnswer> {
    const { workflow, activity, courses, profile } = await this.database.transaction(
      context,
      async (manager) => ({
        activity: await this.activities.find(manager, context, activityId),
        courses: await this.activities.coursesOf(manager, context, activityId),
        profile: await this.profiles.profileOf(manager, context),
        workflow: await this.workflows.current(manager, context, activityId),
      }),
    );
    const outcome = await this.runner.collect(
      workflow,
      plugin,
      {
        tenant: tenantViewOf(context.tenant, profile),
        activity: activityViewOf(activity, courses, profile),
        payload,
      },
      { http: NO_NETWORK, now: this.clock.now(), timeoutMs: TIMEOUT_MS },
    );
    switch (outcome.status) {
      case 'answered':
        return outcome.answer;
      case 'off':
        throw new DomainError('not_found');
      case 'failed':
        this.pluginFaults.note(context, [outcome.fault]);
        throw new DomainError('collect.failed', { retryAfterSeconds: 60 });
    }
  }

  private async store(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    plugin: string,
    answer: CollectAnswer,
  ): Promise<CollectedDto> {
    // Locked, so that an import cannot take offerings away between finding and recording.
    const activity = await this.activities.find(manager, context, activityId, 'keep');
    const programme = await this.programmes.programmeOf(manager, context, activity);
    const references = [...answer.evidence, ...answer.facts].map(({ learner }) => learner);
    const resolve = await this.learners.resolve(manager, context, activityId, references);
    const faults: CollectFault[] = [...answer.faults];
    const evidence = placedEvidence(answer, activityId, plugin, programme, resolve, faults);
    const facts = placedFacts(answer, plugin, resolve, faults);
    const accepted =
      (await this.evidence.record(manager, context, evidence)) +
      (await this.evidence.recordFacts(manager, context, facts));
    return { accepted, alreadyKnown: evidence.length + facts.length - accepted, faults };
  }
}

function placedEvidence(
  answer: CollectAnswer,
  activityId: string,
  source: string,
  programme: Programme,
  resolve: Resolve,
  faults: CollectFault[],
): NewEvidence[] {
  return answer.evidence.flatMap(({ sourceKey, learner, offeringCode, kind, occurredAt }) => {
    const found = resolve(learner);
    const [offering, other] = programme.offeringsOfCode(offeringCode);
    if (found.learnerId === null) faults.push({ path: sourceKey, reason: found.reason });
    if (offering === undefined) {
      faults.push({
        path: sourceKey,
        reason: `There is no session with the code “${offeringCode.slice(0, 60)}”.`,
      });
    } else if (other !== undefined) {
      faults.push({ path: sourceKey, reason: `More than one session has the code “${offeringCode}”.` });
    }
    if (found.learnerId === null || offering === undefined || other !== undefined) return [];
    const { learnerId } = found;
    // Apps number their items per meeting: the same key in another activity is another item.
    const key = `${activityId}:${sourceKey}`;
    return [{ activityId, learnerId, offeringId: offering.id, kind, source, sourceKey: key, occurredAt }];
  });
}

function placedFacts(
  answer: CollectAnswer,
  source: string,
  resolve: Resolve,
  faults: CollectFault[],
): NewFact[] {
  return answer.facts.flatMap(({ sourceKey, learner, key, value, validFrom, validUntil }) => {
    const found = resolve(learner);
    if (found.learnerId === null) {
      faults.push({ path: sourceKey, reason: found.reason });
      return [];
    }
    const { learnerId } = found;
    const period = { validFrom: validFrom ?? null, validUntil: validUntil ?? null };
    return [{ learnerId, key, value, source, sourceKey, ...period }];
  });
}

/** What was pushed is all there is to read. */
const NO_NETWORK: HostHttp = Object.freeze({
  fetch: () => Promise.reject(new Error('A pushed payload is read without the network')),
});
