import { request as httpRequest, type IncomingMessage } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import type { HostHttp } from '@laurel/plugin-kit';
import { isPlainLocalhost } from '../config/environment.js';
import { isPrivate, outsideLookup, type Resolve } from './outside-addresses.js';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MILLISECONDS = 30_000;
const HTTPS_PORT = 443;
/** Below are the ports of other services, which may read an HTTP request as something else. */
const FIRST_FREE_PORT = 1_024;
const METHODS = new Set(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']);
/** What would make another request of it than the one that was checked; the rest is the plugin's to say. */
const OWN_HEADERS = new Set([
  'accept-encoding',
  'connection',
  'content-length',
  'expect',
  'host',
  'keep-alive',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Why a plugin's request was not made or not finished. */
export class HostHttpRefused extends Error {
  override readonly name = 'HostHttpRefused';
}

export interface OutsideBounds {
  /** Whether systems may be on this machine, without TLS; for development, the demo and tests only. */
  readonly isLoopbackAllowed?: boolean;
  readonly resolve?: Resolve;
  readonly maxBodyBytes?: number;
  readonly timeoutMilliseconds?: number;
}

type Init = NonNullable<Parameters<HostHttp['fetch']>[1]>;
type Answer = Awaited<ReturnType<HostHttp['fetch']>>;

/**
 * HTTP for the I/O stages of one step: only over TLS, only to hosts that the step's configuration names in an
 * address, never to private addresses (checked on the address that is really connected to), without redirects,
 * within bounds of time and size. Answers are never decompressed.
 */
export const configuredHostsHttp = (
  config: object,
  signal: AbortSignal,
  bounds: OutsideBounds = {},
): HostHttp => {
  const { isLoopbackAllowed = false, timeoutMilliseconds = TIMEOUT_MILLISECONDS } = bounds;
  const hosts = configuredHosts(config, isLoopbackAllowed);
  return {
    fetch: async (address, init = {}) => {
      const url = URL.parse(address);
      if (url === null) throw new HostHttpRefused('Only https addresses can be asked');
      const isHere = isLoopbackAllowed && isLoopback(url);
      if (!isHere) refuseAddress(url);
      if (url.username !== '' || url.password !== '') {
        throw new HostHttpRefused('An address must not hold a name or password; send them in a header');
      }
      if (!hosts.has(url.host)) throw new HostHttpRefused(`${url.host} is not in this step's configuration`);
      refuseRequest(init, bounds);
      return send(url, init, {
        lookup: isHere ? thisMachine : outsideLookup(bounds.resolve),
        isHere,
        signal: AbortSignal.any([signal, AbortSignal.timeout(timeoutMilliseconds)]),
        maxBodyBytes: bounds.maxBodyBytes ?? MAX_BODY_BYTES,
      });
    },
  };
};

/** Hosts, with port, of every https address that the configuration holds, at any depth; of http where allowed. */
export const configuredHosts = (config: unknown, isHttpAllowed = false): ReadonlySet<string> =>
  new Set(addressesIn(config, isHttpAllowed).map(({ host }) => host));

/** Origin and path of every address that the configuration holds, with TLS or without. */
export const configuredAddresses = (config: unknown): ReadonlySet<string> =>
  new Set(addressesIn(config, true).map(({ origin, pathname }) => `${origin}${pathname}`));

const addressesIn = (config: unknown, isHttpAllowed: boolean): readonly URL[] => {
  const addresses: URL[] = [];
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const url = URL.parse(value);
      if (url?.protocol === 'https:' || (isHttpAllowed && url?.protocol === 'http:')) addresses.push(url);
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(visit);
    }
  };
  visit(config);
  return addresses;
};

const bareHost = ({ hostname }: URL): string => hostname.replace(/^\[|\]$/g, '');

const isLoopback = (url: URL): boolean =>
  (url.protocol === 'http:' || url.protocol === 'https:') &&
  (isPlainLocalhost(url.hostname) || /^127\./.test(url.hostname) || bareHost(url) === '::1');

const refuseAddress = (url: URL): void => {
  if (url.protocol !== 'https:') throw new HostHttpRefused('Only https addresses can be asked');
  const host = bareHost(url);
  // An address that is written out is connected to without a lookup.
  if (isIP(host) !== 0 && isPrivate(host)) {
    throw new HostHttpRefused(`${url.hostname} is a private address`);
  }
  const port = url.port === '' ? HTTPS_PORT : Number(url.port);
  if (port !== HTTPS_PORT && port < FIRST_FREE_PORT) {
    throw new HostHttpRefused(`Port ${String(port)} belongs to another service`);
  }
};

const refuseRequest = (
  { method = 'GET', headers = {}, body = '' }: Init,
  { maxBodyBytes = MAX_BODY_BYTES }: OutsideBounds,
): void => {
  if (!METHODS.has(method)) throw new HostHttpRefused(`The method ${method} cannot be used`);
  const own = Object.keys(headers).find(
    (name) => OWN_HEADERS.has(name.toLowerCase()) || name.toLowerCase().startsWith('proxy-'),
  );
  if (own !== undefined) throw new HostHttpRefused(`The header ${own} is the host's to set`);
  if (Buffer.byteLength(body) > maxBodyBytes) throw new HostHttpRefused('The request is too large');
};

interface Way {
  readonly lookup: LookupFunction;
  readonly isHere: boolean;
  readonly signal: AbortSignal;
  readonly maxBodyBytes: number;
}

const send = (url: URL, init: Init, way: Way): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const { method = 'GET', headers = {}, body } = init;
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
          reject(error instanceof Error ? error : new HostHttpRefused('The answer could not be read'));
        });
      },
    );
    request.on('socket', (socket) => {
      // The lookup has checked it already; this holds even if a version of Node would not ask it.
      socket.once('connect', () => {
        if (!way.isHere && isPrivate(socket.remoteAddress ?? '')) {
          request.destroy(new HostHttpRefused('The connection leads to a private address'));
        }
      });
    });
    request.on('upgrade', () => {
      request.destroy(new HostHttpRefused('The answer is not HTTP'));
    });
    request.on('error', reject);
    request.end(body);
  });

const read = async (response: IncomingMessage, maxBytes: number): Promise<Answer> => {
  const encoding = response.headers['content-encoding'] ?? 'identity';
  if (encoding !== 'identity') throw new HostHttpRefused(`The answer is compressed (${encoding})`);
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) {
    throw new HostHttpRefused('The answer is too large');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > maxBytes) throw new HostHttpRefused('The answer is too large');
    chunks.push(chunk);
  }
  const named = Object.entries(response.headers).map(([name, value]): [string, string] => [
    name,
    String(value),
  ]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(named),
    body: Buffer.concat(chunks).toString('utf8'),
  };
};

/** Names below localhost are this machine, whatever its resolver knows. */
const thisMachine: LookupFunction = (_hostname, options, callback) => {
  if (options.all === true) callback(null, [{ address: '127.0.0.1', family: 4 }]);
  else callback(null, '127.0.0.1', 4);
};
