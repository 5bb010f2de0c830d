import type { OfferingView } from '@laurel/plugin-kit';
import type { Offering } from '../offering.entity.js';

/** An offering without what only its own page shows. */
export type ProgrammeRow = Omit<Offering, 'description' | 'contentHash'>;

/** An offering as plugins see it, frozen through and through, so that it can be shared by every request. */
export const offeringView = (offering: ProgrammeRow): OfferingView =>
  Object.freeze({
    id: offering.id,
    code: offering.code,
    title: offering.title,
    startsAt: offering.startsAt,
    endsAt: offering.endsAt,
    day: offering.day,
    room: offering.room,
    track: offering.track,
    category: offering.category,
    type: offering.type,
    courseId: offering.courseId,
    tier: offering.tier,
    isHighlight: offering.isHighlight,
    isWithdrawn: offering.withdrawnAt !== null,
    credits: Object.freeze(
      offering.credits.map(({ creditType, amount }) => Object.freeze({ creditType, amount })),
    ),
  });
