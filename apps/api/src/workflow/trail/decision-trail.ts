import type { Reason, Sentence, Stage } from '@laurel/plugin-kit';
import type { ReasonWriter } from './reason-writer.js';
import type { TrailEffect, TrailEntry, TrailOutcome, TrailRecord, TrailSubject } from '../workflow.types.js';

/** Who decided: a plugin as configured, or the host. */
export interface Decider {
  readonly plugin: string;
  readonly pluginVersion: string | null;
  readonly configRevision: number | null;
}

export const HOST: Decider = Object.freeze({ plugin: 'host', pluginVersion: null, configRevision: null });

/** One entry of the decision trail. Its sentence is worked out when it is first asked for. */
export class DecisionTrailEntry implements TrailEntry {
  readonly #writer: ReasonWriter;
  readonly #decider: Decider;
  #sentence: Sentence | undefined;

  constructor(
    writer: ReasonWriter,
    readonly stage: Stage,
    decider: Decider,
    readonly subject: TrailSubject,
    readonly outcome: TrailOutcome,
    readonly reason: Reason,
    readonly effect?: TrailEffect,
  ) {
    this.#writer = writer;
    this.#decider = decider;
  }

  get plugin(): string {
    return this.#decider.plugin;
  }

  get pluginVersion(): string | null {
    return this.#decider.pluginVersion;
  }

  get configRevision(): number | null {
    return this.#decider.configRevision;
  }

  get sentence(): string {
    return this.#written().text;
  }

  get remedy(): string | undefined {
    return this.#written().remedy;
  }

  /** The entry as it is stored with the claim and sent to the portal. */
  toJSON(): TrailRecord {
    const { text, remedy } = this.#written();
    return {
      stage: this.stage,
      ...this.#decider,
      subject: this.subject,
      outcome: this.outcome,
      reason: this.reason,
      sentence: text,
      ...(remedy === undefined ? {} : { remedy }),
      ...(this.effect === undefined ? {} : { effect: this.effect }),
    };
  }

  #written(): Sentence {
    this.#sentence ??= this.#writer.write(this.plugin, this.reason);
    return this.#sentence;
  }
}
