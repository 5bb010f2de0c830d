import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { parseRegistrants } from '../../apps/api/src/catalogue/importers/index.js';
import { demoRegistrants, registrantsCsv } from './registrants.js';

const SCRIPTS = [
  'Latin',
  'Greek',
  'Cyrillic',
  'Arabic',
  'Hebrew',
  'Devanagari',
  'Thai',
  'Han',
  'Hiragana',
  'Katakana',
  'Hangul',
];

const registrants = demoRegistrants();

describe('the demo registrants', () => {
  it('are 2,000 with a badge each, the fixed sign-ins first', () => {
    expect(registrants).toHaveLength(2000);
    expect(new Set(registrants.map(({ badge }) => badge)).size).toBe(2000);
    expect(
      registrants
        .slice(0, 5)
        .map((person) => [
          person.badge,
          person.firstName,
          person.lastName,
          person.credentials,
          person.profession,
          person.tier,
        ]),
    ).toEqual([
      ['100001', 'José Ángel', 'Okafor', 'MD', 'physician', 'Premier'],
      ['100002', 'Åsa', 'Lindqvist', 'DO', 'physician', 'Standard'],
      ['100003', 'Thị Minh Khai', 'Nguyễn', 'RN', 'nurse', 'Standard'],
      ['100004', 'María del Carmen', 'Castellanos-Ortiz', 'RT(R)', 'technologist', 'Standard'],
      ['100005', '花子', '山田', 'MD', 'physician', 'Standard'],
    ]);
    expect(registrants[3]?.asrtId).not.toBe('');
  });

  it.each(SCRIPTS)('include names in %s', (script) => {
    const pattern = new RegExp(`\\p{Script=${script}}`, 'u');
    expect(registrants.some(({ firstName, lastName }) => pattern.test(firstName + lastName))).toBe(true);
  });

  it('include single names, apostrophes, hyphens and very long names', () => {
    const has = (test: (name: string, firstName: string) => boolean): boolean =>
      registrants.some(({ firstName, lastName }) => test(lastName, firstName));
    expect(has((_, firstName) => firstName === '')).toBe(true);
    expect(has((lastName) => /[A-Z]['’]/.test(lastName))).toBe(true);
    expect(has((lastName) => lastName.includes('-'))).toBe(true);
    expect(has((lastName) => lastName.length > 35)).toBe(true);
  });

  it('have every profession, both tiers, and addresses that can never deliver', () => {
    expect(new Set(registrants.map(({ profession }) => profession))).toEqual(
      new Set([
        'physician',
        'nurse',
        'physician-assistant',
        'technologist',
        'pharmacist',
        'scientist',
        'industry',
        'other',
      ]),
    );
    expect(new Set(registrants.map(({ tier }) => tier))).toEqual(new Set(['Standard', 'Premier']));
    expect(
      registrants.filter(({ email }) => !/@(?:\w+\.example|example\.(?:com|org|net))$/.test(email)),
    ).toEqual([]);
  });

  it('go through the importer without a fault and arrive as they were', async () => {
    const rows = await Array.fromAsync(parseRegistrants(Readable.from([registrantsCsv()])));
    expect(rows.filter((row) => 'faults' in row)).toEqual([]);
    const values = rows.flatMap((row) => ('value' in row ? [row.value] : []));
    expect(values).toEqual(
      registrants.map(({ asrtId, ...person }) => ({
        ...person,
        firstName: person.firstName.normalize('NFC'),
        lastName: person.lastName.normalize('NFC'),
        memberNumber: person.memberNumber || null,
        npi: person.npi || null,
        boardIds: asrtId === '' ? {} : { asrt: asrtId },
      })),
    );
  });

  it('are the same again', () => {
    expect(demoRegistrants()).toEqual(registrants);
  });
});
