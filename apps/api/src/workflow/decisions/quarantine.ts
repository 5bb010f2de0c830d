const FIRST_PAUSE_MILLISECONDS = 30_000;
const LONGEST_PAUSE_MILLISECONDS = 3_600_000;
/** Plugins that hang are few; the oldest goes when there are more. */
const MAX_ENTRIES = 1_000;

/** Whose workflow it is. */
export interface WorkflowPlace {
  readonly tenantId: string;
  readonly activityId: string;
}

/** Which configured plugin of which activity: nothing else is kept from being asked. */
export interface QuarantineKey extends WorkflowPlace {
  readonly plugin: string;
  readonly configRevision: number;
}

/** What is said of a step while it is not asked. */
export const QUARANTINED = 'the plugin took too long a moment ago and is not asked for a while';

interface Entry {
  readonly pause: number;
  readonly until: number;
}

/**
 * Configured plugins that used up a whole decision's time, and until when they are not asked. Each time again the
 * pause doubles, from half a minute to an hour, so that a plugin that hangs costs its neighbours in this process
 * next to nothing. A changed configuration is another one, and is asked at once.
 */
export class Quarantine {
  readonly #entries = new Map<string, Entry>();
  readonly #now: () => number;

  /** @param now milliseconds that only grow */
  constructor(now: () => number = () => performance.now()) {
    this.#now = now;
  }

  has(key: QuarantineKey): boolean {
    if (this.#entries.size === 0) return false;
    const entry = this.#entries.get(textOf(key));
    return entry !== undefined && this.#now() < entry.until;
  }

  /** Notes that the plugin hung, and answers how long it is not asked, in milliseconds. */
  add(key: QuarantineKey): number {
    const text = textOf(key);
    const now = this.#now();
    const before = this.#entries.get(text);
    // One that went well for as long as the longest pause starts over.
    const isRecent = before !== undefined && now < before.until + LONGEST_PAUSE_MILLISECONDS;
    const pause = isRecent
      ? Math.min(before.pause * 2, LONGEST_PAUSE_MILLISECONDS)
      : FIRST_PAUSE_MILLISECONDS;
    this.#entries.delete(text);
    if (this.#entries.size >= MAX_ENTRIES) {
      const oldest = this.#entries.keys().next();
      if (oldest.done !== true) this.#entries.delete(oldest.value);
    }
    this.#entries.set(text, { pause, until: now + pause });
    return pause;
  }
}

const textOf = ({ tenantId, activityId, plugin, configRevision }: QuarantineKey): string =>
  `${tenantId}/${activityId}/${plugin}/${String(configRevision)}`;
