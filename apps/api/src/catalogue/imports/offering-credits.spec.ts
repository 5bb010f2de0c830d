import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import type { ParsedOffering } from '../importers/index.js';
import { OfferingCredits } from './offering-credits.js';

const types = [
  { key: 'ama-pra-1', name: 'AMA PRA Category 1 Credits™', shortName: 'AMA PRA 1', increment: 25 },
  { key: 'ancc', name: 'ANCC contact hours', shortName: 'ANCC', increment: 10 },
];
const rule = { creditTypes: ['ama-pra-1', 'ancc'], minutesPerCredit: 60, exceptTypes: ['Exhibit Hall'] };

const lasting = (minutes: number, more: Partial<ParsedOffering> = {}): ParsedOffering => ({
  sourceKey: 'k',
  code: 'k',
  title: 'T',
  description: '',
  course: null,
  startsAt: '2026-05-01T09:00:00Z',
  endsAt: Temporal.Instant.from('2026-05-01T09:00:00Z').add({ minutes }).toString(),
  day: '2026-05-01',
  room: '',
  track: '',
  category: '',
  type: '',
  isHighlight: false,
  tier: null,
  speakers: [],
  language: null,
  isService: false,
  credits: null,
  ...more,
});

describe('credits of imported offerings', () => {
  const credits = new OfferingCredits(types, rule);

  it.each([
    [60, 100, 100],
    [50, 75, 80],
    [53, 100, 90],
    [7, 0, 10],
    [90, 150, 150],
  ])('%i minutes are %i hundredths AMA and %i ANCC', (minutes, ama, ancc) => {
    const expected = [
      { creditType: 'ama-pra-1', amount: ama },
      { creditType: 'ancc', amount: ancc },
    ].filter(({ amount }) => amount > 0);
    expect(credits.of(lasting(minutes), 2)).toEqual({ credits: expected });
  });

  it('are none for breaks, excepted types and without a rule', () => {
    const none = { credits: [] };
    expect(credits.of(lasting(60, { isService: true }), 2)).toEqual(none);
    expect(credits.of(lasting(60, { type: 'exhibit hall' }), 2)).toEqual(none);
    expect(new OfferingCredits(types, null).of(lasting(60), 2)).toEqual(none);
  });

  it('are what the file says, by any name of the type', () => {
    for (const creditType of [
      'ama-pra-1',
      'AMA PRA 1',
      'AMA PRA Category 1 Credits',
      'ama pra category 1 credits™',
    ]) {
      expect(credits.of(lasting(60, { credits: [{ creditType, hundredths: 250 }] }), 2)).toEqual({
        credits: [{ creditType: 'ama-pra-1', amount: 250 }],
      });
    }
    expect(credits.of(lasting(60, { credits: [] }), 2)).toEqual({ credits: [] });
    expect(credits.of(lasting(60, { credits: [{ creditType: 'ANCC', hundredths: 0 }] }), 2)).toEqual({
      credits: [],
    });
  });

  it('lists every fault of a row', () => {
    const stated = [
      { creditType: 'ANCC', hundredths: 25 },
      { creditType: 'AAPA', hundredths: 100 },
      { creditType: 'ama-pra-1', hundredths: 100 },
      { creditType: 'AMA PRA 1', hundredths: 100 },
    ];
    expect(credits.of(lasting(60, { credits: stated }), 7)).toMatchObject({
      faults: [
        { row: 7, field: 'credits.ANCC', code: 'credit.not_in_steps' },
        { row: 7, field: 'credits.AAPA', code: 'credit_type.unknown' },
        { row: 7, field: 'credits.AMA PRA 1', code: 'credit_type.repeated' },
      ],
    });
  });

  it('are always whole steps, and never more than half a step off', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_080 }), (minutes) => {
        const decided = credits.of(lasting(minutes), 2);
        for (const { creditType, amount } of 'credits' in decided ? decided.credits : []) {
          const step = types.find(({ key }) => key === creditType)?.increment ?? Number.NaN;
          expect(amount % step).toBe(0);
          expect(Math.abs(amount - (minutes * 100) / 60)).toBeLessThanOrEqual(step / 2);
        }
      }),
    );
  });
});
