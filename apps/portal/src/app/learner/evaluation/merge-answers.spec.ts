import { describe, expect, it } from '@jest/globals';
import { isSameAnswers, mergeAnswers } from './merge-answers.js';

describe('answers from two devices', () => {
  it('keep the changes of both', () => {
    const merged = mergeAnswers({ a: '1' }, { a: '1', b: 'here' }, { a: '2', c: 5 });
    expect(merged.answers).toEqual({ a: '2', b: 'here', c: 5 });
    expect(merged.keptHere).toEqual([]);
    expect(merged.takenOver.toSorted()).toEqual(['a', 'c']);
  });

  it('keep what was typed here where both answered the same question, and name it', () => {
    const merged = mergeAnswers({}, { a: 'here' }, { a: 'there' });
    expect(merged.answers).toEqual({ a: 'here' });
    expect(merged.keptHere).toEqual(['a']);
  });

  it('keep an answer taken back here taken back', () => {
    expect(mergeAnswers({ a: '1', b: '2' }, { b: '2' }, { a: '1', b: '2' }).answers).toEqual({ b: '2' });
    expect(mergeAnswers({ a: '1' }, { a: '1' }, {}).answers).toEqual({});
  });

  it('do not quarrel about the order of options or rows', () => {
    const merged = mergeAnswers(
      {},
      { a: ['x', 'y'], m: { r: '1', s: '2' } },
      { a: ['y', 'x'], m: { s: '2', r: '1' } },
    );
    expect(merged.keptHere).toEqual([]);
    expect(isSameAnswers({ a: ['x', 'y'] }, { a: ['y', 'x'] })).toBe(true);
    expect(isSameAnswers({ a: '1' }, { b: '1' })).toBe(false);
  });
});
