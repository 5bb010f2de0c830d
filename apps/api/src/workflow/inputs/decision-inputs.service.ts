import { Injectable } from '@nestjs/common';
import { deepFreeze } from '@laurel/plugin-kit';
import type { EntityManager } from 'typeorm';
import { ProgrammeService } from '../../catalogue/programme/programme.service.js';
import { queryPrepared } from '../../database/prepared-statement.js';
import { DomainError } from '../../problem/domain-error.js';
import type { ClaimantContext } from '../../tenancy/tenant-context.js';
import { decisionQuery, type ClaimLock, type DecisionRow } from './decision-query.js';
import {
  activityView,
  claimedViews,
  creditTypeViews,
  evaluationViews,
  evidenceViews,
  factViews,
  instantOrNull,
  isStale,
  learnerView,
  storedClaim,
  tenantView,
  wordingOf,
} from './decision-views.js';
import type { DecisionContext } from '../workflow.types.js';
import { WorkflowsService } from '../saved/workflows.service.js';

import { DecisionInputs, offeringsOf } from './decision-inputs.js';

/** Reads what decisions look at: one statement when programme and workflow are known already. */
@Injectable()
export class DecisionInputsService {
  constructor(
    private readonly programmes: ProgrammeService,
    private readonly workflows: WorkflowsService,
  ) {}

  /**
   * Loads the inputs for the learner's own activity. `lock` keeps the claim as it is until the transaction ends.
   * `claimId` is the claim in force to look at where there can be several; `inForce` is null when there is no such.
   *
   * @throws DomainError `not_found` when the activity or the learner is not there.
   */
  async load(
    manager: EntityManager,
    context: ClaimantContext,
    now: Temporal.Instant,
    lock: ClaimLock = 'none',
    claimId: string | null = null,
  ): Promise<DecisionInputs> {
    const row = await this.read(manager, context, lock, claimId);
    const { activity, society, learner } = row;
    if (activity === null || society === null || learner === null) throw new DomainError('not_found');
    const programme = await this.programmes.programmeOf(manager, context, activity);
    const workflow = await this.workflows.ofRevision(manager, context, activity.id, row.workflowRevision);
    const decided = row.claims.find(({ state }) => state !== 'draft');
    const ofRevision = (revision: number | null) =>
      revision === null ? workflow : this.workflows.ofRevision(manager, context, activity.id, revision);
    const decidedBy = await ofRevision(decided?.workflowRevision ?? null);
    const documentsBy = await ofRevision(decided?.documentsRevision ?? decided?.workflowRevision ?? null);
    const wording = wordingOf(society);
    const shared: Omit<DecisionContext, 'claim'> = {
      tenant: tenantView(context.tenant, society),
      activity: activityView(activity, society),
      creditTypes: creditTypeViews(row.creditTypes),
      learner: learnerView(learner),
      facts: factViews(row.facts),
      evidence: evidenceViews(row.evidence),
      evaluations: evaluationViews(row.evaluations, offeringsOf(row.claims)),
      claimedBefore: claimedViews(row.claimedBefore),
      inputs: deepFreeze(row.inputs),
      now,
    };
    return new DecisionInputs({
      shared,
      workflow: { ...workflow, wording },
      decidedBy: { ...decidedBy, wording },
      documentsBy: { ...documentsBy, wording },
      programme,
      activity,
      society,
      creditTypes: row.creditTypes,
      email: learner.email,
      templates: new Map(Object.entries(row.templates)),
      claims: row.claims.map(storedClaim),
      lastRevokedAt: instantOrNull(row.revokedAt),
      evaluationRows: row.evaluations,
    });
  }

  /** Reads again while the locked claim turns out newer than the snapshot; the lock is held, so twice suffices. */
  private async read(
    manager: EntityManager,
    context: ClaimantContext,
    lock: ClaimLock,
    claimId: string | null,
  ): Promise<DecisionRow> {
    const { activityId, learnerId, registrationId } = context.actor;
    const parameters = [context.tenant.id, activityId, learnerId, registrationId, claimId];
    const first = await this.query(manager, lock, parameters);
    if (lock === 'none') return first;
    const wanted = (state: string) => (state === 'draft') === (lock === 'draft');
    return isStale(first, wanted) ? this.query(manager, lock, parameters) : first;
  }

  private async query(
    manager: EntityManager,
    lock: ClaimLock,
    parameters: readonly (string | null)[],
  ): Promise<DecisionRow> {
    const [row] = await queryPrepared<DecisionRow>(manager, decisionQuery(lock), parameters);
    if (row === undefined) throw new Error('The decision query answered no row');
    return row;
  }
}
