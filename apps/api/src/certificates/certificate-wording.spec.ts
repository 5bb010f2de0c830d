import { describe, expect, it } from '@jest/globals';
import type { CreditTypeRow } from '../workflow/inputs/decision-query.js';
import { dayRange, timeRange } from './certificate-dates.js';
import { statementsOf, type StatementFacts } from './certificate-statements.js';
import { italicsOf, statedCredits, wordCredit } from './credit-wording.js';

const ama: CreditTypeRow = {
  key: 'ama-pra-1',
  name: 'AMA PRA Category 1 Credits™',
  shortName: 'AMA PRA Category 1',
  unit: { one: 'AMA PRA Category 1 Credit™', other: 'AMA PRA Category 1 Credits™' },
  increment: 25,
  audience: ['physician'],
  isCategory: false,
  isItalic: true,
  statements: {
    credit:
      '[Provider] designates this [learning format] for a maximum of [n] AMA PRA Category 1 Credit(s)™.',
    participation: 'This activity was designated for [maximum].',
  },
};
const hours: CreditTypeRow = {
  ...ama,
  key: 'hours',
  name: 'Hours',
  shortName: 'Hours',
  unit: { one: 'hour', other: 'hours' },
  isItalic: false,
  statements: { credit: 'States [credits claimed].', participation: '' },
};
const acep: CreditTypeRow = {
  ...hours,
  key: 'acep',
  unit: { one: 'ACEP Category I credit', other: 'ACEP Category I credits' },
  statements: { credit: 'Approved for [n] hours by [Provider] as [learning format].', participation: '' },
};

describe('credit in words', () => {
  it.each([
    [25, '0.25', 'AMA PRA Category 1 Credit™'],
    [100, '1.00', 'AMA PRA Category 1 Credit™'],
    [125, '1.25', 'AMA PRA Category 1 Credits™'],
  ])('%i hundredths are %s with the plural only above 1', (amount, digits, unit) => {
    expect(wordCredit(amount, ama)).toEqual({ amount: digits, unit, isItalic: true });
  });

  it('stands in italics where its type does, and not under another unit', () => {
    expect(wordCredit(200, hours).isItalic).toBe(false);
    expect(wordCredit(200, ama, 'hours').isItalic).toBe(false);
  });

  it('is called by every name that a statement may use', () => {
    expect(italicsOf([hours, ama])).toEqual([
      'AMA PRA Category 1 Credits™',
      'AMA PRA Category 1',
      'AMA PRA Category 1 Credit™',
      'AMA PRA Category 1 Credit(s)™',
    ]);
  });

  it('is never stated on a certificate of participation that says instead what was designated', () => {
    const types = new Map([ama, hours].map((type) => [type.key, type]));
    const claimed = { 'ama-pra-1': 200, hours: 300 };
    const stated = (unit?: string) =>
      statedCredits(
        {
          documentKind: 'participation',
          credits: [
            { creditType: 'ama-pra-1', amount: 200, ...(unit === undefined ? {} : { unit }) },
            { creditType: 'hours', amount: 300 },
          ],
        },
        claimed,
        types,
      ).map(({ type, unit: own }) => own ?? type.key);
    expect(stated()).toEqual(['hours']);
    expect(stated('AMA PRA Category 1 Credits™')).toEqual(['hours']);
    expect(stated('hours')).toEqual(['hours', 'hours']);
  });
});

describe('statements', () => {
  const facts: StatementFacts = {
    provider: 'Society for Cardiac Rhythm',
    statements: { accreditation: '[Provider] is accredited by the ACCME.' },
    activityStatements: ['Supported by nobody.', ''],
    activity: { learningFormat: 'live activity', maxima: { 'ama-pra-1': 2575 } },
    creditTypes: [hours, ama],
    stated: [{ type: ama, amount: 200 }],
  };

  it('designate on a certificate of credit', () => {
    expect(statementsOf('credit', facts, ['Of this document.'])).toEqual([
      'Society for Cardiac Rhythm is accredited by the ACCME.',
      'Supported by nobody.',
      'Society for Cardiac Rhythm designates this live activity for a maximum of 25.75 AMA PRA Category 1 Credit(s)™.',
      'Of this document.',
    ]);
  });

  it('are those of each credit type that the document states, in its order', () => {
    const activity = { learningFormat: 'enduring material', maxima: { 'ama-pra-1': 2575, acep: 1200 } };
    const stating = (over: Partial<StatementFacts>) =>
      statementsOf('credit', { ...facts, activity, activityStatements: [], ...over }, []).slice(1);
    expect(stating({ stated: [{ type: acep, amount: 100 }] })).toEqual([
      'Approved for 12.00 hours by Society for Cardiac Rhythm as enduring material.',
    ]);
    expect(
      stating({
        stated: [
          { type: acep, amount: 100 },
          { type: ama, amount: 100 },
          { type: hours, amount: 125 },
        ],
      }),
    ).toEqual([
      'Approved for 12.00 hours by Society for Cardiac Rhythm as enduring material.',
      'Society for Cardiac Rhythm designates this enduring material for a maximum of 25.75 AMA PRA Category 1 Credit(s)™.',
      'States 1.25 hours.',
    ]);
  });

  it('name no maximum where none was designated', () => {
    const own = ['Up to [n] by [Provider].', 'Of this document.'];
    expect(statementsOf('credit', { ...facts, stated: [{ type: acep, amount: 100 }] }, own)).toEqual([
      'Society for Cardiac Rhythm is accredited by the ACCME.',
      'Supported by nobody.',
      'Of this document.',
    ]);
  });

  it('only say that the activity was designated on a certificate of participation', () => {
    const stated = [{ type: hours, amount: 200 }];
    expect(statementsOf('participation', { ...facts, stated }, [])).toEqual([
      'Society for Cardiac Rhythm is accredited by the ACCME.',
      'Supported by nobody.',
      'This activity was designated for 25.75 AMA PRA Category 1 Credits™.',
      'States 2.00 hours.',
    ]);
    // Hours of a type that is designated are stated, its designation as awarded is not.
    const asHours = { ...facts, stated: [{ type: ama, amount: 200 }] };
    expect(statementsOf('participation', asHours, []).join(' ')).not.toContain('designates');
  });

  it('claim no designation for an activity that has none', () => {
    const without = { ...facts, activity: { ...facts.activity, maxima: { hours: 800 } } };
    for (const kind of ['credit', 'participation'] as const) {
      expect(statementsOf(kind, without, []).join(' ')).not.toMatch(/designat|\[n\]/);
    }
  });
});

describe('dates on documents', () => {
  const day = (text: string) => Temporal.PlainDate.from(text);

  it('read as a person writes them, in the activity’s own zone', () => {
    expect(dayRange(day('2018-05-09'), day('2018-05-12'), 'en').replace(/\s/gu, '')).toBe('May9–12,2018');
    expect(dayRange(day('2018-05-09'), day('2018-05-09'), 'en')).toBe('May 9, 2018');
    const [from, to] = [
      Temporal.Instant.from('2026-04-23T03:45:00Z'),
      Temporal.Instant.from('2026-04-23T04:30:00Z'),
    ];
    const chicago = { language: 'en-US', timeZone: 'America/Chicago' };
    expect(timeRange(from, to, chicago).replace(/\s/gu, ' ')).toBe('10:45 – 11:30 PM');
    expect(timeRange(from, null, { language: 'de', timeZone: 'Europe/Berlin' })).toBe('05:45');
  });
});
