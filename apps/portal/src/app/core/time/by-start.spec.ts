import { describe, expect, it } from '@jest/globals';
import { byStart } from './by-start.js';

describe('the order of sessions', () => {
  it('is that of time, with what has none at the end', () => {
    const starts = [null, '2026-09-25T15:00:00Z', '2026-09-24T15:00:00Z', null, '2026-09-24T16:00:00Z'];
    expect(starts.map((startsAt) => ({ startsAt })).toSorted(byStart)).toEqual(
      ['2026-09-24T15:00:00Z', '2026-09-24T16:00:00Z', '2026-09-25T15:00:00Z', null, null].map(
        (startsAt) => ({ startsAt }),
      ),
    );
  });
});
