import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { cycleContaining, isInCycle, measureCycle } from './cycle.js';

const day = (text: string): Temporal.PlainDate => Temporal.PlainDate.from(text);
const days = fc
  .integer({ min: -20_000, max: 40_000 })
  .map((offset) => day('2000-01-01').add({ days: offset }));

describe('cycleContaining', () => {
  it('finds the three years around a day', () => {
    const { startsOn, endsOn } = cycleContaining(day('2022-12-31'), day('2020-01-01'));
    expect([startsOn.toString(), endsOn.toString()]).toEqual(['2020-01-01', '2022-12-31']);
    expect(cycleContaining(day('2023-01-01'), day('2020-01-01')).startsOn.toString()).toBe('2023-01-01');
    expect(cycleContaining(day('2019-12-31'), day('2020-01-01')).startsOn.toString()).toBe('2017-01-01');
  });

  it('holds its day, and the day after it begins the next', () => {
    fc.assert(
      fc.property(days, days, fc.integer({ min: 1, max: 10 }), (one, anchor, years) => {
        const cycle = cycleContaining(one, anchor, years);
        expect(isInCycle(one, cycle)).toBe(true);
        const next = cycleContaining(cycle.endsOn.add({ days: 1 }), anchor, years);
        expect(next.startsOn.equals(cycle.endsOn.add({ days: 1 }))).toBe(true);
      }),
    );
  });

  it('refuses a cycle without years', () => {
    expect(() => cycleContaining(day('2020-01-01'), day('2020-01-01'), 0)).toThrow(RangeError);
  });
});

describe('measureCycle', () => {
  it('counts each goal from the credit types it names, within the cycle only', () => {
    const cycle = cycleContaining(day('2021-05-01'), day('2020-01-01'));
    const entries = [
      { completedOn: day('2020-01-01'), creditType: 'ama-1', amount: 4_000 },
      { completedOn: day('2022-12-31'), creditType: 'ama-2', amount: 1_500 },
      { completedOn: day('2021-03-20'), creditType: 'patient-safety', amount: 2_100 },
      { completedOn: day('2023-01-01'), creditType: 'ama-1', amount: 9_000 },
    ];
    const goals = [
      { key: 'category-1', creditTypes: ['ama-1'], required: 6_000 },
      { key: 'patient-safety', creditTypes: ['patient-safety'], required: 2_000 },
      { key: 'total', creditTypes: ['ama-1', 'ama-2'], required: 15_000 },
    ];
    expect(measureCycle(entries, cycle, goals)).toEqual([
      { key: 'category-1', earned: 4_000, required: 6_000, remaining: 2_000, isMet: false },
      { key: 'patient-safety', earned: 2_100, required: 2_000, remaining: 0, isMet: true },
      { key: 'total', earned: 5_500, required: 15_000, remaining: 9_500, isMet: false },
    ]);
  });
});
