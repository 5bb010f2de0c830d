export interface FairQueueLimits {
  /** How much is under way at once, of all keys together. */
  readonly concurrency: number;
  /** How much of one key is under way at once, so that a busy one leaves room for the others. At least one. */
  readonly perKey: number | ((use: Use) => number);
  /** How much of one key waits at most. */
  readonly waitingPerKey: number;
}

/** What a key made of the places lately, for bounds that follow from it. */
export interface Use {
  /** How many keys are here or were a moment ago, this one among them. */
  readonly present: number;
  /** The part of the time for which places were taken lately that was this key's, from 0 to 1. */
  readonly part: number;
}

/** What was let in or waits. */
export interface Place {
  /** Whether there was no room at once. */
  readonly hasToWait: boolean;
  /** Gives the place back, whether it was begun or still waits. Once is enough, twice does no harm. */
  leave(): void;
  /** Gives the place back only while it still waits. */
  withdraw(): void;
}

/** A key counts among those present for this long after the last of it was here. */
const PRESENT_FOR_MILLISECONDS = 250;
/** What was used this much earlier counts a third. */
const MEMORY_MILLISECONDS = 250;

/** What was made of the places, by one key or by all. */
interface Account {
  running: number;
  /** Milliseconds for which it had a place, times the places it had; older ones count less. As of `at`. */
  used: number;
  at: number;
}

interface Line extends Account {
  /** In the order of arrival. */
  readonly waiting: Set<() => void>;
}

/**
 * Lets in a bounded number at once and serves keys in turn: however many of one key wait, the next one of another
 * key is at most one round away. Of one key, who came first goes first. Synchronous, without timers; a key of which
 * nothing is under way and nothing waits soon costs nothing.
 */
export class FairQueue {
  private readonly lines = new Map<string, Line>();
  /** Keys of which something waits, whose turn is next first. */
  private readonly turns = new Set<string>();
  /** Keys that are not here any more, as they were when they left; who left first is first. */
  private readonly left = new Map<string, Line>();
  /** The sum of all lines, whose uses fade at the same rate; so nobody has to add them up. */
  private readonly total: Account = { running: 0, used: 0, at: -Infinity };

  /** @param now milliseconds that only grow */
  constructor(
    private readonly limits: FairQueueLimits,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /**
   * @param begin called when it may begin, before this returns if there is room; what it is given is the place's `leave`
   * @returns null when too many of this key wait already; `begin` is never called then
   */
  enter(key: string, begin: (leave: () => void) => void): Place | null {
    const line = this.lineOf(key);
    if (line.waiting.size === 0 && this.hasRoomFor(line)) {
      const leave = this.leaving(key, line);
      begin(leave);
      return { hasToWait: false, leave, withdraw: nothing };
    }
    if (line.waiting.size >= this.limits.waitingPerKey) {
      this.forgetIfEmpty(key, line);
      return null;
    }
    return this.wait(key, line, begin);
  }

  /** How many of each key wait and are under way. Keys that are not here are not listed. */
  status(): { key: string; running: number; waiting: number }[] {
    return [...this.lines].map(([key, { running, waiting }]) => ({ key, running, waiting: waiting.size }));
  }

  private wait(key: string, line: Line, begin: (leave: () => void) => void): Place {
    let leave: (() => void) | undefined;
    const start = () => {
      leave = this.leaving(key, line);
      begin(leave);
    };
    const withdraw = () => {
      if (!line.waiting.delete(start)) return;
      if (line.waiting.size === 0) this.turns.delete(key);
      this.forgetIfEmpty(key, line);
    };
    line.waiting.add(start);
    this.turns.add(key);
    return { hasToWait: true, withdraw, leave: () => (leave === undefined ? withdraw() : leave()) };
  }

  /** Counts one as begun; what is returned counts it as ended, once. */
  private leaving(key: string, line: Line): () => void {
    this.count(line, 1);
    let isHere = true;
    return () => {
      if (!isHere) return;
      isHere = false;
      this.count(line, -1);
      this.forgetIfEmpty(key, line);
      this.admitNext();
    };
  }

  private admitNext(): void {
    for (const key of this.turns) {
      if (this.total.running >= this.limits.concurrency) return;
      const line = this.lineOf(key);
      if (!this.hasRoomFor(line)) continue;
      const [start] = line.waiting;
      if (start === undefined) continue;
      line.waiting.delete(start);
      // To the end of the round: a set keeps the order of insertion, so this loop may come by again.
      this.turns.delete(key);
      if (line.waiting.size > 0) this.turns.add(key);
      start();
    }
  }

  private count(line: Line, change: 1 | -1): void {
    const now = this.now();
    for (const account of [line, this.total]) {
      account.used = usedBy(account, now);
      account.at = now;
      account.running += change;
    }
  }

  private hasRoomFor(line: Line): boolean {
    const { concurrency, perKey } = this.limits;
    if (this.total.running >= concurrency) return false;
    return line.running < (typeof perKey === 'number' ? perKey : Math.max(1, perKey(this.useOf(line))));
  }

  private useOf(line: Line): Use {
    const now = this.now();
    this.forgetWhoLeft(now);
    const total = usedBy(this.total, now);
    return {
      present: this.lines.size + this.left.size,
      // Sums of fractions are not exact: a key alone may come to a hair more than all.
      part: total <= 0 ? 0 : Math.min(1, usedBy(line, now) / total),
    };
  }

  private forgetWhoLeft(now: number): void {
    for (const [key, line] of this.left) {
      if (line.at >= now - PRESENT_FOR_MILLISECONDS) return;
      this.left.delete(key);
      this.total.used = usedBy(this.total, now) - usedBy(line, now);
      this.total.at = now;
    }
    // What rounding left over goes when nobody is here.
    if (this.left.size === 0 && this.lines.size === 0) this.total.used = 0;
  }

  private lineOf(key: string): Line {
    let line = this.lines.get(key);
    if (line === undefined) {
      this.forgetWhoLeft(this.now());
      line = this.left.get(key) ?? { running: 0, used: 0, at: this.now(), waiting: new Set() };
      this.lines.set(key, line);
      this.left.delete(key);
    }
    return line;
  }

  private forgetIfEmpty(key: string, line: Line): void {
    if (line.running > 0 || line.waiting.size > 0) return;
    this.lines.delete(key);
    // Only remembered where it is asked for.
    if (typeof this.limits.perKey === 'number') return;
    const now = this.now();
    this.left.set(key, { ...line, used: usedBy(line, now), at: now });
  }
}

/** What was used lately: the older, the less it counts; a place held without end counts its memory's length. */
function usedBy({ running, used, at }: Account, now: number): number {
  const kept = Math.exp((at - now) / MEMORY_MILLISECONDS);
  return used * kept + running * MEMORY_MILLISECONDS * (1 - kept);
}

const nothing = () => undefined;
