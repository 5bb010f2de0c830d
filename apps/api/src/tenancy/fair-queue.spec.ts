import { describe, expect, it, jest } from '@jest/globals';
import fc from 'fast-check';
import { FairQueue, type FairQueueLimits, type Place } from './fair-queue.js';

const KEYS = ['a', 'b', 'c', 'd'] as const;

/** One at a time unless said otherwise. */
const queueOf = (limits: Partial<FairQueueLimits> = {}) =>
  new FairQueue({ concurrency: 1, perKey: 1, waitingPerKey: Infinity, ...limits });

/** Limits whose bound of one key is a number. */
type FixedLimits = FairQueueLimits & { readonly perKey: number };

describe('a fair queue', () => {
  it('begins at once where there is room', () => {
    const begun: string[] = [];
    const queue = queueOf({ concurrency: 2, perKey: 2 });
    queue.enter('a', () => begun.push('first'));
    queue.enter('a', () => begun.push('second'));
    queue.enter('a', () => begun.push('third'));
    expect(begun).toEqual(['first', 'second']);
  });

  it('lets a quiet key in at the next turn, however many of a busy one wait', () => {
    const begun: string[] = [];
    const places: (Place | null)[] = [];
    const queue = queueOf();
    for (let number = 0; number < 100; number++) {
      places.push(queue.enter('busy', () => begun.push(`busy ${number}`)));
    }
    queue.enter('quiet', () => begun.push('quiet'));
    places[0]?.leave();
    places[1]?.leave();
    expect(begun).toEqual(['busy 0', 'busy 1', 'quiet']);
  });

  it('keeps room for others than the busy one', () => {
    const begun: string[] = [];
    const queue = queueOf({ concurrency: 4, perKey: 3 });
    for (let number = 0; number < 10; number++) queue.enter('busy', () => begun.push('busy'));
    queue.enter('quiet', () => begun.push('quiet'));
    expect(begun).toEqual(['busy', 'busy', 'busy', 'quiet']);
  });

  it('gives a key more room while few others are about, or were a moment ago', () => {
    let now = 0;
    const running: string[] = [];
    const queue = new FairQueue(
      { concurrency: 4, perKey: ({ present }) => (present === 1 ? 3 : 4 / present), waitingPerKey: Infinity },
      () => now,
    );
    const busy = Array.from({ length: 6 }, () => queue.enter('busy', () => running.push('busy')));
    expect(running).toHaveLength(3);
    const quiet = queue.enter('quiet', () => running.push('quiet'));
    expect(running.at(-1)).toBe('quiet');
    busy[0]?.leave();
    // Three were let in before anybody else came; now two are its share.
    expect(running).toHaveLength(4);
    quiet?.leave();
    busy[1]?.leave();
    expect(running).toEqual(['busy', 'busy', 'busy', 'quiet', 'busy']);
    now = 251;
    busy[2]?.leave();
    expect(running.slice(5)).toEqual(['busy', 'busy']);
    expect(queue.status()).toEqual([{ key: 'busy', running: 3, waiting: 0 }]);
  });

  it('tells which part of the places a key took lately, the older the less', () => {
    let now = 0;
    const parts: number[] = [];
    const queue = new FairQueue(
      { concurrency: 10, perKey: ({ part }) => (parts.push(part), 10), waitingPerKey: Infinity },
      () => now,
    );
    const use = (key: string, milliseconds: number) => {
      const place = queue.enter(key, () => undefined);
      now += milliseconds;
      place?.leave();
    };
    const partOf = (key: string) => {
      queue.enter(key, () => undefined)?.leave();
      return parts.at(-1);
    };
    expect(partOf('a')).toBe(0);
    use('a', 30);
    use('b', 10);
    expect(partOf('a')).toBeCloseTo(0.735, 2);
    expect(partOf('b')).toBeCloseTo(0.265, 2);
    // Both grow old alike, but what is new counts for more.
    now += 240;
    use('b', 10);
    expect(partOf('a')).toBeLessThan(0.55);
    // It was away for so long that nothing is known of it.
    now += 251;
    expect(partOf('a')).toBe(0);
    // One that keeps its place for ever counts as one place, not as for ever.
    queue.enter('stuck', () => undefined);
    now += 1_000_000;
    use('b', 250);
    expect(partOf('stuck')).toBeCloseTo(1 / (2 - 1 / Math.E), 2);
  });

  it('looks at no more keys for a bound than at its own, however many are here', () => {
    const present: number[] = [];
    const queue = new FairQueue(
      {
        concurrency: Infinity,
        perKey: (use) => (present.push(use.present), Infinity),
        waitingPerKey: Infinity,
      },
      () => 0,
    );
    const exponentials = jest.spyOn(Math, 'exp');
    try {
      for (let number = 0; number < 5_000; number++) {
        const place = queue.enter(`key ${number}`, () => undefined);
        // Every second one has left, and still counts as present.
        if (number % 2 === 0) place?.leave();
      }
      expect(present.at(-1)).toBe(5_000);
      // Each use that is looked at is one exponential: a few an entry, not all of them.
      expect(exponentials.mock.calls.length).toBeLessThan(10 * 5_000);
    } finally {
      exponentials.mockRestore();
    }
  });

  it('sums up what the keys used exactly as adding them up would, whoever comes, goes and is forgotten', () => {
    let now = 0;
    const parts = new Map<string, number>();
    let asked = '';
    const queue = new FairQueue(
      { concurrency: 100, perKey: ({ part }) => (parts.set(asked, part), 100), waitingPerKey: Infinity },
      () => now,
    );
    const enter = (key: string) => {
      asked = key;
      return queue.enter(key, () => undefined);
    };
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(...KEYS), fc.integer({ min: 1, max: 400 })), {
          minLength: 1,
          maxLength: 50,
        }),
        (visits) => {
          for (const [key, milliseconds] of visits) {
            const place = enter(key);
            now += milliseconds;
            place?.leave();
          }
          // Who was away for longer counts no more.
          parts.clear();
          for (const key of KEYS) enter(key)?.leave();
          const sum = [...parts.values()].reduce((one, other) => one + other, 0);
          expect(sum).toBeCloseTo(1, 6);
          now += 1_000;
        },
      ),
    );
  });

  it('refuses a key of which too many wait, and no other', () => {
    const queue = queueOf({ waitingPerKey: 2 });
    const entered = Array.from({ length: 4 }, () => queue.enter('a', () => undefined) !== null);
    expect(entered).toEqual([true, true, true, false]);
    expect(queue.enter('b', () => undefined)).not.toBeNull();
  });

  it('never begins what was withdrawn, and does not end what has begun by withdrawing it', () => {
    const begun: string[] = [];
    const queue = queueOf();
    const first = queue.enter('a', () => begun.push('first'));
    const second = queue.enter('a', () => begun.push('second'));
    queue.enter('a', () => begun.push('third'));
    second?.withdraw();
    first?.withdraw();
    expect(begun).toEqual(['first']);
    first?.leave();
    second?.leave();
    expect(begun).toEqual(['first', 'third']);
  });

  it('forgets keys that are gone', () => {
    const queue = queueOf();
    const first = queue.enter('a', () => undefined);
    const second = queue.enter('b', () => undefined);
    expect(queue.status()).toEqual([
      { key: 'a', running: 1, waiting: 0 },
      { key: 'b', running: 0, waiting: 1 },
    ]);
    second?.withdraw();
    first?.leave();
    expect(queue.status()).toEqual([]);
  });
});

/** Enter with a key, leave or withdraw the nth that is here. */
const steps = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: fc.record({ do: fc.constant('enter' as const), key: fc.constantFrom(...KEYS) }) },
    {
      weight: 2,
      arbitrary: fc.record({ do: fc.constantFrom('leave' as const, 'withdraw' as const), nth: fc.nat(30) }),
    },
  ),
  { maxLength: 200 },
);
const limitsOf = fc.record({
  concurrency: fc.integer({ min: 1, max: 6 }),
  perKey: fc.integer({ min: 1, max: 6 }),
  waitingPerKey: fc.integer({ min: 0, max: 20 }),
});

interface Guest {
  key: string;
  number: number;
  state: 'waiting' | 'running' | 'gone';
  place: Place | null;
}

/** Plays a script on a queue, and checks after each step what must hold. */
class Party {
  private readonly queue: FairQueue;
  private readonly guests: Guest[] = [];
  private readonly begun: Guest[] = [];
  /** By key: who is first of those that wait, and who has begun since that one is. */
  private readonly firsts = new Map<string, { guest: Guest; passedBy: string[] }>();

  constructor(private readonly limits: FixedLimits) {
    this.queue = new FairQueue(limits);
  }

  enter(key: string): void {
    const waiting = this.those('waiting', key).length;
    const mayBegin = this.hasRoom(key) && waiting === 0;
    const guest: Guest = { key, number: this.guests.length, state: 'waiting', place: null };
    this.guests.push(guest);
    guest.place = this.queue.enter(key, () => {
      for (const [other, { passedBy }] of this.firsts) if (other !== key) passedBy.push(key);
      guest.state = 'running';
      this.begun.push(guest);
    });
    if (guest.place === null) {
      guest.state = 'gone';
      expect(waiting).toBe(this.limits.waitingPerKey);
    }
    expect(guest.state === 'running').toBe(mayBegin);
    this.check();
  }

  end(nth: number, how: 'leave' | 'withdraw'): void {
    const here = this.guests.filter(({ state }) => state !== 'gone');
    const guest = here[nth % Math.max(1, here.length)];
    if (guest === undefined) return;
    if (how === 'leave' || guest.state === 'waiting') guest.state = 'gone';
    guest.place?.[how]();
    this.check();
  }

  /** Everybody inside leaves until nobody is left. */
  close(): void {
    for (let [inside] = this.those('running'); inside !== undefined; [inside] = this.those('running')) {
      inside.state = 'gone';
      inside.place?.leave();
      this.check();
    }
    expect(this.those('waiting')).toEqual([]);
    expect(this.queue.status()).toEqual([]);
  }

  private check(): void {
    expect(this.those('running').length).toBeLessThanOrEqual(this.limits.concurrency);
    for (const key of KEYS) {
      const waiting = this.those('waiting', key);
      expect(this.those('running', key).length).toBeLessThanOrEqual(this.limits.perKey);
      expect(waiting.length).toBeLessThanOrEqual(this.limits.waitingPerKey);
      if (this.hasRoom(key)) expect(waiting).toEqual([]);
      const numbers = this.begun.filter((guest) => guest.key === key).map(({ number }) => number);
      expect(numbers).toEqual(numbers.toSorted((one, other) => one - other));
      this.checkTurn(key, waiting[0]);
    }
  }

  /** While a key's first waits, and is not held back by the key's own bound, each other key begins at most once. */
  private checkTurn(key: string, first: Guest | undefined): void {
    const known = this.firsts.get(key);
    if (first === undefined) this.firsts.delete(key);
    else if (known?.guest !== first) this.firsts.set(key, { guest: first, passedBy: [] });
    else if (this.limits.perKey >= this.limits.concurrency) {
      expect(known.passedBy).toEqual([...new Set(known.passedBy)]);
    }
  }

  private hasRoom(key: string): boolean {
    const { concurrency, perKey } = this.limits;
    return this.those('running').length < concurrency && this.those('running', key).length < perKey;
  }

  private those(state: Guest['state'], key?: string): Guest[] {
    return this.guests.filter((guest) => guest.state === state && (key === undefined || guest.key === key));
  }
}

describe('whatever comes and goes', () => {
  it('limits and order hold, room is used, and a turn is at most one round away', () => {
    fc.assert(
      fc.property(limitsOf, steps, (limits, script) => {
        const party = new Party(limits);
        for (const step of script) {
          if (step.do === 'enter') party.enter(step.key);
          else party.end(step.nth, step.do);
        }
        party.close();
      }),
      { numRuns: 300 },
    );
  });
});
