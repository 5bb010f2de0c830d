import {
  deepFreeze,
  type DecisionInput,
  type Fault,
  type Plugin,
  type PureStage,
  type Reason,
} from '@laurel/plugin-kit';
import { DecisionTrailEntry, HOST, type Decider } from '../trail/decision-trail.js';
import type { HostCode } from '../trail/host-messages.js';
import type { PluginRegistry } from '../steps/plugin-registry.js';
import { ReasonWriter } from '../trail/reason-writer.js';
import type {
  DecisionContext,
  PluginFault,
  TrailEffect,
  TrailEntry,
  TrailOutcome,
  TrailSubject,
  Workflow,
  WorkflowStep,
} from '../workflow.types.js';

/** An enabled step whose plugin takes part in a stage, or ought to. */
export interface ReadyStep {
  readonly decider: Decider;
  readonly config: object;
  readonly plugin: Plugin | undefined;
  /** Why the plugin cannot be asked at all. */
  readonly fault: string | undefined;
}

/** Steps that a decision does not ask, by plugin, and why. */
export type Unasked = (step: WorkflowStep) => string | undefined;

const FAILED: Reason = Object.freeze({ code: 'plugin.failed' satisfies HostCode, facts: Object.freeze({}) });
export const CLAIM: TrailSubject = Object.freeze({ kind: 'claim', key: 'claim' });

/** One decision in the making: asks plugins, catches what they do wrong, writes trail entries. */
export class DecisionRun {
  readonly context: DecisionContext;
  readonly #registry: PluginRegistry;
  readonly #steps: readonly WorkflowStep[];
  readonly #writer: ReasonWriter;
  readonly #faults = new Map<string, PluginFault>();
  readonly #unasked: Unasked;
  #lastAsked: ReadyStep | undefined;

  /** Freezes the context deeply. */
  constructor(
    registry: PluginRegistry,
    workflow: Workflow,
    context: DecisionContext,
    unasked: Unasked = () => undefined,
  ) {
    this.#registry = registry;
    this.#steps = workflow.steps;
    this.#unasked = unasked;
    this.context = deepFreeze(context);
    this.#writer = new ReasonWriter(registry, workflow.wording ?? {}, context.activity.timeZone);
  }

  get faults(): readonly PluginFault[] {
    return [...this.#faults.values()];
  }

  /** Whether any step is on. Without one nothing may be claimed: nobody has said yet what the rules are. */
  get hasRules(): boolean {
    return this.#steps.some(({ isEnabled }) => isEnabled);
  }

  /** The step that was running when the decision was cut off, if it was. */
  get lastAsked(): Decider | undefined {
    return this.#lastAsked?.decider;
  }

  /** The enabled steps that answer a stage, in order. A plugin that is not installed could answer any. */
  steps(stage: PureStage): readonly ReadyStep[] {
    const ready: ReadyStep[] = [];
    for (const step of this.#steps) {
      const { plugin: key, isEnabled, config, configRevision, fault } = step;
      if (!isEnabled) continue;
      const plugin = this.#registry.get(key);
      if (plugin !== undefined && plugin[stage] === undefined) continue;
      const decider = Object.freeze({ plugin: key, pluginVersion: plugin?.version ?? null, configRevision });
      ready.push({
        decider,
        config,
        plugin,
        fault: plugin === undefined ? 'the plugin is not installed' : (fault ?? this.#unasked(step)),
      });
    }
    return ready;
  }

  /** The input all pure stages share, for one step. */
  input(step: ReadyStep): DecisionInput<object> {
    return { ...this.context, config: step.config };
  }

  /**
   * Asks one step, and freezes its answer deeply. Answers `undefined` when the plugin threw, is missing or answered out of shape; the fault is
   * then noted, and the caller denies or holds.
   */
  ask<Answer>(
    step: ReadyStep,
    stage: PureStage,
    call: (plugin: Plugin) => Answer | undefined,
    check: (answer: Answer | undefined, plugin: Plugin) => Fault,
  ): Answer | undefined {
    const { plugin, fault } = step;
    if (plugin === undefined || fault !== undefined) {
      this.#note(step, stage, fault ?? 'the plugin is not installed');
      return undefined;
    }
    this.#lastAsked = step;
    try {
      const answer = call(plugin);
      const wrong = isPromise(answer)
        ? 'the answer is a promise; pure stages are synchronous'
        : check(answer, plugin);
      // Frozen here, since reading an answer may run code of the plugin's.
      if (wrong === null) return deepFreeze(answer);
      this.#note(step, stage, wrong);
    } catch (error) {
      this.#note(step, stage, error instanceof Error ? error.message : 'the plugin threw', error);
    }
    return undefined;
  }

  entry(
    stage: PureStage,
    decider: Decider,
    subject: TrailSubject,
    outcome: TrailOutcome,
    reason: Reason,
    effect?: TrailEffect,
  ): TrailEntry {
    return new DecisionTrailEntry(this.#writer, stage, decider, subject, outcome, reason, effect);
  }

  hostEntry(
    stage: PureStage,
    subject: TrailSubject,
    outcome: TrailOutcome,
    code: HostCode,
    facts: Reason['facts'] = {},
  ): TrailEntry {
    return this.entry(stage, HOST, subject, outcome, { code, facts });
  }

  /** The entry for a step that could not be asked. */
  failure(stage: PureStage, step: ReadyStep, subject: TrailSubject, outcome: TrailOutcome): TrailEntry {
    return this.entry(stage, step.decider, subject, outcome, FAILED);
  }

  #note({ decider }: ReadyStep, stage: PureStage, detail: string, cause?: unknown): void {
    const id = `${decider.plugin} ${stage}`;
    const known = this.#faults.get(id);
    this.#faults.set(
      id,
      known === undefined
        ? { plugin: decider.plugin, stage, detail, cause, count: 1 }
        : { ...known, count: known.count + 1 },
    );
  }
}

/** Whether a pure stage answered with a promise; its later rejection is then nobody's, and must not end the process. */
export const isPromise = (answer: unknown): boolean => {
  if (!(answer instanceof Promise)) return false;
  answer.catch(() => undefined);
  return true;
};
