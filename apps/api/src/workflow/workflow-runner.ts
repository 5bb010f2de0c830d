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
  type ReportMessage,
} from '@laurel/plugin-kit';
import { CLAIM, DecisionRun, type Unasked } from './decision-run.js';
import { decideDocuments } from './document-decisions.js';
import { decideDraft } from './draft-decisions.js';
import { runIoStage } from './io-stages.js';
import { decideOffers } from './offer-decisions.js';
import type { HostCode } from './host-messages.js';
import type { PluginRegistry } from './plugin-registry.js';
import { Quarantine, type QuarantineKey } from './quarantine.js';
import { decideReports } from './report-decisions.js';
import { DECISION_LIMIT_MILLISECONDS, TimeIsUp, withinTime } from './time-limit.js';
import type {
  CollectRequest,
  DecisionContext,
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
   * Decides within the time limit. When the time is up, the step that was running counts as failed, is not asked
   * for a while, and the decision is made again without it.
   */
  #decide<Decision>(
    workflow: Workflow,
    context: DecisionContext,
    work: (run: DecisionRun) => Decision,
  ): Decision {
    const hung = new Map<string, string>();
    const unasked: Unasked = ({ plugin, configRevision }) =>
      hung.get(plugin) ??
      (this.#quarantine.has(quarantineKey(context, plugin, configRevision)) ? QUARANTINED : undefined);
    let isTriedAgain = false;
    for (;;) {
      const run = new DecisionRun(this.#registry, workflow, context, unasked);
      try {
        return withinTime(() => work(run), this.#limit);
      } catch (error) {
        if (!(error instanceof TimeIsUp)) throw error;
        // A machine that stood still is nobody's fault the first time.
        if (error.wasStalled && !isTriedAgain) {
          isTriedAgain = true;
          continue;
        }
        const asked = run.lastAsked;
        if (asked === undefined || hung.has(asked.plugin)) throw error;
        const pause = this.#quarantine.add(quarantineKey(context, asked.plugin, asked.configRevision ?? 0));
        hung.set(
          asked.plugin,
          `the plugin ${error.message} and is not asked for ${String(Math.round(pause / 1_000))} s`,
        );
      }
    }
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
    const revision = workflow.steps.find((step) => step.plugin === plugin)?.configRevision ?? 0;
    const key = quarantineKey(request, plugin, revision);
    return this.#perform(workflow, plugin, 'collect', async (installed, config) => {
      if (this.#quarantine.has(key)) {
        return { status: 'failed', fault: { plugin, stage: 'collect', detail: QUARANTINED, count: 1 } };
      }
      const outcome = await runIoStage(
        plugin,
        'collect',
        call,
        (host) => installed.collect?.({ ...request, config }, host),
        checkCollectAnswer,
      );
      if (outcome.status === 'failed' && outcome.fault.cause instanceof TimeIsUp) this.#quarantine.add(key);
      return outcome;
    });
  }

  /** Lets one step of the workflow deliver a message to its authority. Never rejects. */
  async deliver(
    workflow: Workflow,
    plugin: string,
    message: ReportMessage,
    call: IoCall,
  ): Promise<IoOutcome<DeliverAnswer>> {
    return this.#perform(workflow, plugin, 'deliver', (installed, config) =>
      runIoStage(
        plugin,
        'deliver',
        call,
        (host) => installed.deliver?.({ message, config }, host),
        checkDeliverAnswer,
      ),
    );
  }

  async #perform<Answer>(
    workflow: Workflow,
    plugin: string,
    stage: IoStage,
    run: (installed: Plugin, config: object) => Promise<IoOutcome<Answer>>,
  ): Promise<IoOutcome<Answer>> {
    const step = workflow.steps.find((one) => one.plugin === plugin && one.isEnabled);
    if (step === undefined) return { status: 'off' };
    const installed = this.#registry.get(plugin);
    const { fault } = step;
    if (installed === undefined || fault !== undefined) {
      return {
        status: 'failed',
        fault: { plugin, stage, detail: fault ?? 'the plugin is not installed', count: 1 },
      };
    }
    return installed[stage] === undefined ? { status: 'off' } : run(installed, step.config);
  }
}

const QUARANTINED = 'the plugin took too long a moment ago and is not asked for a while';

const quarantineKey = (
  { tenant, activity }: Pick<DecisionContext, 'tenant' | 'activity'>,
  plugin: string,
  configRevision: number,
): QuarantineKey => ({ tenantId: tenant.id, activityId: activity.id, plugin, configRevision });
