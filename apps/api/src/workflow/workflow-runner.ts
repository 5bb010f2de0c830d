import type { Hundredths } from '@laurel/credit';
import {
  checkCollectAnswer,
  checkDeliverAnswer,
  type CollectAnswer,
  type DeliverAnswer,
  type Facts,
  type IoStage,
  type LineView,
  type OfferingView,
  type Plugin,
  type PureStage,
} from '@laurel/plugin-kit';
import { CLAIM, DecisionRun, type Unasked } from './decisions/decision-run.js';
import { decideDocuments } from './decisions/document-decisions.js';
import { decideDraft } from './decisions/draft-decisions.js';
import { runIoStage } from './outside/io-stages.js';
import { decideOffers } from './decisions/offer-decisions.js';
import type { HostCode } from './trail/host-messages.js';
import type { PluginRegistry } from './steps/plugin-registry.js';
import { QUARANTINED, Quarantine, type QuarantineKey, type WorkflowPlace } from './decisions/quarantine.js';
import { decideReports } from './decisions/report-decisions.js';
import { DECISION_LIMIT_MILLISECONDS, TimeIsUp, withinTime } from './time-limit/time-limit.js';
import type {
  CollectRequest,
  DecisionContext,
  DeliverRequest,
  DocumentsDecision,
  DraftDecision,
  IoCall,
  IoOutcome,
  OffersDecision,
  ReportsDecision,
  TrailEntry,
  TrailOutcome,
  Workflow,
} from './workflow.types.js';

/** The host's own word on a claim; `stage` is where it stands in the trail. */
export interface ClaimNote {
  readonly stage: PureStage;
  readonly outcome: TrailOutcome;
  readonly code: HostCode;
  readonly facts: Facts;
}

/** Decisions that share one time limit. */
interface Attempt {
  /** Plugins that used up the time before, and what to say of them. */
  readonly hung: Map<string, string>;
  /** The decision that was begun last. */
  deciding: DecisionRun | undefined;
}

/**
 * Asks the plugins of a workflow and combines their answers (docs/architecture.md, "The way of a claim"). The `decide…` methods are pure
 * and synchronous: the same arguments give the same decision. What they are given is frozen deeply; views that
 * the host froze before are not walked again.
 *
 * A plugin that throws, answers out of shape, does not end or is missing never passes silently: offers and requirements are
 * denied with `plugin.failed`, award, certify and report hold the claim, and `faults` tells staff.
 */
export class WorkflowRunner {
  readonly #registry: PluginRegistry;
  readonly #quarantine: Quarantine;
  readonly #limit: number;
  /** The decisions that are being made now, if any are; everything is synchronous. */
  #attempt: Attempt | undefined;

  /** @param limit how long one decision may take, in milliseconds */
  constructor(
    registry: PluginRegistry,
    quarantine = new Quarantine(),
    limit: number = DECISION_LIMIT_MILLISECONDS,
  ) {
    this.#registry = registry;
    this.#quarantine = quarantine;
    this.#limit = limit;
  }

  /** Decides the offerings of a catalogue for one learner, in their order. */
  decideOffers(
    workflow: Workflow,
    context: DecisionContext,
    offerings: readonly OfferingView[],
  ): OffersDecision {
    return this.#decide(workflow, context, (run) => ({
      offers: decideOffers(run, offerings),
      faults: run.faults,
    }));
  }

  /**
   * Decides a draft: each offering again, the totals per credit type, and what is still required.
   *
   * @throws RangeError when a line's amount is negative or not a whole number of hundredths.
   */
  decideDraft(workflow: Workflow, context: DecisionContext, lines: readonly LineView[]): DraftDecision {
    return this.#decide(workflow, context, (run) => decideDraft(run, workflow.revision, lines));
  }

  /** Decides which documents the learner may generate. `claimed` is hundredths per credit type key. */
  decideDocuments(
    workflow: Workflow,
    context: DecisionContext,
    lines: readonly LineView[],
    claimed: Readonly<Record<string, Hundredths>>,
  ): DocumentsDecision {
    return this.#decide(workflow, context, (run) => decideDocuments(run, lines, claimed));
  }

  /** Decides what is reported to authorities about a claim. `claimed` is hundredths per credit type key. */
  decideReports(
    workflow: Workflow,
    context: DecisionContext,
    lines: readonly LineView[],
    claimed: Readonly<Record<string, Hundredths>>,
  ): ReportsDecision {
    return this.#decide(workflow, context, (run) => decideReports(run, lines, claimed));
  }

  /**
   * Makes several decisions within one time limit, since every limit costs a thread. When the time is up, the step
   * that was running counts as failed, is not asked for a while, and all of them are made again without it; so
   * `decide` does nothing that may not be done twice.
   *
   * @throws what `decide` throws
   */
  together<Decisions>(decide: () => Decisions): Decisions {
    if (this.#attempt !== undefined) return decide();
    const attempt: Attempt = { hung: new Map(), deciding: undefined };
    let isTriedAgain = false;
    for (;;) {
      this.#attempt = attempt;
      try {
        return withinTime(decide, this.#limit);
      } catch (error) {
        if (!(error instanceof TimeIsUp)) throw error;
        // A machine that stood still is nobody's fault the first time.
        if (error.wasStalled && !isTriedAgain) {
          isTriedAgain = true;
          continue;
        }
        this.#blame(attempt, error);
      } finally {
        this.#attempt = undefined;
      }
    }
  }

  /** Keeps the step that was running when the time was up from being asked; there must be one, and not twice the same. */
  #blame({ hung, deciding }: Attempt, error: TimeIsUp): void {
    const asked = deciding?.lastAsked;
    if (deciding === undefined || asked === undefined || hung.has(asked.plugin)) throw error;
    const key = quarantineKey(deciding.context, asked.plugin, asked.configRevision ?? 0);
    const seconds = String(Math.round(this.#quarantine.add(key) / 1_000));
    hung.set(asked.plugin, `the plugin ${error.message} and is not asked for ${seconds} s`);
  }

  /** One decision; alone within its time limit unless it is made together with others. */
  #decide<Decision>(
    workflow: Workflow,
    context: DecisionContext,
    work: (run: DecisionRun) => Decision,
  ): Decision {
    return this.together(() => {
      const attempt = this.#attempt;
      const unasked: Unasked = ({ plugin, configRevision }) =>
        attempt?.hung.get(plugin) ??
        (this.#quarantine.has(quarantineKey(context, plugin, configRevision)) ? QUARANTINED : undefined);
      const run = new DecisionRun(this.#registry, workflow, context, unasked);
      if (attempt !== undefined) attempt.deciding = run;
      return work(run);
    });
  }

  /** What was done to a claim outside of any stage, as an entry of its decision trail. */
  noteOnClaim(
    workflow: Workflow,
    context: DecisionContext,
    { stage, outcome, code, facts }: ClaimNote,
  ): TrailEntry {
    return new DecisionRun(this.#registry, workflow, context).hostEntry(stage, CLAIM, outcome, code, facts);
  }

  /** Lets one step of the workflow collect evidence and facts. Never rejects. */
  async collect(
    workflow: Workflow,
    plugin: string,
    request: CollectRequest,
    call: IoCall,
  ): Promise<IoOutcome<CollectAnswer>> {
    const place = { tenantId: request.tenant.id, activityId: request.activity.id };
    return this.#perform(workflow, plugin, 'collect', place, (installed, config) =>
      runIoStage(
        plugin,
        'collect',
        call,
        (host) => installed.collect?.({ ...request, config }, host),
        checkCollectAnswer,
      ),
    );
  }

  /** Lets one step of the workflow deliver a message to its authority. Never rejects. */
  async deliver(
    workflow: Workflow,
    plugin: string,
    { message, ...place }: DeliverRequest,
    call: IoCall,
  ): Promise<IoOutcome<DeliverAnswer>> {
    return this.#perform(workflow, plugin, 'deliver', place, (installed, config) =>
      runIoStage(
        plugin,
        'deliver',
        call,
        (host) => installed.deliver?.({ message, config }, host),
        checkDeliverAnswer,
      ),
    );
  }

  /** One that does not give the process back in time is not asked for a while: others wait for it meanwhile. */
  async #perform<Answer>(
    workflow: Workflow,
    plugin: string,
    stage: IoStage,
    place: WorkflowPlace,
    run: (installed: Plugin, config: object) => Promise<IoOutcome<Answer>>,
  ): Promise<IoOutcome<Answer>> {
    const step = workflow.steps.find((one) => one.plugin === plugin && one.isEnabled);
    if (step === undefined) return { status: 'off' };
    const failed = (detail: string): IoOutcome<Answer> => ({
      status: 'failed',
      fault: { plugin, stage, detail, count: 1 },
    });
    const installed = this.#registry.get(plugin);
    if (installed === undefined) return failed(step.fault ?? 'the plugin is not installed');
    if (step.fault !== undefined) return failed(step.fault);
    if (installed[stage] === undefined) return { status: 'off' };
    const key = { ...place, plugin, configRevision: step.configRevision };
    if (this.#quarantine.has(key)) return failed(QUARANTINED);
    const outcome = await run(installed, step.config);
    if (outcome.status === 'failed' && outcome.fault.cause instanceof TimeIsUp) this.#quarantine.add(key);
    return outcome;
  }
}

const quarantineKey = (
  { tenant, activity }: Pick<DecisionContext, 'tenant' | 'activity'>,
  plugin: string,
  configRevision: number,
): QuarantineKey => ({ tenantId: tenant.id, activityId: activity.id, plugin, configRevision });
