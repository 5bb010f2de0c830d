import { describe, expect, it } from '@jest/globals';
import type { CreditTypeView } from '@laurel/plugin-kit';
import { dayRange, timeRange } from './certificate-dates.js';
import { statementsOf, type StatementFacts } from './certificate-statements.js';
import { isAmaPra, wordCredit } from './credit-wording.js';

const ama: CreditTypeView = {
  key: 'ama-pra-1',
  name: 'AMA PRA Category 1 Credits™',
  unit: { one: 'AMA PRA Category 1 Credit™', other: 'AMA PRA Category 1 Credits™' },
  increment: 25,
  audience: ['physician'],
  isCategory: false,
};
const hours: CreditTypeView = { ...ama, key: 'hours', name: 'Hours', unit: { one: 'hour', other: 'hours' } };

describe('credit in words', () => {
  it.each([
    [25, '0.25', 'AMA PRA Category 1 Credit™'],
    [100, '1.00', 'AMA PRA Category 1 Credit™'],
    [125, '1.25', 'AMA PRA Category 1 Credits™'],
  ])('%i hundredths are %s with the plural only above 1', (amount, digits, unit) => {
    expect(wordCredit(amount, ama)).toEqual({ amount: digits, unit, isAmaPra: true });
  });

  it('knows the AMA phrase by its words, and other credit for what it is', () => {
    expect(isAmaPra(hours)).toBe(false);
    expect(wordCredit(200, ama, 'hours').isAmaPra).toBe(false);
    expect(isAmaPra({ unit: { one: 'AMA PRA Category 2 Credit™', other: '' } })).toBe(false);
  });
});

describe('statements', () => {
  const facts: StatementFacts = {
    provider: 'Society for Cardiac Rhythm',
    statements: {
      accreditation: '[Provider] is accredited by the ACCME.',
      designation:
        '[Provider] designates this [learning format] for a maximum of [n] AMA PRA Category 1 Credit(s)™.',
    },
    activityStatements: ['Supported by nobody.', ''],
    activity: { learningFormat: 'live activity', maxima: { 'ama-pra-1': 2575 } },
    creditTypes: [hours, ama],
    stated: [ama],
  };

  it('designate on a certificate of credit', () => {
    expect(statementsOf('credit', facts, ['Of this document.'])).toEqual([
      'Society for Cardiac Rhythm is accredited by the ACCME.',
      'Supported by nobody.',
      'Society for Cardiac Rhythm designates this live activity for a maximum of 25.75 AMA PRA Category 1 Credit(s)™.',
      'Of this document.',
    ]);
  });

  it('name the maximum of the credit that the document states, or nothing without one', () => {
    const acep: CreditTypeView = {
      ...ama,
      key: 'acep',
      unit: { one: 'ACEP Category I credit', other: 'ACEP Category I credits' },
    };
    const own = ['Approved for [n] hours by [Provider] as [learning format].', 'Of this document.'];
    const maxima = { 'ama-pra-1': 2575, acep: 1200 };
    const stating = (activity: StatementFacts['activity']) =>
      statementsOf('credit', { ...facts, activity, activityStatements: [], stated: [acep] }, own);
    expect(stating({ learningFormat: 'enduring material', maxima })).toEqual([
      'Society for Cardiac Rhythm is accredited by the ACCME.',
      'Approved for 12.00 hours by Society for Cardiac Rhythm as enduring material.',
      'Of this document.',
    ]);
    expect(stating({ learningFormat: 'enduring material', maxima: { 'ama-pra-1': 2575 } })).toEqual([
      'Society for Cardiac Rhythm is accredited by the ACCME.',
      'Of this document.',
    ]);
  });

  it('only say that the activity was designated on a certificate of participation', () => {
    expect(statementsOf('participation', facts, [])).toEqual([
      'Society for Cardiac Rhythm is accredited by the ACCME.',
      'Supported by nobody.',
      'This activity was designated for 25.75 AMA PRA Category 1 Credits™.',
    ]);
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
