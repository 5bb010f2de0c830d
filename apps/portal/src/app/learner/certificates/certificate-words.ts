import type { CertificateView } from '../../core/api/contract.js';
import type { ActivityTime } from '../../core/time/activity-time.js';

/** The first page of a certificate, as it is looked at. */
export interface ShownSheet {
  readonly url: string;
  readonly width: number;
  readonly height: number;
  /** For those who do not see it. */
  readonly title: string;
  /** The activity or course that it is about. */
  readonly about: string;
}

/** Every certificate of the file: one for each course where the document is made so, else the certificate itself. */
export const sheetsOf = ({
  sheet,
  parts,
  title,
  number,
  name,
  activityTitle,
}: Pick<
  CertificateView,
  'sheet' | 'parts' | 'title' | 'number' | 'name' | 'activityTitle'
>): ShownSheet[] => {
  if (sheet === null) return [];
  const named = (about: string) => `${title} ${number} of ${name}: ${about}`;
  return parts.length === 0
    ? [{ ...sheet, title: named(activityTitle), about: activityTitle }]
    : parts.map(({ title: about }, index) => ({
        ...sheet,
        url: `${sheet.url}?part=${String(index + 1)}`,
        title: named(about),
        about,
      }));
};

/** "November 21, 2026"; empty until it is issued. */
export function issuedOn(issuedAt: string | null, language: string, timeZone = 'UTC'): string {
  if (issuedAt === null) return '';
  const locale = language === 'en' ? 'en-US' : language;
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone }).format(new Date(issuedAt));
}

/** What the society promises, as a sentence: it may be one already, or only say when ("within five business days"). */
export const promiseSentence = (promise: string): string =>
  /[.!?]$/u.test(promise.trim()) ? promise.trim() : `You will have your answer ${promise.trim()}.`;

/** Where a request that the society finishes by hand stands, in a sentence. */
export function requestSentence(
  { state, requestedAt, sentAt, promise, mailTo }: NonNullable<CertificateView['request']>,
  time: ActivityTime,
): string {
  switch (state) {
    case 'preparing':
      return `Your request of ${time.moment(requestedAt)} is on its way to ${mailTo}. ${promiseSentence(promise)}`;
    case 'sent':
      return `Sent to ${mailTo} on ${time.moment(sentAt ?? requestedAt)}. ${promiseSentence(promise)}`;
    case 'failed':
      return `Your request could not be sent to ${mailTo}. Your society has been told and will send it; you can also mail them this certificate yourself.`;
    case 'withdrawn':
      return `Your request of ${time.moment(requestedAt)} was withdrawn before it was sent, because the claim it belongs to no longer counts.`;
  }
}
