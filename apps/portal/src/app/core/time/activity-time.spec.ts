import { describe, expect, it } from '@jest/globals';
import { ActivityTime } from './activity-time.js';

const boston = new ActivityTime('America/New_York', 'en');
const berlin = new ActivityTime('Europe/Berlin', 'de');

describe('ActivityTime', () => {
  it("tells a session's time in the activity's zone", () => {
    const session = { day: '2026-04-23', startsAt: '2026-04-23T13:45:00Z', endsAt: '2026-04-23T14:30:00Z' };
    expect(boston.when(session)).toBe('Thu, Apr 23 · 9:45–10:30 AM');
    expect(boston.range('2026-04-23T15:45:00Z', '2026-04-23T16:30:00Z')).toBe('11:45 AM–12:30 PM');
    expect(boston.time('2026-04-23T13:45:00Z')).toBe('9:45 AM');
  });

  it("follows the tenant's language", () => {
    expect(berlin.range('2026-04-23T07:45:00Z', '2026-04-23T08:30:00Z')).toBe('09:45–10:30 Uhr');
    expect(berlin.day('2026-04-23')).toBe('Do., 23. Apr.');
  });

  it('leaves out what an offering does not have', () => {
    expect(boston.when({ day: null, startsAt: null, endsAt: null })).toBe('');
    expect(boston.when({ day: '2026-04-23', startsAt: null, endsAt: null })).toBe('Thu, Apr 23');
  });

  it('keeps a day on its day and an instant on the day of the place', () => {
    expect(new ActivityTime('Pacific/Auckland', 'en').longDay('2026-04-23')).toBe('Thursday, April 23');
    expect(boston.isoDay('2026-04-24T02:00:00Z')).toBe('2026-04-23');
    expect(boston.days('2026-04-23', '2026-04-26')).toBe('Apr 23–26, 2026');
  });

  it('says a deadline with its zone and how long is left', () => {
    const at = '2026-08-31T16:00:00Z';
    const hour = 3_600_000;
    expect(boston.moment(at, Date.parse(at))).toBe('Mon, Aug 31, 12:00 PM EDT');
    expect(boston.moment(at, Date.parse('2025-11-22T00:00:00Z'))).toMatch(
      /^Mon, Aug 31, 20\d\d, 12:00 PM EDT$/,
    );
    expect(boston.left(at, Date.parse(at) - 71 * hour)).toBe('in 2 days');
    expect(boston.left(at, Date.parse(at) - 47 * hour)).toBe('in 47 hours');
    expect(boston.left(at, Date.parse(at) - hour / 2)).toBe('in 30 minutes');
    expect(boston.left(at, Date.parse(at) + hour)).toBe('in 0 minutes');
  });
});
