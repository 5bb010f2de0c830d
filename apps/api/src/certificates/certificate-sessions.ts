import type { CertificateSessionDay } from '@laurel/certificate-renderer';
import { formatCredit, type Hundredths, sumBy } from '@laurel/credit';
import type { DocumentOffer, LineView } from '@laurel/plugin-kit';
import type { DecisionInputs } from '../workflow/inputs/decision-inputs.js';
import { fullDay, shortDay, timeRange, type Locale } from './certificate-dates.js';

/** The claimed sessions by day, with times in the activity's zone. */
export const sessionDays = (
  inputs: DecisionInputs,
  offer: DocumentOffer,
  lines: readonly LineView[],
): CertificateSessionDay[] => {
  const locale: Locale = { language: inputs.society.language, timeZone: inputs.timeZone };
  const credits = sessionCredits(inputs, offer);
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
        credits: credits(own),
      })),
    }),
  );
};

/** The claimed topics in the order in which they were earned, with the day of each. */
export const topicList = (
  inputs: DecisionInputs,
  offer: DocumentOffer,
  lines: readonly LineView[],
  earned: ReadonlyMap<string, Temporal.Instant>,
): CertificateSessionDay[] => {
  const credits = sessionCredits(inputs, offer);
  const topics = [...Map.groupBy(lines, ({ offering }) => offering.id)].flatMap(([id, own]) => {
    const offering = own[0]?.offering;
    const shown = credits(own);
    return offering === undefined || shown === '' ? [] : { offering, at: earned.get(id), credits: shown };
  });
  topics.sort(
    (a, b) =>
      compare(a.at?.toString() ?? '~', b.at?.toString() ?? '~') ||
      compare(a.offering.title, b.offering.title) ||
      compare(a.offering.id, b.offering.id),
  );
  const items = topics.map(({ offering: { title }, at, credits: shown }) => ({
    ...(at === undefined ? {} : { time: shortDay(dayOf(at, inputs), inputs.society.language) }),
    title,
    credits: shown,
  }));
  return items.length === 0 ? [] : [{ day: '', items }];
};

const dayOf = (at: Temporal.Instant, { timeZone }: DecisionInputs): Temporal.PlainDate =>
  at.toZonedDateTimeISO(timeZone).toPlainDate();

/** The list shows each session's own credit; where that is more than what was claimed, an auditor will ask why. */
export const sessionsNote = (
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

/** "1.25", or "1.25 AMA PRA · 0.50 Patient safety" when the document states several types. */
const sessionCredits = ({ creditTypes }: DecisionInputs, offer: DocumentOffer) => {
  const shortNames = new Map(creditTypes.map(({ key, shortName }) => [key, shortName]));
  const stated = new Set(offer.credits.map(({ creditType }) => creditType));
  return (own: readonly LineView[]): string => {
    const relevant = own.filter(({ creditType }) => stated.has(creditType));
    if (stated.size === 1) return relevant.map(({ amount }) => formatCredit(amount)).join('');
    return relevant
      .map(({ creditType, amount }) => `${formatCredit(amount)} ${shortNames.get(creditType) ?? creditType}`)
      .join(' · ');
  };
};

const sortKey = ({ offering }: { offering: LineView['offering'] }): string =>
  `${offering.day?.toString() ?? '~'} ${offering.startsAt?.toString() ?? '~'} ${offering.code} ${offering.id}`;

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
