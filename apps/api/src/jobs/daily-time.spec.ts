import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { v7 as uuid } from 'uuid';
import { nextDailyTime } from './daily-time.js';

const timeOfDay = (instant: Temporal.Instant) => instant.epochMilliseconds % 86_400_000;

describe('the time of a daily job', () => {
  it('comes within a day, at the same time of day whenever it is asked for', () => {
    fc.assert(
      fc.property(fc.uuid(), fc.nat(4_000_000_000), fc.nat(4_000_000_000), (tenantId, one, other) => {
        const [first, second] = [one, other].map((seconds) => {
          const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1_000);
          const next = nextDailyTime('purge', tenantId, now);
          const wait = next.epochMilliseconds - now.epochMilliseconds;
          expect(wait).toBeGreaterThan(0);
          expect(wait).toBeLessThanOrEqual(86_400_000);
          return timeOfDay(next);
        });
        expect(first).toBe(second);
      }),
    );
  });

  it('spreads a thousand tenants over all hours', () => {
    const now = Temporal.Instant.from('2026-05-11T12:00Z');
    const hours = new Map<number, number>();
    for (let tenant = 0; tenant < 1_000; tenant++) {
      const hour = Math.floor(timeOfDay(nextDailyTime('purge', uuid(), now)) / 3_600_000);
      hours.set(hour, (hours.get(hour) ?? 0) + 1);
    }
    expect(hours.size).toBe(24);
    expect(Math.max(...hours.values())).toBeLessThan(100);
  });
});
