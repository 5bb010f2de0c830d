import { renderMessage, type Message, type Reason, type Sentence, type Voice } from '@laurel/plugin-kit';
import { hostMessages, isHostCode } from './host-messages.js';
import type { PluginRegistry } from '../steps/plugin-registry.js';
import type { Wording } from '../workflow.types.js';

/** Makes sentences of reasons for one decision: in the tenant's wording, in the activity's zone. */
export class ReasonWriter {
  readonly #registry: PluginRegistry;
  readonly #wording: Wording;
  readonly #voice: Voice;
  /** The same reason comes up for hundreds of offerings of a catalogue. */
  readonly #written = new Map<string, Sentence | null>();

  /** `timeZone` is the activity's, an IANA name. */
  constructor(registry: PluginRegistry, wording: Wording, timeZone: string) {
    this.#registry = registry;
    this.#wording = wording;
    this.#voice = { timeZone, locale: wording.locale ?? 'en-US' };
  }

  /** Never throws: a sentence of the tenant's that cannot be made falls back to the plugin's own. */
  write(plugin: string, reason: Reason): Sentence {
    return this.tryToWrite(plugin, reason) ?? hostMessages['plugin.failed'];
  }

  /** As `write`, or `null` where neither makes a sentence. */
  tryToWrite(plugin: string, reason: Reason): Sentence | null {
    const id = `${plugin} ${reason.code} ${JSON.stringify(reason.facts)}`;
    const known = this.#written.get(id);
    if (known !== undefined) return known;
    const sentence = this.#make(plugin, reason);
    this.#written.set(id, sentence);
    return sentence;
  }

  #make(plugin: string, { code, facts }: Reason): Sentence | null {
    const own = isHostCode(code) ? hostMessages[code] : this.#registry.get(plugin)?.messages[code];
    const override = this.#wording.messages?.[isHostCode(code) ? code : `${plugin}.${code}`];
    for (const message of [override, own]) {
      const sentence = message === undefined ? null : this.#tryRender(message, facts);
      if (sentence !== null) return sentence;
    }
    return null;
  }

  #tryRender(message: Message, facts: Reason['facts']): Sentence | null {
    try {
      return renderMessage(message, facts, this.#voice, this.#wording.terms ?? {});
    } catch {
      // A wording that lacks a fact or is not ICU text; the next candidate speaks instead.
      return null;
    }
  }
}
