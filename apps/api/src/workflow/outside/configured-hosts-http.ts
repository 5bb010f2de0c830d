import type { HostHttp } from '@laurel/plugin-kit';
import { askOutside, type OutsideBounds, OutsideRefused, refuseInside } from '../../outside/ask-outside.js';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MILLISECONDS = 30_000;
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

type Init = NonNullable<Parameters<HostHttp['fetch']>[1]>;

/**
 * HTTP for the I/O stages of one step: as `askOutside`, and only to hosts that the step's configuration names in an
 * address.
 */
export const configuredHostsHttp = (
  config: object,
  signal: AbortSignal,
  given: Partial<OutsideBounds> = {},
): HostHttp => {
  const bounds: OutsideBounds = {
    isLoopbackAllowed: false,
    maxBodyBytes: MAX_BODY_BYTES,
    timeoutMilliseconds: TIMEOUT_MILLISECONDS,
    ...given,
  };
  const hosts = configuredHosts(config, bounds.isLoopbackAllowed);
  return {
    fetch: async (address, init = {}) => {
      const url = URL.parse(address);
      if (url === null) throw new OutsideRefused('Only https addresses can be asked');
      refuseInside(url, bounds.isLoopbackAllowed);
      if (!hosts.has(url.host)) throw new OutsideRefused(`${url.host} is not in this step's configuration`);
      refuseRequest(init, bounds.maxBodyBytes);
      const { method = 'GET', headers = {}, body } = init;
      const request = { method, headers, signal, ...(body === undefined ? {} : { body }) };
      const answer = await askOutside(url, request, bounds);
      return { ...answer, body: answer.body.toString('utf8') };
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

const refuseRequest = ({ method = 'GET', headers = {}, body = '' }: Init, maxBodyBytes: number): void => {
  if (!METHODS.has(method)) throw new OutsideRefused(`The method ${method} cannot be used`);
  const own = Object.keys(headers).find(
    (name) => OWN_HEADERS.has(name.toLowerCase()) || name.toLowerCase().startsWith('proxy-'),
  );
  if (own !== undefined) throw new OutsideRefused(`The header ${own} is the host's to set`);
  if (Buffer.byteLength(body) > maxBodyBytes) throw new OutsideRefused('The request is too large');
};
