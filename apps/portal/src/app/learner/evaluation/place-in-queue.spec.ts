import { describe, expect, it } from '@jest/globals';
import { placeIn } from './place-in-queue.js';

const queue = (...done: boolean[]) =>
  done.map((isDone, index) => ({ offeringId: `s${String(index + 1)}`, isDone }));

describe('the place among the sessions to evaluate', () => {
  it('goes on with the next one that is not done', () => {
    expect(placeIn(queue(true, true, true, false), 's2')).toEqual({
      position: 2,
      total: 4,
      doneCount: 3,
      nextId: 's4',
    });
  });

  it('begins again after the last, and ends when nothing is left', () => {
    expect(placeIn(queue(false, true, true), 's3')?.nextId).toBe('s1');
    expect(placeIn(queue(true, true, false), 's3')?.nextId).toBeNull();
    expect(placeIn(queue(true, true, true), 's1')).toMatchObject({ doneCount: 3, nextId: null });
  });

  it('is none for a single session or another form', () => {
    expect(placeIn(queue(false), 's1')).toBeNull();
    expect(placeIn(queue(false, false), undefined)).toBeNull();
    expect(placeIn([], 's1')).toBeNull();
  });
});
