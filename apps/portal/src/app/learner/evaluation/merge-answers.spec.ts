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

  it('brings the rows of a matrix together one by one', () => {
    const base = { matrix: { rooms: 'no' } };
    const here = { matrix: { rooms: 'no', food: 'yes' } };
    const there = { matrix: { rooms: 'yes', noise: 'no' } };
    expect(mergeAnswers(base, here, there)).toEqual({
      answers: { matrix: { rooms: 'yes', food: 'yes', noise: 'no' } },
      keptHere: [],
      takenOver: ['matrix'],
    });
    const both = mergeAnswers(base, { matrix: { rooms: 'maybe' } }, there);
    expect(both.answers).toEqual({ matrix: { rooms: 'maybe', noise: 'no' } });
    expect(both.keptHere).toEqual(['matrix']);
  });
});
