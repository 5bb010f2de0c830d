import { toDecimal } from '@laurel/credit';
import type { OfferingView } from '@laurel/plugin-kit';
import { sentenceOf } from '../workflow/trail/why-entry.js';
import type { OfferDecision } from '../workflow/workflow.types.js';
import type { CreditAmountDto, OfferingCardDto } from './dto/catalogue.dto.js';
import type { Programme } from '../catalogue/programme/programme.js';

type CardHead = Omit<OfferingCardDto, 'credits' | 'isAllowed' | 'denials'>;

/** What is the same on everyone's card. */
export function cardHead(programme: Programme, offering: OfferingView): CardHead {
  const { speakers, withdrawnNotice } = programme.extrasOf(offering.id);
  return {
    id: offering.id,
    code: offering.code,
    title: offering.title,
    day: offering.day?.toString() ?? null,
    startsAt: offering.startsAt?.toString() ?? null,
    endsAt: offering.endsAt?.toString() ?? null,
    room: offering.room,
    track: offering.track,
    category: offering.category,
    type: offering.type,
    isHighlight: offering.isHighlight,
    tier: offering.tier,
    speakers: [...speakers],
    withdrawnNotice,
  };
}

/** The offering's credits, as far as the learner's profession may be awarded them. */
export const cardCredits = (
  { credits }: OfferingView,
  awardable: { has(creditType: string): boolean },
): CreditAmountDto[] =>
  credits
    .filter(({ creditType }) => awardable.has(creditType))
    .map(({ creditType, amount }) => ({ creditType, amount: toDecimal(amount) }));

/** What is decided for one learner. */
export const cardTail = ({
  allowed,
  denials,
}: Pick<OfferDecision, 'allowed' | 'denials'>): Pick<OfferingCardDto, 'isAllowed' | 'denials'> => ({
  isAllowed: allowed,
  denials: denials.map(sentenceOf),
});
