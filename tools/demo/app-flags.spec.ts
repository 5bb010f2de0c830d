import { describe, expect, it } from '@jest/globals';
import { demoAppFlags } from './app-flags.js';
import { demoProgramme } from './programme.js';

const FIRST_DAY = Temporal.PlainDate.from('2026-04-23');
const flags = demoAppFlags(FIRST_DAY, 'America/Chicago');
const sessions = new Map(demoProgramme(FIRST_DAY).map((session) => [session.code, session]));

const flaggedBy = (badge: string) =>
  flags
    .filter((flag) => flag.badge === badge)
    .flatMap(({ offeringCode }) => sessions.get(offeringCode) ?? []);

describe('the flags of the mobile app', () => {
  it('belong to four sign-ins, each session once', () => {
    expect(Map.groupBy(flags, ({ badge }) => badge).size).toBe(4);
    expect(
      ['100001', '100002', '100003', '100004', '100005'].map((badge) => flaggedBy(badge).length),
    ).toEqual([14, 9, 6, 5, 0]);
    expect(new Set(flags.map(({ idempotencyKey }) => idempotencyKey)).size).toBe(flags.length);
  });

  it.each(['100001', '100002', '100003', '100004'])(
    'of %s hold an overlap, a summit and a session without credit',
    (badge) => {
      const own = flaggedBy(badge);
      expect(own.filter(({ isCertified }) => !isCertified)).toHaveLength(1);
      expect(own.some(({ tier }) => tier === 'Premier')).toBe(true);
      const certified = own.filter(({ isCertified }) => isCertified);
      const overlaps = certified.some((left, at) =>
        certified
          .slice(at + 1)
          .some((right) => left.date === right.date && left.start < right.end && right.start < left.end),
      );
      expect(overlaps).toBe(true);
    },
  );

  it('were set while the session ran', () => {
    for (const { offeringCode, flaggedAt } of flags) {
      const session = sessions.get(offeringCode);
      const local = Temporal.Instant.from(flaggedAt)
        .toZonedDateTimeISO('America/Chicago')
        .toPlainDateTime()
        .toString();
      expect(local >= `${session?.date}T${session?.start}`).toBe(true);
      expect(local < `${session?.date}T${session?.end}`).toBe(true);
    }
  });
});
