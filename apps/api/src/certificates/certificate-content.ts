import type { CertificateData } from '@laurel/certificate-renderer';
import { earnedTimes } from '../workflow/inputs/earned-at.js';
import { dayRange, longDay } from './certificate-dates.js';
import { certificateParts, earnedDays, type DocumentSubject } from './certificate-parts.js';
import { type CertificateList, sessionList, topicList } from './certificate-sessions.js';
import { statementsOf } from './certificate-statements.js';
import { creditTypesOf, italicsOf, type StatedCredit, statedCredits, wordStated } from './credit-wording.js';

/** What makes a certificate this one and no other. */
export interface CertificateIdentity {
  readonly number: string;
  readonly verificationCode: string;
  readonly verificationUrl: string;
  readonly issuedOn: Temporal.PlainDate;
  /** The number of the certificate that it replaces. */
  readonly supersedes: string | null;
}

export interface CertificateSubject extends DocumentSubject {
  /** What the learner gave for this document, by input key. */
  readonly given: Readonly<Record<string, string>>;
}

/** Everything that a certificate will say, worded and frozen at this moment. */
export const certificateContent = (
  subject: CertificateSubject,
  identity: CertificateIdentity,
): CertificateData => {
  const { inputs, offer, lines, claimed, given } = subject;
  const { society, activity, learner } = inputs;
  const { context } = inputs.asDraft();
  const language = society.language;
  const credits = statedCredits(offer, claimed, creditTypesOf(inputs));
  const identifiers = offer.inputs.flatMap(({ key, label }) => {
    const value = given[key];
    return value === undefined ? [] : { label, value };
  });
  return {
    language,
    title: offer.title,
    documentKind: offer.documentKind,
    learner: {
      name: learner.displayName,
      ...(learner.credentials === '' ? {} : { credentials: learner.credentials }),
      ...(identifiers.length === 0 ? {} : { identifiers }),
    },
    provider: {
      name: society.displayName,
      shortName: society.shortName,
      accent: society.theme.accent,
      ...(society.theme.logoSvg === null ? {} : { logoSvg: society.theme.logoSvg }),
    },
    activity: {
      title: activity.title,
      code: activity.code,
      format: capitalised(activity.learningFormat, language),
      ...(activity.place === null ? {} : { place: activity.place }),
      dates: inputs.isEarned
        ? earnedDays(inputs, lines, earnedTimes(inputs.evidence))
        : dayRange(context.activity.startsOn, context.activity.endsOn, language),
    },
    credits: credits.map(wordStated),
    statements: statementsOf(
      offer.documentKind,
      {
        provider: society.displayName,
        statements: society.statements,
        activityStatements: activity.statements,
        activity: context.activity,
        creditTypes: inputs.creditTypes,
        stated: credits,
      },
      offer.statements,
    ),
    italics: italicsOf(inputs.creditTypes),
    signatures: activity.signatures.map(({ name, role }) => ({ name, role })),
    number: identity.number,
    verificationCode: identity.verificationCode,
    verificationUrl: identity.verificationUrl,
    issuedOn: longDay(identity.issuedOn, language),
    ...(identity.supersedes === null ? {} : { supersedes: identity.supersedes }),
    ...listOf(subject, credits, identity),
    runningHead: `${learner.displayName} · ${activity.code}`,
  };
};

/** The sessions; where credit is earned the topics, by course when the document is. */
const listOf = (
  subject: CertificateSubject,
  stated: readonly StatedCredit[],
  { verificationUrl }: CertificateIdentity,
): Pick<CertificateData, 'sessions' | 'listTitle' | 'parts'> & Partial<CertificateList> => {
  const { inputs, offer, lines } = subject;
  if (offer.perCourse === true) {
    return { sessions: [], listTitle: TOPICS, parts: certificateParts(subject, verificationUrl) };
  }
  const list = { inputs, lines, stated };
  if (!inputs.isEarned) return sessionList(list);
  return { listTitle: TOPICS, ...topicList(list, earnedTimes(inputs.evidence)) };
};

const TOPICS = 'Topics claimed';

const capitalised = (words: string, language: string): string =>
  words.charAt(0).toLocaleUpperCase(language) + words.slice(1);
