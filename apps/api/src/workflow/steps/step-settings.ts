import { Injectable } from '@nestjs/common';
import type { Plugin } from '@laurel/plugin-kit';
import { isError } from '../../problem/is-error.js';
import { PluginRegistry } from './plugin-registry.js';
import { QUARANTINED, Quarantine, type WorkflowPlace } from '../decisions/quarantine.js';
import { TimeIsUp, withinTime } from '../time-limit/time-limit.js';
import type { IoOutcome, Workflow } from '../workflow.types.js';

/** `whsec_` and the key in base64, as Standard Webhooks write it. */
const SECRET = /^whsec_(?:[A-Za-z0-9+/]{4}){6,22}(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?$/;
const MINUTES_OF_A_MONTH = 31 * 24 * 60;

/**
 * What an enabled step says about how its outside system is heard. Never throws. A step that does not end its answer is
 * not asked for a while: whoever sends something unsigned could have it asked again and again.
 */
@Injectable()
export class StepSettings {
  readonly #quarantine = new Quarantine();

  constructor(private readonly registry: PluginRegistry) {}

  /** The secret with which messages to the step are signed; `off` when nothing can be sent to it. */
  webhookSecret(place: WorkflowPlace, workflow: Workflow, plugin: string): IoOutcome<string> {
    return this.read(
      place,
      workflow,
      plugin,
      (installed, config) => installed.webhookSecret?.(config),
      (secret) => typeof secret === 'string' && SECRET.test(secret),
      'its webhook secret is not "whsec_" and at least 24 bytes in base64',
    );
  }

  /** How often the step is polled, in minutes; `off` when it never is. */
  pollEveryMinutes(place: WorkflowPlace, workflow: Workflow, plugin: string): IoOutcome<number> {
    return this.read(
      place,
      workflow,
      plugin,
      (installed, config) => installed.pollEveryMinutes?.(config),
      (minutes) => Number.isInteger(minutes) && minutes >= 1 && minutes <= MINUTES_OF_A_MONTH,
      'it wants to be polled at a time that is not whole minutes between one and a month',
    );
  }

  private read<Answer>(
    place: WorkflowPlace,
    workflow: Workflow,
    key: string,
    look: (plugin: Plugin, config: object) => Answer | null | undefined,
    isFit: (answer: Answer) => boolean,
    unfit: string,
  ): IoOutcome<Answer> {
    const step = workflow.steps.find((one) => one.plugin === key && one.isEnabled);
    const plugin = this.registry.get(key);
    if (step === undefined || plugin?.collect === undefined) return { status: 'off' };
    const failed = (detail: string, cause?: unknown): IoOutcome<Answer> => ({
      status: 'failed',
      fault: { plugin: key, stage: 'collect', detail, cause, count: 1 },
    });
    if (step.fault !== undefined) return failed(step.fault);
    const asked = { ...place, plugin: key, configRevision: step.configRevision };
    if (this.#quarantine.has(asked)) return failed(QUARANTINED);
    try {
      const answer = withinTime(() => look(plugin, step.config)) ?? null;
      if (answer === null) return { status: 'off' };
      return isFit(answer) ? { status: 'answered', answer } : failed(unfit);
    } catch (error) {
      if (error instanceof TimeIsUp) this.#quarantine.add(asked);
      return failed(isError(error) ? error.message : 'the plugin threw', error);
    }
  }
}
