import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import { isPlainLocalhost } from '../config/environment.js';
import { isPrivate, outsideLookup, type Resolve } from './outside-addresses.js';

const HTTPS_PORT = 443;
/** Below are the ports of other services, which may read an HTTP request as something else. */
const FIRST_FREE_PORT = 1_024;

/** Why an outside system was not asked, or its answer not read to the end. */
export class OutsideRefused extends Error {
  override readonly name = 'OutsideRefused';
}

/** How much may be asked of whom. */
export interface OutsideBounds {
  /** Whether systems may be on this machine, without TLS; for development, the demo and tests only. */
  readonly isLoopbackAllowed: boolean;
  readonly resolve?: Resolve;
  readonly maxBodyBytes: number;
  readonly timeoutMilliseconds: number;
}

export interface OutsideRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Ends the request before its time. */
  readonly signal?: AbortSignal | undefined;
}

export interface OutsideAnswer {
  readonly status: number;
  /** Of several with one name, one after the other with commas between. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer<ArrayBuffer>;
}

/**
 * Asks a system whose address somebody has written into a configuration: over TLS only, never at a private address
 * (checked on the address that is really connected to), without redirects, within bounds of time and size. Answers
 * are never decompressed. The one way out for everything that configurations name.
 *
 * @throws OutsideRefused, and what Node says of connections that fail or take too long
 */
export const askOutside = async (
  url: URL,
  request: OutsideRequest,
  bounds: OutsideBounds,
): Promise<OutsideAnswer> => {
  const isHere = refuseInside(url, bounds.isLoopbackAllowed);
  const bound = AbortSignal.timeout(bounds.timeoutMilliseconds);
  return send(url, request, {
    isHere,
    lookup: isHere ? thisMachine : outsideLookup(bounds.resolve),
    signal: request.signal === undefined ? bound : AbortSignal.any([request.signal, bound]),
    maxBodyBytes: bounds.maxBodyBytes,
  });
};

/**
 * Refuses addresses that no configuration may lead to.
 *
 * @returns whether the address is on this machine, and that is allowed
 * @throws OutsideRefused
 */
export const refuseInside = (url: URL, isLoopbackAllowed: boolean): boolean => {
  const isHere = isLoopbackAllowed && isLoopback(url);
  if (!isHere) {
    if (url.protocol !== 'https:') throw new OutsideRefused('Only https addresses can be asked');
    const host = bareHost(url);
    // An address that is written out is connected to without a lookup.
    if (isIP(host) !== 0 && isPrivate(host)) {
      throw new OutsideRefused(`${url.hostname} is a private address`);
    }
    const port = url.port === '' ? HTTPS_PORT : Number(url.port);
    if (port !== HTTPS_PORT && port < FIRST_FREE_PORT) {
      throw new OutsideRefused(`Port ${String(port)} belongs to another service`);
    }
  }
  if (url.username !== '' || url.password !== '') {
    throw new OutsideRefused('An address must not hold a name or password; send them in a header');
  }
  return isHere;
};

const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const isLoopback = (url: URL): boolean =>
  (url.protocol === 'http:' || url.protocol === 'https:') &&
  (isPlainLocalhost(url.hostname) || /^127\./.test(url.hostname) || bareHost(url) === '::1');

interface Way {
  readonly lookup: LookupFunction;
  readonly isHere: boolean;
  readonly signal: AbortSignal;
  readonly maxBodyBytes: number;
}

const send = (url: URL, { method, headers, body }: OutsideRequest, way: Way): Promise<OutsideAnswer> =>
  new Promise((resolve, reject) => {
    const ask = url.protocol === 'https:' ? httpsRequest : httpRequest;
    const request = ask(
      url,
      {
        method,
        headers: { ...headers, 'accept-encoding': 'identity' },
        signal: way.signal,
        lookup: way.lookup,
        // A connection of its own: one that someone else opened was not checked.
        agent: false,
      },
      (response) => {
        read(response, way.maxBodyBytes).then(resolve, (error: unknown) => {
          request.destroy();
          reject(error instanceof Error ? error : new OutsideRefused('The answer could not be read'));
        });
      },
    );
    request.on('socket', (socket) => {
      // The lookup has checked it already; this holds even if a version of Node would not ask it.
      socket.once('connect', () => {
        if (!way.isHere && isPrivate(socket.remoteAddress ?? '')) {
          request.destroy(new OutsideRefused('The connection leads to a private address'));
        }
      });
    });
    request.on('upgrade', () => {
      request.destroy(new OutsideRefused('The answer is not HTTP'));
    });
    request.on('error', reject);
    request.end(body);
  });

const read = async (response: IncomingMessage, maxBytes: number): Promise<OutsideAnswer> => {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new OutsideRefused(`The answer is compressed (${encoding})`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    throw new OutsideRefused('The answer is too large');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new OutsideRefused('The answer is too large');
    chunks.push(chunk);
  }
  const named = Object.entries(response.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(named),
    body: Buffer.concat(chunks),
  };
};

/** Names below localhost are this machine, whatever its resolver knows. */
const thisMachine: LookupFunction = (_hostname, options, callback) => {
  if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};
