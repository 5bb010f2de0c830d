import { describe, expect, it } from '@jest/globals';
import type { CartLine } from '../../core/api/contract.js';
import { atSameTime } from './at-same-time.js';

const line = (offeringId: string, from: string, to: string): CartLine => ({
  offeringId,
  code: offeringId,
  title: `Session ${offeringId}`,
  day: '2026-04-23',
  startsAt: `2026-04-23T${from}:00Z`,
  endsAt: `2026-04-23T${to}:00Z`,
  room: '',
  credits: [],
  isAllowed: true,
  denials: [],
  addedFrom: 'learner',
});
const lines = [line('a', '09:00', '10:00'), line('b', '09:30', '10:30'), line('c', '10:00', '11:00')];
const overlap = (...offeringIds: string[]) => ({ offeringIds, text: '' });

describe('atSameTime', () => {
  it('names the session whose time is shared, from either side', () => {
    const cart = { lines, overlaps: [overlap('a', 'b')] };
    expect(atSameTime(cart, 'a')).toBe('At the same time as “Session b”: that time counts once.');
    expect(atSameTime(cart, 'b')).toBe('At the same time as “Session a”: that time counts once.');
    expect(atSameTime(cart, 'c')).toBe('');
  });

  it('names the first of several and counts each once', () => {
    const cart = { lines, overlaps: [overlap('a', 'b'), overlap('b', 'c'), overlap('b', 'a')] };
    expect(atSameTime(cart, 'b')).toBe('At the same time as “Session a” and 1 more: that time counts once.');
  });

  it('says nothing of sessions that share a cap and not their time', () => {
    expect(atSameTime({ lines, overlaps: [overlap('a', 'c')] }, 'a')).toBe('');
  });

  it('says nothing where the society counts both, or the session is not in the cart', () => {
    expect(atSameTime({ lines, overlaps: [] }, 'a')).toBe('');
    expect(atSameTime({ lines, overlaps: [overlap('a', 'gone')] }, 'gone')).toBe('');
  });
});
