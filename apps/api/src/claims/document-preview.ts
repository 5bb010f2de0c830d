import { toDecimal } from '@laurel/credit';
import type { LineView } from '@laurel/plugin-kit';
import { courseShares, type CourseShare, type DocumentSubject } from '../certificates/certificate-parts.js';
import {
  creditTypesOf,
  statedCredits,
  wordStated,
  type StatedCredit,
} from '../certificates/credit-wording.js';
import type { DocumentPartDto, DocumentPreviewDto } from './dto/claim-history.dto.js';

/** A document that the draft would have. */
export type PreviewSubject = DocumentSubject;

/** What a document would say, without number and code. */
export const previewOf = (subject: PreviewSubject): Omit<DocumentPreviewDto, 'sheet'> => {
  const { inputs, offer, lines, claimed } = subject;
  const stated = statedCredits(offer, claimed, creditTypesOf(inputs));
  const whole = {
    courseTitle: null,
    credits: stated.map(wordStated),
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
  credits: credits.map(wordStated),
  topics: topicsOf(lines, credits),
});

/** Each topic once, with its credit of the first type that is stated. */
const topicsOf = (lines: readonly LineView[], [stated]: readonly StatedCredit[]) =>
  lines.flatMap(({ offering: { title }, creditType, amount }) =>
    creditType === stated?.type.key ? { title, amount: toDecimal(amount) } : [],
  );
