import { DEMO_MEETING, demoProgramme, type DemoSession } from './programme.js';
import { Random } from './random.js';

/** A session that a learner flagged for credit in the society's mobile app, as the app transmits it. */
export interface AppFlag {
  /** Makes the transmission idempotent: the app sends it again with the same key. */
  idempotencyKey: string;
  badge: string;
  offeringCode: string;
  /** ISO instant, UTC. */
  flaggedAt: string;
}

/** Who uses the app in the demo, and how many sessions they flagged. Badge 100005 never opened it. */
const USERS = [
  { badge: '100001', tier: 'Premier', flags: 14 },
  { badge: '100002', tier: 'Standard', flags: 9 },
  { badge: '100003', tier: 'Standard', flags: 6 },
  { badge: '100004', tier: 'Standard', flags: 5 },
] as const;

/**
 * The flags of the demo's sign-ins, from all days but the last. As in life not all of them count: everyone has
 * flagged a session without credit and one that overlaps another, and a Standard registrant a Premier summit.
 *
 * @param firstDay the same day as the programme's
 * @param timeZone IANA zone of the meeting
 */
export function demoAppFlags(firstDay: Temporal.PlainDate, timeZone: string, seed = 100): AppFlag[] {
  const random = new Random(seed);
  const lastDay = firstDay.add({ days: DEMO_MEETING.days - 1 }).toString();
  const sessions = demoProgramme(firstDay).filter(({ isService, date }) => !isService && date < lastDay);
  return USERS.flatMap(({ badge, tier, flags }) =>
    flaggedSessions(random.shuffled(sessions), tier, flags).map((session) => {
      const start = Temporal.PlainDateTime.from(`${session.date}T${session.start}`);
      const flaggedAt = start.toZonedDateTime(timeZone).add({ minutes: 5 + random.below(20) });
      return {
        idempotencyKey: `scr26-${badge}-${session.code}`,
        badge,
        offeringCode: session.code,
        flaggedAt: flaggedAt.toInstant().toString(),
      };
    }),
  );
}

function flaggedSessions(
  sessions: DemoSession[],
  tier: 'Premier' | 'Standard',
  count: number,
): DemoSession[] {
  const open = sessions.filter(
    (session) => session.isCertified && (session.tier === '' || session.tier === tier),
  );
  const chosen: DemoSession[] = [];
  for (const session of open) {
    if (chosen.length < count - 3 && !chosen.some((other) => overlap(other, session))) chosen.push(session);
  }
  const overlapping = open.find(
    (session) => !chosen.includes(session) && chosen.some((other) => overlap(other, session)),
  );
  const withoutCredit = sessions.find(({ isCertified }) => !isCertified);
  const summit = sessions.find(
    (session) => session.tier === 'Premier' && !chosen.includes(session) && session !== overlapping,
  );
  return [...chosen, overlapping, withoutCredit, summit]
    .filter((session) => session !== undefined)
    .sort((left, right) => left.code.localeCompare(right.code));
}

function overlap(left: DemoSession, right: DemoSession): boolean {
  return left.date === right.date && left.start < right.end && right.start < left.end;
}
