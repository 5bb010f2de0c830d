import { toDecimal } from '@laurel/credit';
import type { LineView } from '@laurel/plugin-kit';
import { courseShares, type CourseShare, type DocumentSubject } from '../certificates/certificate-parts.js';
import {
  creditTypesOf,
  statedCredits,
  wordCredit,
  type StatedCredit,
} from '../certificates/credit-wording.js';
import type { WordedCreditDto } from '../certificates/dto/certificate-view.dto.js';
import type { DocumentPartDto, DocumentPreviewDto } from './dto/claim-history.dto.js';

/** A document as it would be printed, without number and code. */
export const previewOf = (
  subject: DocumentSubject & { readonly offer: DocumentSubject['offer'] & { key: string; title: string } },
): DocumentPreviewDto => {
  const { inputs, offer, lines, claimed } = subject;
  const stated = statedCredits(offer, claimed, creditTypesOf(inputs));
  const whole = {
    courseTitle: null,
    credits: stated.map(worded),
    topics: topicsOf(lines, stated),
  };
  return {
    key: offer.key,
    title: offer.title,
    name: inputs.learner.displayName,
    credentials: inputs.learner.credentials,
    activityTitle: inputs.activity.title,
    parts: offer.perCourse === true ? courseShares(subject).map((share) => sharePart(share)) : [whole],
  };
};

export const sharePart = ({ course, lines, credits }: CourseShare): DocumentPartDto => ({
  courseTitle: course?.title ?? null,
  credits: credits.map(worded),
  topics: topicsOf(lines, credits),
});

const worded = ({ type, amount, unit }: StatedCredit): WordedCreditDto => wordCredit(amount, type, unit);

/** Each topic once, with its credit of the first type that is stated. */
const topicsOf = (lines: readonly LineView[], [stated]: readonly StatedCredit[]) =>
  lines.flatMap(({ offering: { title }, creditType, amount }) =>
    creditType === stated?.type.key ? { title, amount: toDecimal(amount) } : [],
  );
