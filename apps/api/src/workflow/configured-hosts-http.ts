import { lookup } from 'node:dns';
import { request as httpsRequest } from 'node:https';
import { BlockList, isIP, type LookupFunction } from 'node:net';
import type { HostHttp } from '@laurel/plugin-kit';

const MAX_BODY_BYTES = 4 * 1024 * 1024;
const TIMEOUT_MILLISECONDS = 30_000;

/** Why a plugin's request was not made or not finished. */
export class HostHttpRefused extends Error {
  override readonly name = 'HostHttpRefused';
}

/**
 * HTTP for the I/O stages of one step: only over TLS, only to hosts that the step's configuration names in an
 * address, never to private addresses (checked on the address that is really connected to), without redirects,
 * within bounds of time and size.
 */
export const configuredHostsHttp = (config: object, signal: AbortSignal): HostHttp => {
  const hosts = configuredHosts(config);
  return {
    fetch: async (address, init = {}) => {
      const url = URL.parse(address);
      if (url?.protocol !== 'https:') throw new HostHttpRefused('Only https addresses can be asked');
      if (!hosts.has(url.host)) throw new HostHttpRefused(`${url.host} is not in this step's configuration`);
      if (
        isIP(url.hostname.replace(/^\[|\]$/g, '')) !== 0 &&
        isPrivate(url.hostname.replace(/^\[|\]$/g, ''))
      ) {
        throw new HostHttpRefused(`${url.hostname} is a private address`);
      }
      return send(url, init, signal);
    },
  };
};

/** Hosts, with port, of every https address that the configuration holds, at any depth. */
export const configuredHosts = (config: unknown): ReadonlySet<string> => {
  const hosts = new Set<string>();
  const visit = (value: unknown): void => {
    if (typeof value === 'string') {
      const url = URL.parse(value);
      if (url?.protocol === 'https:') hosts.add(url.host);
    } else if (typeof value === 'object' && value !== null) {
      Object.values(value).forEach(visit);
    }
  };
  visit(config);
  return hosts;
};

type Answer = Awaited<ReturnType<HostHttp['fetch']>>;

const send = (
  url: URL,
  { method = 'GET', headers = {}, body }: NonNullable<Parameters<HostHttp['fetch']>[1]>,
  signal: AbortSignal,
): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const bounded = AbortSignal.any([signal, AbortSignal.timeout(TIMEOUT_MILLISECONDS)]);
    const request = httpsRequest(
      url,
      { method, headers, signal: bounded, lookup: publicLookup },
      (response) => {
        const chunks: Buffer[] = [];
        let size = 0;
        response.on('data', (chunk: Buffer) => {
          size += chunk.length;
          if (size > MAX_BODY_BYTES) response.destroy(new HostHttpRefused('The answer is too large'));
          else chunks.push(chunk);
        });
        response.on('error', reject);
        response.on('end', () => {
          const named = Object.entries(response.headers).map(([name, value]): [string, string] => [
            name,
            String(value),
          ]);
          resolve({
            status: response.statusCode ?? 0,
            headers: Object.fromEntries(named),
            body: Buffer.concat(chunks).toString('utf8'),
          });
        });
      },
    );
    request.on('error', reject);
    request.end(body);
  });

/** Resolves names, but never to an address inside. */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error !== null) {
      // There are no addresses then, whatever the types say.
      callback(error, '', 4);
      return;
    }
    const [first] = addresses;
    if (first === undefined) {
      callback(new HostHttpRefused(`${hostname} has no address`), '', 4);
    } else if (addresses.some(({ address }) => isPrivate(address))) {
      callback(new HostHttpRefused(`${hostname} has a private address`), '', 4);
    } else if (options.all === true) {
      callback(null, addresses);
    } else {
      callback(null, first.address, first.family);
    }
  });
};

/** IANA special-purpose registries: loopback, private, link-local, carrier NAT, multicast and reserved ranges. */
const privateRanges = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['224.0.0.0', 3],
] as const) {
  privateRanges.addSubnet(network, prefix, 'ipv4');
}
for (const [network, prefix] of [
  ['::', 127],
  ['64:ff9b::', 96],
  ['fc00::', 7],
  ['fe80::', 10],
  ['ff00::', 8],
] as const) {
  privateRanges.addSubnet(network, prefix, 'ipv6');
}

/** IPv4 addresses written as IPv6 are checked as what they are. */
export const isPrivate = (address: string): boolean =>
  privateRanges.check(address, address.includes(':') ? 'ipv6' : 'ipv4');
