import { describe, expect, it } from '@jest/globals';
import { Readable } from 'node:stream';
import { parseProgramme } from '../../apps/api/src/catalogue/importers/index.js';
import { DEMO_MEETING, demoProgramme, type DemoSession, programmeCsv } from './programme.js';
import { SESSION_TYPES } from './programme-grid.js';

const FIRST_DAY = Temporal.PlainDate.from('2026-04-23');
const sessions = demoProgramme(FIRST_DAY);

const overlap = (left: DemoSession, right: DemoSession): boolean =>
  left.date === right.date && left.start < right.end && right.start < left.end;

const pairs = sessions.flatMap((left, at) => sessions.slice(at + 1).map((right) => [left, right] as const));

describe('the demo programme', () => {
  it('has four days and 320 sessions in twelve rooms, with every type', () => {
    expect(sessions).toHaveLength(DEMO_MEETING.sessions);
    expect([...new Set(sessions.map(({ date }) => date))]).toEqual([
      '2026-04-23',
      '2026-04-24',
      '2026-04-25',
      '2026-04-26',
    ]);
    expect(new Set(sessions.map(({ room }) => room)).size).toBe(12);
    expect(new Set(sessions.map(({ type }) => type))).toEqual(new Set(SESSION_TYPES));
  });

  it('repeats neither title nor code', () => {
    expect(new Set(sessions.map(({ title }) => title.toLowerCase())).size).toBe(sessions.length);
    expect(new Set(sessions.map(({ code }) => code)).size).toBe(sessions.length);
    expect(sessions.filter(({ title }) => title.split(': ').length > 2)).toEqual([]);
    expect(sessions.every(({ title }) => title.length >= 10 && title.length <= 120)).toBe(true);
  });

  it('never books a room or a speaker twice, and overlaps wholly and partly', () => {
    const together = pairs.filter(([left, right]) => overlap(left, right));
    expect(together.filter(([left, right]) => left.room === right.room)).toEqual([]);
    expect(
      together.filter(([left, right]) => left.speakers.some((name) => right.speakers.includes(name))),
    ).toEqual([]);
    const partly = together.filter(
      ([left, right]) =>
        (left.start < right.start ? left.end < right.end : right.end < left.end) &&
        left.start !== right.start,
    );
    expect(partly.length).toBeGreaterThan(100);
  });

  it('keeps the first day’s certified sessions for Premier registrants, and no others', () => {
    const premier = sessions.filter(({ tier }) => tier === 'Premier');
    expect(premier).toEqual(sessions.filter(({ date, isCertified }) => date === '2026-04-23' && isCertified));
    expect(premier).toHaveLength(52);
  });

  it('certifies neither breaks, posters, industry, exhibits nor receptions', () => {
    const uncertified = new Set(sessions.filter(({ isCertified }) => !isCertified).map(({ type }) => type));
    expect(uncertified).toEqual(new Set(['Poster', 'Industry Theater', 'Exhibits', 'Social', 'Break']));
    expect(sessions.filter(({ isService }) => isService).every(({ type }) => type === 'Break')).toBe(true);
  });

  it('is the same again for the same day, and moves with the first day', () => {
    expect(demoProgramme(FIRST_DAY)).toEqual(sessions);
    const later = demoProgramme(FIRST_DAY.add({ days: 100 }));
    expect(later.map(({ title, start }) => [title, start])).toEqual(
      sessions.map(({ title, start }) => [title, start]),
    );
    expect(later[0]?.date).toBe('2026-08-01');
  });

  it('goes through the importer without a fault and arrives as it was', async () => {
    const rows = await Array.fromAsync(
      parseProgramme(Readable.from([programmeCsv(FIRST_DAY)]), { timeZone: 'America/Chicago' }),
    );
    const values = rows.flatMap((row) => ('value' in row ? [row.value] : []));
    expect(rows.filter((row) => 'faults' in row)).toEqual([]);
    expect(
      values.map((value) => [
        value.code,
        value.title,
        value.day,
        value.tier ?? '',
        value.isHighlight,
        value.isService,
        value.speakers,
      ]),
    ).toEqual(sessions.map((s) => [s.code, s.title, s.date, s.tier, s.isHighlight, s.isService, s.speakers]));
    expect(values.map(({ credits }) => credits)).toEqual(
      sessions.map(({ isCertified, isService }) => (isCertified || isService ? null : [])),
    );
    expect(values.find(({ code }) => code === 'PL-201')).toMatchObject({
      startsAt: '2026-04-24T13:00:00Z',
      endsAt: '2026-04-24T14:30:00Z',
    });
  });
});
