import type { CertificateData, CertificateSessionDay } from '@laurel/certificate-renderer';
import { formatCredit, type Hundredths, sumBy } from '@laurel/credit';
import type { CreditTypeView, DocumentOffer, LineView } from '@laurel/plugin-kit';
import type { DecisionInputs } from '../workflow/decision-inputs.js';
import { dayRange, fullDay, longDay, timeRange } from './certificate-dates.js';
import { statementsOf } from './certificate-statements.js';
import { isAmaPra, wordCredit } from './credit-wording.js';

/** What makes a certificate this one and no other. */
export interface CertificateIdentity {
  readonly number: string;
  readonly verificationCode: string;
  readonly verificationUrl: string;
  readonly issuedOn: Temporal.PlainDate;
  /** The number of the certificate that it replaces. */
  readonly supersedes: string | null;
}

export interface CertificateSubject {
  readonly inputs: DecisionInputs;
  readonly offer: DocumentOffer;
  readonly lines: readonly LineView[];
  /** What was claimed per credit type key, hundredths. */
  readonly claimed: Readonly<Record<string, Hundredths>>;
  /** What the learner gave for this document, by input key. */
  readonly given: Readonly<Record<string, string>>;
}

/** Everything that a certificate will say, worded and frozen at this moment. */
export const certificateContent = (
  { inputs, offer, lines, claimed, given }: CertificateSubject,
  identity: CertificateIdentity,
): CertificateData => {
  const { society, activity, learner } = inputs;
  const { context } = inputs.asDraft();
  const language = society.language;
  const types = new Map(context.creditTypes.map((type) => [type.key, type]));
  const credits = creditsOf(offer, claimed, types);
  const note = sessionsNote(offer, lines, claimed);
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
      dates: dayRange(context.activity.startsOn, context.activity.endsOn, language),
    },
    credits: credits.map(({ amount, unit, isAmaPra: unitIsAmaPra }) => ({ amount, unit, unitIsAmaPra })),
    statements: statementsOf(
      offer.documentKind,
      {
        provider: society.displayName,
        statements: society.statements,
        activityStatements: activity.statements,
        activity: context.activity,
        creditTypes: context.creditTypes,
      },
      offer.statements,
    ),
    signatures: activity.signatures.map(({ name, role }) => ({ name, role })),
    number: identity.number,
    verificationCode: identity.verificationCode,
    verificationUrl: identity.verificationUrl,
    issuedOn: longDay(identity.issuedOn, language),
    ...(identity.supersedes === null ? {} : { supersedes: identity.supersedes }),
    sessions: sessionDays(lines, offer, { language, timeZone: inputs.timeZone }, inputs),
    ...(note === null ? {} : { sessionsNote: note }),
    runningHead: `${learner.displayName} · ${activity.code}`,
  };
};

/**
 * The credit a document states: what was claimed, never more. AMA: only physicians are awarded AMA credit, so a
 * certificate of participation states none, whatever a plugin offers.
 */
const creditsOf = (
  offer: DocumentOffer,
  claimed: Readonly<Record<string, Hundredths>>,
  types: ReadonlyMap<string, CreditTypeView>,
) =>
  offer.credits.flatMap(({ creditType, amount, unit }) => {
    const type = types.get(creditType);
    const stated = Math.min(amount, claimed[creditType] ?? 0);
    if (type === undefined || stated <= 0) return [];
    if (offer.documentKind === 'participation' && unit === undefined && isAmaPra(type)) return [];
    const worded = wordCredit(stated, type, unit);
    return offer.documentKind === 'participation' && worded.isAmaPra ? [] : worded;
  });

/** The list shows each session's own credit; where that is more than what was claimed, an auditor will ask why. */
const sessionsNote = (
  offer: DocumentOffer,
  lines: readonly LineView[],
  claimed: Readonly<Record<string, Hundredths>>,
): string | null => {
  const [stated, ...others] = offer.credits;
  if (stated === undefined || others.length > 0) return null;
  const sums = sumBy(
    lines,
    ({ creditType }) => creditType,
    ({ amount }) => amount,
  );
  const listed = sums.get(stated.creditType) ?? 0;
  if (listed <= (claimed[stated.creditType] ?? 0)) return null;
  return `The sessions add up to ${formatCredit(listed)}. Time in two rooms at once counts once, and a learner may claim less.`;
};

const capitalised = (words: string, language: string): string =>
  words.charAt(0).toLocaleUpperCase(language) + words.slice(1);

/** The claimed sessions by day, with times in the activity's zone. */
const sessionDays = (
  lines: readonly LineView[],
  offer: DocumentOffer,
  locale: { language: string; timeZone: string },
  { creditTypes }: DecisionInputs,
): CertificateSessionDay[] => {
  const shortNames = new Map(creditTypes.map(({ key, shortName }) => [key, shortName]));
  const stated = new Set(offer.credits.map(({ creditType }) => creditType));
  const offerings = [...Map.groupBy(lines, ({ offering }) => offering.id).values()]
    .flatMap((own) => {
      const offering = own[0]?.offering;
      return offering === undefined ? [] : { offering, own };
    })
    .sort((a, b) => compare(sortKey(a), sortKey(b)));
  return [...Map.groupBy(offerings, ({ offering }) => offering.day?.toString() ?? '')].map(
    ([day, entries]) => ({
      day: day === '' ? '' : fullDay(Temporal.PlainDate.from(day), locale.language),
      items: entries.map(({ offering, own }) => ({
        ...(offering.startsAt === null
          ? {}
          : { time: timeRange(offering.startsAt, offering.endsAt, locale) }),
        title: offering.title,
        ...(offering.room === '' ? {} : { place: offering.room }),
        credits: sessionCredits(own, stated, shortNames),
      })),
    }),
  );
};

/** "1.25", or "1.25 AMA PRA · 0.50 Patient safety" when the document states several types. */
const sessionCredits = (
  own: readonly LineView[],
  stated: ReadonlySet<string>,
  shortNames: ReadonlyMap<string, string>,
): string => {
  const relevant = own.filter(({ creditType }) => stated.has(creditType));
  if (stated.size === 1) return relevant.map(({ amount }) => formatCredit(amount)).join('');
  return relevant
    .map(({ creditType, amount }) => `${formatCredit(amount)} ${shortNames.get(creditType) ?? creditType}`)
    .join(' · ');
};

const sortKey = ({ offering }: { offering: LineView['offering'] }): string =>
  `${offering.day?.toString() ?? '~'} ${offering.startsAt?.toString() ?? '~'} ${offering.code} ${offering.id}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
