import { DEMO_MEETING } from './programme.js';

/** Claims of the demo's meetings close this long after the last day; then its meetings are held anew. */
const WEEKS_OPEN = 8;

/**
 * The first day of the demo's meetings. They ended yesterday, in their own zone, when the demo was first loaded: a
 * session is claimed once it has begun, so at every hour of today the whole programme can be. They keep their days
 * from then on, so that claims and certificates stay true, until claims have closed.
 *
 * @param kept the day as it was kept before, if it was
 */
export const firstDayOfMeetings = (
  today: Temporal.PlainDate,
  kept?: Temporal.PlainDate,
): Temporal.PlainDate =>
  kept !== undefined && Temporal.PlainDate.compare(today, kept.add({ weeks: WEEKS_OPEN })) < 0
    ? kept
    : today.subtract({ days: DEMO_MEETING.days });

/** The day on which the demo was first loaded. */
export const loadedOn = (firstDay: Temporal.PlainDate): Temporal.PlainDate =>
  firstDay.add({ days: DEMO_MEETING.days });
