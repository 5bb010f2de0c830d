import { describe, expect, it } from '@jest/globals';
import { parseKept } from './kept-changes.js';

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
