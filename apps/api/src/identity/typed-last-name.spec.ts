import { describe, expect, it } from '@jest/globals';
import { lastNameKey } from '../learners/last-name-key.js';
import { typedBadge, typedLastNameKeys } from './typed-last-name.js';

const matches = (typed: string, stored: string) => typedLastNameKeys(typed).includes(lastNameKey(stored));

describe('a last name as people type it', () => {
  it.each([
    ['castellanos ortiz', 'Castellanos-Ortiz'],
    ['CASTELLANOSORTIZ', 'Castellanos-Ortiz'],
    ['Nguyen', 'Nguyễn'],
    ['nguyễn', 'NGUYEN'],
    ['o’brien', "O'Brien"],
    ['strauss', 'Strauß'],
    ['Sorensen', 'Sørensen'],
    ['Lukasiewicz', 'Łukasiewicz'],
    ['Dordevic', 'Đorđević'],
    ['山田', '山田'],
    ['Ｏｋａｆｏｒ', 'Okafor'],
    ['  Okafor ', 'Okafor'],
    ['Dr. Okafor', 'Okafor'],
    ['Prof Dr Okafor', 'Okafor'],
    ['Okafor, MD', 'Okafor'],
    ['Okafor MD PhD', 'Okafor'],
    ['Smith', 'Smith Jr.'],
    ['Smith III', 'Smith'],
  ])('%s is %s', (typed, stored) => {
    expect(matches(typed, stored)).toBe(true);
  });

  it.each([
    ['Okafo', 'Okafor'],
    ['Okaforr', 'Okafor'],
    ['Doe', 'Do'],
    ['田山', '山田'],
    ['', 'Okafor'],
    ['---', 'Okafor'],
    ['Dr.', 'Okafor'],
  ])('%s is not %s', (typed, stored) => {
    expect(matches(typed, stored)).toBe(false);
  });

  it('keeps a name that is itself a title or a degree', () => {
    expect(matches('Do', 'Do')).toBe(true);
    expect(matches('Md', 'MD')).toBe(true);
    expect(matches('Sir', 'Sir')).toBe(true);
  });

  it('reads a badge typed in full-width digits', () => {
    expect(typedBadge(' １００００１ ')).toBe('100001');
  });
});
