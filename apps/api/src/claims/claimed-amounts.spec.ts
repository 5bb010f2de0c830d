import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { DomainError } from '../problem/domain-error.js';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import type { CreditTotal } from '../workflow/workflow.types.js';
import { chosenWith, claimedAmounts } from './claimed-amounts.js';

const type = (key: string, increment = 25, isCategory = false): CreditTypeRow => ({
  key,
  name: key.toUpperCase(),
  shortName: key,
  unit: { one: 'credit', other: 'credits' },
  increment,
  audience: [],
  isCategory,
  isItalic: false,
  statements: { credit: '', participation: '' },
});
const total = (creditType: string, computed: number): CreditTotal => ({
  creditType,
  selected: computed + 100,
  adjustments: [],
  computed,
});
const refusal = (work: () => unknown): DomainError => {
  try {
    work();
  } catch (error) {
    if (error instanceof DomainError) return error;
    throw error;
  }
  throw new Error('It was accepted');
};

describe('claimed amounts', () => {
  it('are all that was computed unless the learner asks for less', () => {
    const totals = [total('ama', 2175), total('safety', 300)];
    const types = [type('ama'), type('safety', 25, true)];
    expect(claimedAmounts(totals, types, { ama: 20.5 })).toEqual([
      { creditType: 'ama', selected: 2275, computed: 2175, claimed: 2050 },
      { creditType: 'safety', selected: 400, computed: 300, claimed: 300 },
    ]);
  });

  it('lists every fault', () => {
    const { code, details } = refusal(() =>
      claimedAmounts([total('ama', 100), total('abim', 100)], [type('ama'), type('abim', 100)], {
        ama: 1.1,
        abim: 0.5,
        other: 1,
        constructor: 1,
      }),
    );
    expect(code).toBe('request.invalid');
    expect(details.faults?.map(({ field }) => field)).toEqual([
      'amounts.ama',
      'amounts.abim',
      'amounts.other',
      'amounts.constructor',
    ]);
  });

  it('are what was chosen in the draft, unless the submission says otherwise', () => {
    const totals = [total('ama', 2175), total('safety', 300)];
    const types = [type('ama'), type('safety', 25, true)];
    const claimed = (asked: Record<string, unknown>, chosen: Record<string, number>) =>
      claimedAmounts(totals, types, asked, chosen).map((credit) => credit.claimed);
    expect(claimed({}, { ama: 1_000, gone: 25 })).toEqual([1_000, 300]);
    expect(claimed({ ama: 12.5 }, { ama: 1_000, safety: 0 })).toEqual([1_250, 0]);
    expect(refusal(() => claimed({}, { safety: 325 })).code).toBe('claim.amount_too_high');
    expect(chosenWith({ ama: 1_000 }, { ama: 12.5, safety: 1e300, other: 'x' })).toEqual({ ama: 1_250 });
  });

  it('cannot be a category alone', () => {
    const types = [type('ama'), type('safety', 25, true)];
    const totals = [total('ama', 100), total('safety', 100)];
    expect(refusal(() => claimedAmounts(totals, types, { ama: 0 })).code).toBe('claim.empty');
  });

  it('are whole steps up to what was computed, and nothing else', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: 4_000 }),
        fc.oneof(
          fc.integer({ min: -10, max: 5_000 }).map((hundredths) => hundredths / 100),
          fc.double(),
        ),
        fc.constantFrom(25, 50, 100),
        (steps, asked, increment) => {
          const computed = steps * increment;
          const hundredths = Math.round(asked * 100);
          const isFine =
            hundredths / 100 === asked && asked > 0 && hundredths <= computed && hundredths % increment === 0;
          const claim = () =>
            claimedAmounts([total('ama', computed)], [type('ama', increment)], { ama: asked });
          if (isFine) expect(claim()[0]?.claimed).toBe(hundredths);
          else expect(claim).toThrow(DomainError);
        },
      ),
    );
  });
});
