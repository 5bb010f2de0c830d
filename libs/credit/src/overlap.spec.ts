import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { countOverlapsOnce, type CreditedInterval } from './overlap.js';

const minute = 60_000;
const at = (hour: number, minutes = 0): number => (hour * 60 + minutes) * minute;

describe('countOverlapsOnce', () => {
  it('counts the shared time of two rooms once', () => {
    const result = countOverlapsOnce([
      { id: 'ablation', from: at(9), to: at(10, 30), credit: 150 },
      { id: 'devices', from: at(9, 45), to: at(10, 45), credit: 100 },
    ]);
    expect(result).toEqual({
      total: 175,
      deducted: 75,
      cuts: [
        { ids: ['ablation', 'devices'], keptId: 'ablation', from: at(9, 45), to: at(10, 30), deducted: 75 },
      ],
    });
  });

  it('keeps the session that earns more per minute, whichever began first', () => {
    const { total, cuts } = countOverlapsOnce([
      { id: 'poor', from: at(9), to: at(11), credit: 100 },
      { id: 'rich', from: at(10), to: at(11), credit: 100 },
    ]);
    expect(total).toBe(150);
    expect(cuts).toEqual([{ ids: ['poor', 'rich'], keptId: 'rich', from: at(10), to: at(11), deducted: 50 }]);
  });

  it('cuts three rooms stretch by stretch', () => {
    const { total, cuts } = countOverlapsOnce([
      { id: 'a', from: at(9), to: at(11), credit: 200 },
      { id: 'b', from: at(9, 30), to: at(10, 30), credit: 100 },
      { id: 'c', from: at(10), to: at(11), credit: 100 },
    ]);
    expect(total).toBe(200);
    expect(cuts.map(({ ids, deducted }) => [ids.join(''), deducted])).toEqual([
      ['ab', 50],
      ['abc', 100],
      ['ac', 50],
    ]);
  });

  it('drops a fraction of a hundredth instead of granting it', () => {
    // Eighty minutes at one credit an hour are 1.333…
    const { total, deducted } = countOverlapsOnce([
      { id: 'a', from: at(9), to: at(10), credit: 100 },
      { id: 'b', from: at(9, 20), to: at(10, 20), credit: 100 },
    ]);
    expect([total, deducted]).toEqual([133, 67]);
  });

  it('leaves sessions that touch, have no length or no credit alone', () => {
    const { total, cuts } = countOverlapsOnce([
      { id: 'a', from: at(9), to: at(10), credit: 100 },
      { id: 'b', from: at(10), to: at(11), credit: 100 },
      { id: 'topic', from: at(9), to: at(9), credit: 50 },
      { id: 'break', from: at(9), to: at(11), credit: 0 },
    ]);
    expect(total).toBe(250);
    expect(cuts).toEqual([]);
  });
});

/** Times on a coarse grid, so that most examples do overlap, and odd lengths, so that shares are fractions. */
const session: fc.Arbitrary<Omit<CreditedInterval, 'id'>> = fc
  .record({
    from: fc.integer({ min: 0, max: 60 }),
    length: fc.integer({ min: 1, max: 25 }),
    credit: fc.integer({ min: 0, max: 400 }),
  })
  .map(({ from, length, credit }) => ({ from: from * 7 * minute, to: (from + length) * 7 * minute, credit }));
const programme = fc
  .array(session, { maxLength: 14 })
  .map((sessions) => sessions.map((one, index) => ({ ...one, id: `s${String(index)}` })));
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);

describe('countOverlapsOnce, for any programme', () => {
  it('splits what was selected into a total and deductions, in whole hundredths, never negative', () => {
    fc.assert(
      fc.property(programme, (sessions) => {
        const { total, deducted, cuts } = countOverlapsOnce(sessions);
        expect(total + deducted).toBe(sum(sessions.map(({ credit }) => credit)));
        expect(sum(cuts.map((cut) => cut.deducted))).toBe(deducted);
        expect(Number.isSafeInteger(total)).toBe(true);
        expect(total).toBeGreaterThanOrEqual(0);
        for (const cut of cuts) {
          expect(cut.deducted).toBeGreaterThan(0);
          expect(cut.ids).toContain(cut.keptId);
          expect(cut.ids.length).toBeGreaterThan(1);
          expect(cut.to).toBeGreaterThan(cut.from);
        }
      }),
    );
  });

  it('never exceeds the time in the building at the best rate, nor falls below the best single session', () => {
    fc.assert(
      fc.property(programme, (sessions) => {
        const { total } = countOverlapsOnce(sessions);
        const bestRate = Math.max(0, ...sessions.map(({ from, to, credit }) => credit / (to - from)));
        expect(total).toBeLessThanOrEqual(unionLength(sessions) * bestRate + 1e-6);
        expect(total).toBeGreaterThanOrEqual(Math.max(0, ...sessions.map(({ credit }) => credit)));
      }),
    );
  });

  it('agrees with counting minute by minute', () => {
    fc.assert(
      fc.property(programme, (sessions) => {
        const { total } = countOverlapsOnce(sessions);
        const exact = minuteByMinute(sessions);
        expect(total).toBeLessThanOrEqual(exact + 1e-6);
        // At most one hundredth is dropped per group of sessions.
        expect(total).toBeGreaterThan(exact - Math.max(1, sessions.length) - 1e-6);
      }),
    );
  });

  it('never gives less when a session is added', () => {
    fc.assert(
      fc.property(programme, session, (sessions, added) => {
        const before = countOverlapsOnce(sessions).total;
        expect(countOverlapsOnce([...sessions, { ...added, id: 'added' }]).total).toBeGreaterThanOrEqual(
          before,
        );
      }),
    );
  });

  it('gives nothing for the same session twice', () => {
    fc.assert(
      fc.property(programme, (sessions) => {
        const twice = [...sessions, ...sessions.map((one) => ({ ...one, id: `${one.id} again` }))];
        // Doubling brings lone sessions into groups, whose total stays whole because one of the two is kept whole.
        expect(countOverlapsOnce(twice).total).toBe(countOverlapsOnce(sessions).total);
      }),
    );
  });

  it('does not depend on the order', () => {
    const shuffled = programme.chain((sessions) =>
      fc.tuple(fc.constant(sessions), fc.shuffledSubarray(sessions, { minLength: sessions.length })),
    );
    fc.assert(
      fc.property(shuffled, ([sessions, permutation]) => {
        expect(countOverlapsOnce(permutation)).toEqual(countOverlapsOnce(sessions));
      }),
    );
  });

  it('cuts nothing from sessions that follow one another', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.integer({ min: 1, max: 90 }), fc.nat(300))), (lengths) => {
        let from = 0;
        const sessions = lengths.map(([length, credit], index) => {
          const one = { id: String(index), from, to: from + length * minute, credit };
          from = one.to;
          return one;
        });
        expect(countOverlapsOnce(sessions).cuts).toEqual([]);
      }),
    );
  });
});

const unionLength = (sessions: readonly CreditedInterval[]): number => {
  let [length, end] = [0, -Infinity];
  for (const { from, to } of [...sessions].sort((a, b) => a.from - b.from)) {
    length += Math.max(0, to - Math.max(from, end));
    end = Math.max(end, to);
  }
  return length;
};

/** The definition, literally: for each grid step the best rate of the sessions that run then. */
const minuteByMinute = (sessions: readonly CreditedInterval[]): number => {
  const step = 7 * minute;
  let total = 0;
  for (let moment = 0; moment < 90 * step; moment += step) {
    const rates = sessions
      .filter(({ from, to }) => from <= moment && to > moment)
      .map(({ from, to, credit }) => credit / (to - from));
    total += Math.max(0, ...rates) * step;
  }
  return total;
};
