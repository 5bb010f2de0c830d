import { describe, expect, it } from '@jest/globals';
import { parseKept, withOwn } from './kept-changes.js';

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

describe('what an earlier visit left on the device', () => {
  it('is taken up as it was', () => {
    expect(parseKept('[["a",true],["b",false]]', isFlag)).toEqual([
      ['a', true],
      ['b', false],
    ]);
  });

  it('is ignored where it is not ours', () => {
    expect(parseKept(null, isFlag)).toEqual([]);
    expect(parseKept('{not json', isFlag)).toEqual([]);
    expect(parseKept('{"a":true}', isFlag)).toEqual([]);
    expect(parseKept('[["a","yes"],[3,true],"c",["d",true]]', isFlag)).toEqual([['d', true]]);
  });
});

describe('what two windows keep on one device', () => {
  it('is what both have, the later word about one thing last', () => {
    expect(withOwn([['a', 1]], new Map([['b', 2]]))).toEqual([
      ['a', 1],
      ['b', 2],
    ]);
    expect(withOwn([['a', 1]], new Map([['a', 2]]))).toEqual([['a', 2]]);
  });

  it('loses what was sent, and nothing that another window has changed since', () => {
    const stored: [string, number][] = [
      ['a', 1],
      ['b', 2],
    ];
    expect(withOwn(stored, new Map(), ['a', 1])).toEqual([['b', 2]]);
    expect(withOwn(stored, new Map(), ['a', 9])).toEqual(stored);
    expect(withOwn(stored, new Map([['a', 3]]), ['a', 1])).toEqual([
      ['b', 2],
      ['a', 3],
    ]);
  });
});
