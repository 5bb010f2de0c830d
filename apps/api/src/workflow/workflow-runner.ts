import type { Hundredths } from '@laurel/credit';
import {
  checkCollectAnswer,
  checkDeliverAnswer,
  deepFreeze,
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
import { CLAIM, DecisionRun } from './decision-run.js';
import { decideDocuments } from './document-decisions.js';
import { runIoStage } from './io-stages.js';
import { decideLines } from './line-decisions.js';
import { decideOffers } from './offer-decisions.js';
import type { HostCode } from './host-messages.js';
import type { PluginRegistry } from './plugin-registry.js';
import { decideReports } from './report-decisions.js';
import { decideRequirements, requireSessions } from './requirement-decisions.js';
import { decideTotals, totalsRecord } from './total-decisions.js';
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
 * A plugin that throws, answers out of shape or is missing never passes silently: offers and requirements are
 * denied with `plugin.failed`, award, certify and report hold the claim, and `faults` tells staff.
 */
export class WorkflowRunner {
  readonly #registry: PluginRegistry;

  constructor(registry: PluginRegistry) {
    this.#registry = registry;
  }

  /** Decides the offerings of a catalogue for one learner, in their order. */
  decideOffers(
    workflow: Workflow,
    context: DecisionContext,
    offerings: readonly OfferingView[],
  ): OffersDecision {
    const run = new DecisionRun(this.#registry, workflow, context);
    return { offers: decideOffers(run, offerings), faults: run.faults };
  }

  /**
   * Decides a draft: each offering again, the totals per credit type, and what is still required.
   *
   * @throws RangeError when a line's amount is negative or not a whole number of hundredths.
   */
  decideDraft(workflow: Workflow, context: DecisionContext, lines: readonly LineView[]): DraftDecision {
    const run = new DecisionRun(this.#registry, workflow, context);
    const { offers, counted } = decideLines(run, deepFreeze(lines));
    const { totals, holds } = decideTotals(run, deepFreeze(counted));
    const requirements = [
      requireSessions(run, lines, offers),
      ...decideRequirements(run, counted, totalsRecord(totals)),
    ];
    const trail: readonly TrailEntry[] = [
      ...offers.flatMap(({ offeringId, denials }) =>
        denials.length > 0
          ? denials
          : [run.hostEntry('offer', { kind: 'offering', key: offeringId }, 'allowed', 'host.allowed')],
      ),
      ...totals.flatMap(({ adjustments }) => adjustments.map(({ entry }) => entry)),
      ...requirements.map(({ entry }) => entry),
      ...holds,
    ];
    return {
      workflowRevision: workflow.revision,
      offers,
      totals,
      requirements,
      // The host's own requirement covers an empty draft and denied offerings.
      canSubmit: requirements.every(({ state }) => state !== 'unmet'),
      isHeld: holds.length > 0,
      holds,
      faults: run.faults,
      trail,
    };
  }

  /** Decides which documents the learner may generate. `claimed` is hundredths per credit type key. */
  decideDocuments(
    workflow: Workflow,
    context: DecisionContext,
    lines: readonly LineView[],
    claimed: Readonly<Record<string, Hundredths>>,
  ): DocumentsDecision {
    return decideDocuments(new DecisionRun(this.#registry, workflow, context), lines, claimed);
  }

  /** Decides what is reported to authorities about a claim. `claimed` is hundredths per credit type key. */
  decideReports(
    workflow: Workflow,
    context: DecisionContext,
    lines: readonly LineView[],
    claimed: Readonly<Record<string, Hundredths>>,
  ): ReportsDecision {
    return decideReports(new DecisionRun(this.#registry, workflow, context), lines, claimed);
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
    return this.#perform(workflow, plugin, 'collect', (installed, config) =>
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
