import { Injectable } from '@nestjs/common';
import { toDecimal, type Hundredths } from '@laurel/credit';
import type { EntityManager } from 'typeorm';
import { ActivitiesService } from '../catalogue/activities.service.js';
import { Clock } from '../config/clock.js';
import { TenantDatabase } from '../database/tenant-database.js';
import { DomainError } from '../problem/domain-error.js';
import type { TenantContext } from '../tenancy/tenant-context.js';
import { claimedRecord, recordedTotals } from '../workflow/inputs/claim-rows.js';
import { DecisionInputsService } from '../workflow/inputs/decision-inputs.service.js';
import type { ClaimSubject, DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { PluginRegistry } from '../workflow/steps/plugin-registry.js';
import { Quarantine } from '../workflow/decisions/quarantine.js';
import type { PluginFault, Workflow } from '../workflow/workflow.types.js';
import { WorkflowRunner } from '../workflow/workflow-runner.js';
import { WorkflowsService, type NewStep } from '../workflow/saved/workflows.service.js';
import {
  MOST_CLAIMS,
  type SimulatedClaimDto,
  type SimulatedTotalDto,
  type SimulationDto,
} from './dto/simulation.dto.js';
import { SimulationTurns } from './simulation-turns.js';
import { changesBetween, type DecidedClaim } from './simulated-aspects.js';
import { findClaims, findLearner, type Subject } from './simulation-rows.js';

/** Claims decided in one transaction; none stays open for long. */
const BATCH = 20;
const LONGEST_MILLISECONDS = 20_000;

/** What is asked: a draft workflow, and whom to look at. */
export interface SimulationRequest {
  readonly steps: readonly NewStep[];
  readonly claimIds?: readonly string[];
  readonly learnerId?: string;
  readonly at?: Temporal.Instant;
}

/** Says what a draft workflow would change, and why. Writes nothing: every transaction is read-only. */
@Injectable()
export class SimulationsService {
  private readonly turns = new SimulationTurns();

  constructor(
    private readonly database: TenantDatabase,
    private readonly clock: Clock,
    private readonly activities: ActivitiesService,
    private readonly workflows: WorkflowsService,
    private readonly inputs: DecisionInputsService,
    private readonly registry: PluginRegistry,
  ) {}

  /**
   * Decides every claim twice, as of its submission: by the revision it was decided by, and by the draft. A learner
   * is looked at with their cart and the whole catalogue, now or at the chosen time, by the workflow in force and
   * by the draft.
   *
   * @throws DomainError `not_found` for the activity, the learner or any of the claims; `workflow.invalid`;
   *   `service.busy` when others of the society wait already
   */
  simulate(context: TenantContext, activityId: string, request: SimulationRequest): Promise<SimulationDto> {
    return this.turns.take(context, () => this.compare(context, activityId, request));
  }

  private async compare(
    context: TenantContext,
    activityId: string,
    request: SimulationRequest,
  ): Promise<SimulationDto> {
    const { proposed, subjects } = await this.read(context, (manager) =>
      this.prepare(manager, context, activityId, request),
    );
    // A quarantine of its own: a draft that hangs is nobody else's matter, nor the next simulation's.
    const simulation = new Simulation(
      new WorkflowRunner(this.registry, new Quarantine()),
      proposed,
      request.at ?? null,
    );
    const deadline = performance.now() + LONGEST_MILLISECONDS;
    let next = 0;
    while (next < subjects.length && performance.now() < deadline) {
      const from = next;
      next = await this.read(context, async (manager) => {
        let index = from;
        for (const subject of subjects.slice(from, from + BATCH)) {
          if (index > from && performance.now() >= deadline) break;
          const at = request.at ?? subject.submittedAt ?? this.clock.now();
          simulation.examine(
            subject,
            await this.inputs.load(manager, subject.claimant, at, 'none', subject.claimId),
          );
          index++;
        }
        return index;
      });
    }
    return simulation.result(subjects.slice(next).flatMap(({ claimId }) => claimId ?? []));
  }

  private async prepare(
    manager: EntityManager,
    context: TenantContext,
    activityId: string,
    { steps, claimIds, learnerId }: SimulationRequest,
  ): Promise<{ readonly proposed: Workflow; readonly subjects: readonly Subject[] }> {
    await this.activities.find(manager, context, activityId);
    const subjects: Subject[] = [];
    if (learnerId !== undefined) {
      const learner = await findLearner(manager, context, activityId, learnerId);
      if (learner === null) throw new DomainError('not_found', { detail: 'There is no such learner.' });
      subjects.push(learner);
    }
    if (learnerId === undefined || claimIds !== undefined) {
      const found = await findClaims(manager, context, activityId, claimIds ?? null, MOST_CLAIMS);
      if (claimIds !== undefined && found.length < claimIds.length)
        throw new DomainError('not_found', { detail: 'There is no such claim.' });
      subjects.push(...found);
    }
    return { proposed: await this.workflows.draft(manager, context, activityId, steps), subjects };
  }

  private read<Result>(
    context: TenantContext,
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    return this.database.transaction(context, async (manager) => {
      await manager.query('set transaction read only');
      return work(manager);
    });
  }
}

/** One comparison in the making. */
class Simulation {
  readonly #runner: WorkflowRunner;
  readonly #proposed: Workflow;
  readonly #at: Temporal.Instant | null;
  readonly #changed: SimulatedClaimDto[] = [];
  readonly #totals = new Map<string, { name: string; before: Hundredths; after: Hundredths }>();
  readonly #faults = new Map<string, PluginFault>();
  #examined = 0;

  constructor(runner: WorkflowRunner, proposed: Workflow, at: Temporal.Instant | null) {
    this.#runner = runner;
    this.#proposed = proposed;
    this.#at = at;
  }

  examine({ claimId, claimant }: Subject, inputs: DecisionInputs): void {
    const claim = inputs.inForce;
    if (claimId !== null && claim?.id !== claimId) return;
    // The learner attests when they submit; until then that is all that any cart lacks.
    const subject =
      claim !== null && claimId !== null ? inputs.asDecided(claim) : inputs.asDraft(undefined, true);
    const { wording } = inputs.workflow;
    const proposed = wording === undefined ? this.#proposed : { ...this.#proposed, wording };
    const isCatalogueAsked = claimId === null;
    const decided = this.#decide(subject.workflow, subject, inputs, isCatalogueAsked);
    // A claim comes to what was decided at its submission, even where the programme has changed since.
    const before =
      claim !== null && claimId !== null
        ? { ...decided, draft: { ...decided.draft, totals: recordedTotals(claim.credits) } }
        : decided;
    const after = this.#decide(proposed, subject, inputs, isCatalogueAsked);
    this.#examined++;
    this.#count(inputs, before, 'before');
    this.#count(inputs, after, 'after');
    this.#note([...after.draft.faults, ...after.documents.faults, ...after.reports.faults]);
    const changes = changesBetween(before, after, {
      creditTypes: subject.context.creditTypes,
      offering: (id) => inputs.programme.offering(id),
    });
    if (changes.length === 0) return;
    const { learnerId } = claimant.actor;
    const at = (this.#at ?? inputs.now).toString();
    this.#changed.push({ claimId, learnerId, revision: subject.workflow.revision, at, changes });
  }

  result(unfinished: string[]): SimulationDto {
    return {
      examined: this.#examined,
      changed: this.#changed,
      totals: [...this.#totals].map(([creditType, { name, before, after }]): SimulatedTotalDto => ({
        creditType,
        name,
        before: toDecimal(before),
        after: toDecimal(after),
      })),
      faults: [...this.#faults.values()].map(({ plugin, stage, detail, count }) => ({
        plugin,
        stage,
        detail,
        count,
      })),
      unfinished,
    };
  }

  #decide(
    workflow: Workflow,
    { context, lines }: ClaimSubject,
    inputs: DecisionInputs,
    isCatalogueAsked: boolean,
  ): DecidedClaim {
    const draft = this.#runner.decideDraft(workflow, context, lines);
    const claimed = claimedRecord(
      draft.totals.map(({ creditType, selected, computed }) => {
        const chosen = context.claim.chosen[creditType] ?? computed;
        return { creditType, selected, computed, claimed: Math.min(chosen, computed) };
      }),
    );
    const denied = new Set(draft.offers.flatMap(({ allowed, offeringId }) => (allowed ? [] : offeringId)));
    const counted = lines.filter(({ offering }) => !denied.has(offering.id));
    const submitted = Object.freeze({
      ...context,
      claim: Object.freeze({
        ...context.claim,
        state: 'submitted' as const,
        submittedAt: context.now,
        isAttested: true,
      }),
    });
    return {
      draft,
      documents: this.#runner.decideDocuments(workflow, submitted, counted, claimed),
      reports: this.#runner.decideReports(workflow, submitted, counted, claimed),
      catalogue: isCatalogueAsked
        ? this.#runner.decideOffers(workflow, context, inputs.programme.offerings).offers
        : [],
    };
  }

  #count(inputs: DecisionInputs, { draft }: DecidedClaim, side: 'before' | 'after'): void {
    for (const { creditType, computed } of draft.totals) {
      const name = inputs.creditTypes.find(({ key }) => key === creditType)?.name ?? creditType;
      const total = this.#totals.get(creditType) ?? { name, before: 0, after: 0 };
      total[side] += computed;
      this.#totals.set(creditType, total);
    }
  }

  #note(faults: readonly PluginFault[]): void {
    for (const fault of faults) {
      const id = `${fault.plugin} ${fault.stage}`;
      const known = this.#faults.get(id);
      this.#faults.set(id, known === undefined ? fault : { ...known, count: known.count + fault.count });
    }
  }
}
