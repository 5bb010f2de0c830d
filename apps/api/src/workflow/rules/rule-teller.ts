import { checkRule, deepFreeze, type Plugin, type Reason, type RuleInput } from '@laurel/plugin-kit';
import { isError } from '../../problem/is-error.js';
import { isPromise } from '../decisions/decision-run.js';
import { Quarantine, type QuarantineKey } from '../decisions/quarantine.js';
import type { PluginRegistry } from '../steps/plugin-registry.js';
import { DECISION_LIMIT_MILLISECONDS, TimeIsUp, withinTime } from '../time-limit/time-limit.js';
import { ReasonWriter } from '../trail/reason-writer.js';
import type { DecisionContext, PluginFault, Workflow, WorkflowStep } from '../workflow.types.js';

/** What rules are told from, beside the step's settings. */
export type RuleSubject = Pick<DecisionContext, 'tenant' | 'activity' | 'creditTypes'>;

/** A step whose rule is asked for: its plugin, in the workflow by which it decided. */
export interface AskedRule {
  readonly workflow: Workflow;
  readonly plugin: string;
}

/** The rule of one step in words, and what went wrong when its plugin was asked for it. */
export interface ToldRule {
  /** Undefined for a plugin that is gone. */
  readonly text: string | undefined;
  readonly fault?: PluginFault;
}

/**
 * Says the rules of a workflow's steps, as they are set. A plugin that has no words for its rule, throws, answers out of
 * shape or does not end is described in general. One that does not end is not asked for its rule for a while; its
 * decisions are not affected.
 */
export class RuleTeller {
  readonly #registry: PluginRegistry;
  readonly #quarantine: Quarantine;
  readonly #limit: number;

  /** @param limit how long one rule may take, in milliseconds */
  constructor(
    registry: PluginRegistry,
    quarantine = new Quarantine(),
    limit: number = DECISION_LIMIT_MILLISECONDS,
  ) {
    this.#registry = registry;
    this.#quarantine = quarantine;
    this.#limit = limit;
  }

  /**
   * The rules of these steps, in their order. All of them together have little more than the time of one: once it is up,
   * the others are described in general, so that many that do not end hold up this process no longer than one does.
   */
  tellAll(asked: readonly AskedRule[], subject: RuleSubject): readonly ToldRule[] {
    const end = performance.now() + this.#limit;
    let isOver = false;
    return asked.map(({ workflow, plugin }) => {
      if (isOver) return { text: this.#registry.get(plugin)?.description };
      const told = this.tell(workflow, subject, plugin);
      isOver = told.fault?.cause instanceof TimeIsUp || performance.now() >= end;
      return told;
    });
  }

  /** The rule of the plugin's step in the workflow. Never throws. */
  tell(workflow: Workflow, subject: RuleSubject, key: string): ToldRule {
    const plugin = this.#registry.get(key);
    const step = workflow.steps.find((one) => one.plugin === key);
    if (plugin?.rule === undefined || step === undefined || step.fault !== undefined) {
      return { text: plugin?.description };
    }
    const asked = quarantineKey(subject, step);
    if (this.#quarantine.has(asked)) return { text: plugin.description };
    try {
      const text = withinTime(() => this.#words(plugin, step, subject, workflow), this.#limit);
      return { text: text === '' ? plugin.description : text };
    } catch (error) {
      if (error instanceof TimeIsUp) this.#quarantine.add(asked);
      const detail = isError(error) ? error.message : 'the plugin threw';
      return {
        text: plugin.description,
        fault: { plugin: key, stage: 'rule', detail, cause: error, count: 1 },
      };
    }
  }

  /** The sentences one after the other. @throws what the plugin throws, or Error for an answer out of shape */
  #words(plugin: Plugin, step: WorkflowStep, subject: RuleSubject, { wording }: Workflow): string {
    const { tenant, activity, creditTypes } = subject;
    const reasons = askRule(plugin, deepFreeze({ tenant, activity, creditTypes, config: step.config }));
    const writer = new ReasonWriter(this.#registry, wording ?? {}, activity.timeZone);
    return reasons
      .map((reason) => {
        const sentence = writer.tryToWrite(plugin.key, reason);
        if (sentence === null) throw new Error(`its rule "${reason.code}" makes no sentence`);
        return sentence.text;
      })
      .join(' ');
  }
}

const askRule = (plugin: Plugin, input: RuleInput<object>): readonly Reason[] => {
  const answer = plugin.rule?.(input) ?? [];
  if (isPromise(answer)) throw new Error('its rule is a promise; rules are synchronous');
  const wrong = checkRule(answer, plugin.messages);
  if (wrong !== null) throw new Error(wrong);
  // Frozen while the time is watched, since reading an answer may run code of the plugin's.
  return deepFreeze(answer);
};

const quarantineKey = (
  { tenant, activity }: RuleSubject,
  { plugin, configRevision }: WorkflowStep,
): QuarantineKey => ({ tenantId: tenant.id, activityId: activity.id, plugin, configRevision });
