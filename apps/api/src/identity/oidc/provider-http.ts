import { type LookupFunction, isIP } from 'node:net';
import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { CustomFetch } from 'openid-client';
import { isPlainLocalhost } from '../../config/environment.js';
import { isPrivate, publicLookup } from '../../workflow/outside-addresses.js';

/** Discovery documents and key sets are a few kilobytes. */
const MAX_BODY_BYTES = 512 * 1024;
const TIMEOUT_MILLISECONDS = 8_000;

/** A provider's address that we do not ask. */
export class ProviderAddressRefused extends Error {
  override readonly name = 'ProviderAddressRefused';
}

/** An answer that no `Response` can stand for. */
export class UnusableAnswer extends Error {
  override readonly name = 'UnusableAnswer';
}

/**
 * `fetch` for identity providers, whose addresses an administrator writes: over TLS only, never to private addresses
 * (checked on the address that is really connected to), without redirects, within bounds of time and size.
 *
 * @param isLoopbackAllowed whether providers may be on this machine, without TLS; for development only
 */
export const providerFetch =
  (isLoopbackAllowed: boolean): CustomFetch =>
  async (address, { method, headers, body, signal }) => {
    const url = new URL(address);
    const isHere = isLoopbackAllowed && isLoopback(url);
    if (!isHere) refusePrivate(url);
    // `Response` reads every kind of body that `fetch` takes.
    const payload = Buffer.from(await new Response(body).arrayBuffer());
    const bound = AbortSignal.timeout(TIMEOUT_MILLISECONDS);
    return send(url, {
      method,
      headers: { ...headers, 'accept-encoding': 'identity', 'content-length': String(payload.length) },
      payload,
      signal: signal === undefined ? bound : AbortSignal.any([signal, bound]),
      lookup: isHere ? thisMachine : publicLookup,
    });
  };

const bareHost = (url: URL) => url.hostname.replace(/^\[|\]$/g, '');

const isLoopback = (url: URL) =>
  isPlainLocalhost(url.hostname) || /^127\./.test(url.hostname) || bareHost(url) === '::1';

function refusePrivate(url: URL): void {
  if (url.protocol !== 'https:') throw new ProviderAddressRefused('Only https addresses are asked');
  const host = bareHost(url);
  if (isIP(host) !== 0 && isPrivate(host)) throw new ProviderAddressRefused(`${host} is a private address`);
}

/** Names below localhost are this machine, whatever its resolver knows. */
const thisMachine: LookupFunction = (_hostname, options, callback) => {
  if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};

interface Outgoing {
  method: string;
  headers: Record<string, string>;
  payload: Buffer;
  signal: AbortSignal;
  lookup: LookupFunction;
}

const responseOf = (incoming: IncomingMessage, body: Buffer<ArrayBuffer>): Response => {
  const status = incoming.statusCode ?? 502;
  const headers = new Headers();
  for (const [name, value] of Object.entries(incoming.headers)) headers.set(name, String(value));
  // These may have no body.
  const isBare = status === 204 || status === 205 || status === 304;
  return new Response(isBare ? null : body, { status, headers });
};

const send = (url: URL, { payload, ...options }: Outgoing): Promise<Response> =>
  new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = ask(url, { ...options, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      let size = 0;
      incoming.on('data', (chunk: Buffer) => {
        size += chunk.length;
        if (size > MAX_BODY_BYTES) incoming.destroy(new ProviderAddressRefused('The answer is too large'));
        else chunks.push(chunk);
      });
      incoming.on('error', reject);
      incoming.on('end', () => {
        // A listener that throws ends the process: a `Response` refuses statuses and headers that HTTP carries.
        try {
          resolve(responseOf(incoming, Buffer.concat(chunks)));
        } catch (error) {
          reject(new UnusableAnswer('The answer is not one that HTTP knows', { cause: error }));
        }
      });
    });
    request.on('error', reject);
    request.end(payload);
  });
