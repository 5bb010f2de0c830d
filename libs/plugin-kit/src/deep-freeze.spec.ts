import { describe, expect, it } from '@jest/globals';
import { deepFreeze } from './deep-freeze.js';

describe('deepFreeze', () => {
  it('freezes everything a value holds, and returns the value', () => {
    const value = {
      lines: [{ offering: { credits: [{ amount: 100 }] } }],
      day: Temporal.PlainDate.from('2026-05-11'),
    };
    expect(deepFreeze(value)).toBe(value);
    expect(Object.isFrozen(value.lines[0]?.offering.credits[0])).toBe(true);
    expect(() => {
      'use strict';
      value.lines.push({ offering: { credits: [] } });
    }).toThrow(TypeError);
    expect(value.day.toString()).toBe('2026-05-11');
  });

  it('takes values that hold themselves, and plain values', () => {
    const ring: { self?: object } = {};
    ring.self = ring;
    expect(Object.isFrozen(deepFreeze(ring))).toBe(true);
    expect([deepFreeze(null), deepFreeze(7), deepFreeze('text')]).toEqual([null, 7, 'text']);
  });

  it('goes into what was only frozen on its surface', () => {
    const shallow = Object.freeze({ learner: { profession: 'nurse' } });
    expect(Object.isFrozen(deepFreeze(shallow).learner)).toBe(true);
  });

  it('does not walk again what it froze', () => {
    let walked = 0;
    const watched = new Proxy(
      {},
      {
        ownKeys: () => {
          walked += 1;
          return [];
        },
      },
    );
    const value = deepFreeze({ watched });
    const walkedOnce = walked;
    deepFreeze(value);
    deepFreeze({ value });
    expect(walked).toBe(walkedOnce);
    expect(walkedOnce).toBeGreaterThan(0);
  });
});
