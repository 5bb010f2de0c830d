import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { displayName } from './display-name.js';
import { lastNameKey } from './last-name-key.js';

describe('the key of a last name', () => {
  it.each([
    ['Castellanos-Ortiz', 'castellanos ortiz', 'CASTELLANOSORTIZ', 'Castellanos\u2010Ortiz'],
    ['Nguyễn', 'nguyen', 'NGUYỄN', 'Nguye\u0302\u0303n'],
    ['Núñez', 'Nunez'],
    ['O’Brien', "O'Brien", 'obrien'],
    ['Groß', 'GROSS', 'gross'],
    ['Sørensen', 'Sorensen'],
    ['Łukasiewicz', 'lukasiewicz'],
    ['Yıldız', 'YILDIZ', 'yildiz', 'YİLDİZ'],
    ['山田', ' 山 田 '],
    ['がくし', 'か\u3099くし'],
    ['ｱﾀﾞﾁ', 'アダチ'],
    ['مُحَمَّد', 'محمد'],
    ['לֵוִי', 'לוי'],
    ['김', '\u1100\u1175\u11b7'],
    ['van der Berg', 'Van Der Berg', 'vanderberg'],
  ])('is the same for %s however it is typed', (...spellings) => {
    expect(new Set(spellings.map(lastNameKey)).size).toBe(1);
  });

  it.each([
    ['Li', 'Le'],
    ['かき', 'がき'],
    ['山田', '田山'],
    ['किरण', 'करण'],
    ['สมชาย', 'สมชัย'],
  ])('tells %s from %s', (one, other) => {
    expect(lastNameKey(one)).not.toBe(lastNameKey(other));
  });

  it('is a key of itself, and takes anything', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 50 }), (text) => {
        const key = lastNameKey(text);
        expect(lastNameKey(key)).toBe(key);
        expect(key.isWellFormed()).toBe(true);
        expect(key).not.toMatch(/[\s\p{Control}]/u);
      }),
    );
  });
});

describe('the name on certificates', () => {
  it.each([
    ['José', 'Núñez', 'José Núñez'],
    ['', 'Sukarno', 'Sukarno'],
    ['太郎', '山田', '山田 太郎'],
    ['민준', '김', '김 민준'],
    ['Taro', '山田', 'Taro 山田'],
  ])('of %s and %s is %s', (first, last, whole) => {
    expect(displayName(first, last)).toBe(whole);
  });
});
