import { describe, expect, it } from '@jest/globals';
import { parseKept, parseSent } from './kept-changes.js';

const isFlag = (value: unknown): value is boolean => typeof value === 'boolean';

describe('what an earlier visit left on the device', () => {
  it('is taken up as it was, that of an earlier release too', () => {
    expect(parseKept('[["a",true,7],["b",false]]', isFlag)).toEqual([
      ['a', { value: true, stamp: 7 }],
      ['b', { value: false, stamp: 0 }],
    ]);
    expect(parseSent('[["a",7]]')).toEqual([['a', 7]]);
  });

  it('is ignored where it is not ours', () => {
    for (const stored of [null, '{not json', '{"a":true}', '["c"]', '[[3,true]]', '[["a","yes"]]']) {
      expect(parseKept(stored, isFlag)).toEqual([]);
      expect(parseSent(stored)).toEqual([]);
    }
    expect(parseKept('[["d",true,"x"],["e",true]]', isFlag)).toEqual([['e', { value: true, stamp: 0 }]]);
  });
});
