import type { CustomFetch } from 'openid-client';
import { askOutside, type OutsideAnswer } from '../../outside/ask-outside.js';

/** Discovery documents and key sets are a few kilobytes. */
const MAX_BODY_BYTES = 512 * 1024;
const TIMEOUT_MILLISECONDS = 8_000;

/** An answer that no `Response` can stand for. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer';
}

/**
 * `fetch` for identity providers, whose addresses an administrator writes; within the bounds of `askOutside`.
 *
 * @param isLoopbackAllowed whether providers may be on this machine, without TLS; for development only
 */
export const providerFetch =
  (isLoopbackAllowed: boolean): CustomFetch =>
  async (address, { method, headers, body, signal }) => {
    // `Response` reads every kind of body that `fetch` takes.
    const payload = Buffer.from(await new Response(body).arrayBuffer());
    const request = {
      method,
      headers: { ...headers, 'content-length': String(payload.length) },
      body: payload,
      signal,
    };
    return responseOf(
      await askOutside(new URL(address), request, {
        isLoopbackAllowed,
        maxBodyBytes: MAX_BODY_BYTES,
        timeoutMilliseconds: TIMEOUT_MILLISECONDS,
      }),
    );
  };

/** A `Response` refuses statuses and headers that HTTP carries. */
const responseOf = ({ status, headers, body }: OutsideAnswer): Response => {
  // These may have no body.
  const isBare = status === 204 || status === 205 || status === 304;
  try {
    return new Response(isBare ? null : body, { status, headers });
  } catch (error) {
    throw new UnusableAnswer('The answer is not one that HTTP knows', { cause: error });
  }
};
