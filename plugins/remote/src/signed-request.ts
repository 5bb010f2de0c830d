import { Webhook } from 'standardwebhooks';
import type { DeliverAnswer, IoHost } from '@laurel/plugin-kit';

export type Response = Awaited<ReturnType<IoHost['http']['fetch']>>;

/** What the service is sent: its id makes a repetition recognisable. */
export interface Outgoing {
  readonly url: string;
  readonly id: string;
  readonly type: 'collect' | 'report';
  readonly data: Readonly<Record<string, unknown>>;
  readonly secret: string;
}

/** Posts JSON, signed as Standard Webhooks say. */
export const postSigned = (
  { http, now }: IoHost,
  { url, id, type, data, secret }: Outgoing,
): Promise<Response> => {
  const sentAt = new Date(now.epochMilliseconds);
  const body = JSON.stringify({ type, timestamp: sentAt.toISOString(), data });
  return http.fetch(url, {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      'webhook-id': id,
      'webhook-timestamp': String(Math.floor(sentAt.getTime() / 1_000)),
      'webhook-signature': new Webhook(secret).sign(id, sentAt, body),
    },
    body,
  });
};

/** What a service's answer to a report means. 409 says that it has the report already. */
export const deliveryOutcome = (response: Response, now: Temporal.Instant): DeliverAnswer => {
  const { status, body } = response;
  const said = wordsOf(body);
  if ((status >= 200 && status < 300) || status === 409) {
    return said === '' ? { outcome: 'accepted' } : { outcome: 'accepted', detail: said };
  }
  const why = said === '' ? `The service answered ${String(status)}.` : said;
  if (status === 400 || status === 422) return { outcome: 'rejected', why, isMendable: true };
  const afterSeconds = retryAfter(response, now);
  return { outcome: 'retry', why, ...(afterSeconds === undefined ? {} : { afterSeconds }) };
};

/** The reason of a problem document or of `{ "reason" }`, or the text as it is; at most 500 characters. */
const wordsOf = (body: string): string => {
  const text = body.trim();
  const parsed = parsedOrNull(text);
  if (typeof parsed === 'object' && parsed !== null) {
    for (const field of ['reason', 'detail', 'title', 'message']) {
      const value: unknown = Reflect.get(parsed, field);
      if (typeof value === 'string' && value !== '') return value.slice(0, 500);
    }
  }
  return text.slice(0, 500);
};

const parsedOrNull = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    // Not JSON: then its words are the reason.
    return null;
  }
};

/** `Retry-After` in seconds, or as a date. */
const retryAfter = ({ headers }: Response, now: Temporal.Instant): number | undefined => {
  const value = headers['retry-after']?.trim() ?? '';
  if (/^\d{1,6}$/.test(value)) return Number(value);
  const at = Date.parse(value);
  return Number.isNaN(at) ? undefined : Math.max(0, Math.ceil((at - now.epochMilliseconds) / 1_000));
};
