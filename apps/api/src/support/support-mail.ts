import type { ClaimSummary, SummarisedOffering } from '../claims/claim-summaries.service.js';
import type { SentenceDto } from '../workflow/trail/sentence.dto.js';

/** What a mail to the desk is made of. */
export interface SupportRequest {
  readonly reference: string;
  /** In the learner's words. */
  readonly message: string;
  /** Path of the page it was written on. */
  readonly page: string;
  readonly replyTo: string | null;
  readonly memberNumber: string | null;
  readonly summary: ClaimSummary;
  /** BCP 47 tag of the society: how it reads dates. */
  readonly language: string;
}

/** More would hide the question under the answers. */
const MOST_REASONS = 60;

const STATES: Readonly<Record<string, string>> = {
  draft: 'not submitted yet',
  submitted: 'submitted',
  certified: 'submitted, with a certificate',
  held: 'submitted, and held until somebody at the society has looked at it',
  amended: 'replaced by a later claim',
  revoked: 'revoked',
};

/** One line: a name with a line break must not become a header of its own. */
export const supportSubject = ({ reference, summary }: SupportRequest): string =>
  `Support request ${reference} – ${summary.learner.name}, ${summary.activity.code}`.replace(/\s+/gu, ' ');

/** Marks of direction, with which a text would read otherwise than it is written. */
const BIDI_CONTROLS = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

/**
 * Plain text: first what the desk would ask for, then what the person wrote, each line of it quoted, so that nothing
 * they write can be taken for something that we say.
 */
export function supportBody(request: SupportRequest): string {
  const { summary, language, message, page, reference, replyTo, memberNumber } = request;
  const { learner, activity, claim, reasons, offering, timeZone } = summary;
  const moment = (instant: Temporal.Instant) => momentIn(language, timeZone, instant);
  const credentials = learner.credentials === '' ? '' : `, ${learner.credentials}`;
  return [
    `Reference: ${reference}`,
    `Learner: ${inOneLine(learner.name)}${credentials}`,
    `Registered as: ${inOneLine(learner.registeredName)}`,
    ...(learner.badge === null ? [] : [`Badge: ${learner.badge}`]),
    ...(memberNumber === null ? [] : [`Member number: ${memberNumber}`]),
    replyTo === null
      ? 'We have no mail address of the learner; please reach them through your registration.'
      : `Answers to this mail go to ${replyTo}.`,
    `Activity: ${activity.title} (${activity.code})`,
    `Written on the page: ${inOneLine(page)}`,
    '',
    `Claim: ${STATES[claim.state] ?? claim.state}${claim.submittedAt === null ? '' : `, ${moment(claim.submittedAt)}`}`,
    `${activity.basis === 'earned' ? 'Topics' : 'Sessions'} in it: ${String(claim.sessionCount)}`,
    ...claim.credits.map((credits) => `Credit: ${credits}`),
    ...(offering === null ? [] : ['', ...offeringLines(offering, moment)]),
    ...(reasons.length === 0 ? [] : ['', 'Why the claim stands as it does:', ...bullets(reasons)]),
    '',
    'The learner writes:',
    '',
    ...quoted(message),
    '',
  ].join('\n');
}

/** Whatever a mail program takes for the end of a line ends one here. */
const quoted = (message: string): string[] =>
  message
    .trim()
    .replace(BIDI_CONTROLS, '')
    .split(/\r\n|[\r\n\v\f\u0085\u2028\u2029]/u)
    .map((line) => `> ${line}`.trimEnd());

const inOneLine = (text: string): string => text.replace(BIDI_CONTROLS, '').replace(/\s+/gu, ' ');

const offeringLines = (
  offering: SummarisedOffering,
  moment: (instant: Temporal.Instant) => string,
): string[] => {
  const { code, title, startsAt, isInClaim, denials } = offering;
  const when = startsAt === null ? '' : `, ${moment(startsAt)}`;
  return [
    `Asked about: ${title} (${code})${when}`,
    isInClaim ? 'It is in the claim.' : 'It is not in the claim.',
    ...(denials.length === 0
      ? ['Nothing speaks against claiming it.']
      : ['It cannot be claimed:', ...bullets(denials)]),
  ];
};

const bullets = (sentences: readonly SentenceDto[]): string[] => {
  const shown = sentences
    .slice(0, MOST_REASONS)
    .map(({ text, remedy }) => `- ${text}${remedy === undefined ? '' : ` ${remedy}`}`);
  const left = sentences.length - shown.length;
  return left === 0 ? shown : [...shown, `- and ${String(left)} more`];
};

const momentIn = (language: string, timeZone: string, instant: Temporal.Instant): string =>
  instant.toZonedDateTimeISO(timeZone).toLocaleString(language, {
    dateStyle: 'medium',
    timeStyle: 'long',
  });
