import { IntlMessageFormat } from 'intl-messageformat';
import type { Message } from '../plugin.js';
import type { Facts } from '../views.js';
import { writeFacts, type Voice, type Writable } from './fact-format.js';

/** The tenant's own words, by the name under which messages use them: `{cart}` may read "Session Evaluations". */
export type Terms = Readonly<Record<string, string>>;

/** Every term a message may count on; a tenant may replace each. */
export const defaultTerms = Object.freeze({
  cart: 'Credit Cart',
  itinerary: 'My Itinerary',
  certificates: 'Available Certificates',
  evaluation: 'evaluation',
}) satisfies Terms;

export interface Sentence {
  readonly text: string;
  readonly remedy?: string;
}

/**
 * Makes the sentence of a reason.
 *
 * @throws Error when a text is not ICU MessageFormat or asks for a value that neither facts nor terms have;
 *   the host falls back from a tenant's override to the plugin's own text, which conformance has checked.
 */
export const renderMessage = (message: Message, facts: Facts, voice: Voice, terms: Terms): Sentence => {
  const values = { ...defaultTerms, ...terms, ...writeFacts(facts, voice) };
  const text = renderText(message.text, values, voice.locale);
  return message.remedy === undefined
    ? { text }
    : { text, remedy: renderText(message.remedy, values, voice.locale) };
};

/** Says why a text cannot be a message, or `null` when it can; for tenants' overrides, when they are saved. */
export const findMessageFault = (text: string): string | null => {
  try {
    new IntlMessageFormat(text, 'en-US', undefined, { ignoreTag: true });
    return null;
  } catch (error) {
    return error instanceof Error ? error.message : 'This is not a message that can be read.';
  }
};

const renderText = (text: string, values: Record<string, Writable>, locale: string): string => {
  const rendered = compiled(text, locale).format(values);
  return typeof rendered === 'string' ? rendered : String(rendered);
};

/** Texts are compiled once. Tenants may write their own, so the oldest leave when there are too many. */
const cache = new Map<string, IntlMessageFormat>();
const CACHE_SIZE = 2_000;

const compiled = (text: string, locale: string): IntlMessageFormat => {
  const key = `${locale} ${text}`;
  const known = cache.get(key);
  if (known !== undefined) return known;
  const format = new IntlMessageFormat(text, locale, undefined, { ignoreTag: true });
  if (cache.size >= CACHE_SIZE) {
    const oldest = cache.keys().next();
    if (oldest.done !== true) cache.delete(oldest.value);
  }
  cache.set(key, format);
  return format;
};
