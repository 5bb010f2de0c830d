import { describe, expect, it } from '@jest/globals';
import { firstDayOfMeetings, loadedOn } from './meeting-days.js';
import { demoProgramme } from './programme.js';
import { rhythm } from './tenants/rhythm.js';

const ZONE = 'America/Chicago';
const today = Temporal.PlainDate.from('2026-11-01');

describe('the days of the demo’s meetings', () => {
  it('let a session be claimed only once it has begun, and all of them have at the first hour of today', () => {
    const firstDay = firstDayOfMeetings(today);
    const [meeting] = rhythm(firstDay).activities;
    const window = meeting?.workflow.find(({ plugin }) => plugin === 'claim-window');
    expect(window?.config).toMatchObject({ isBegunOnly: true });
    const midnight = today.toZonedDateTime(ZONE).toInstant();
    const toBegin = demoProgramme(firstDay).filter(({ date, start }) => {
      const startsAt = Temporal.PlainDateTime.from(`${date}T${start}`).toZonedDateTime(ZONE).toInstant();
      return Temporal.Instant.compare(startsAt, midnight) > 0;
    });
    expect(toBegin).toEqual([]);
    expect(meeting?.endsOn).toBe('2026-10-31');
  });

  it.each([
    ['2026-11-02', '2026-10-28'],
    ['2026-12-22', '2026-10-28'],
    ['2026-12-23', '2026-12-19'],
  ])('on %s, first loaded on November 1, begin on %s', (now, begin) => {
    const first = firstDayOfMeetings(today);
    expect(firstDayOfMeetings(Temporal.PlainDate.from(now), first).toString()).toBe(begin);
  });

  it('tell on which day they were first loaded', () => {
    expect(loadedOn(firstDayOfMeetings(today)).equals(today)).toBe(true);
  });
});
