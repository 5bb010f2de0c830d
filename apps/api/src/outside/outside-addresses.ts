import { lookup, type LookupAddress } from 'node:dns';
import { BlockList, isIPv4, type LookupFunction } from 'node:net';

/** A name whose addresses may not be asked. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

/** All addresses of a host name; the system's resolver, or a test's. */
export type Resolve = (
  hostname: string,
  callback: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

const systemResolve: Resolve = (hostname, callback) => {
  lookup(hostname, { all: true }, (error, addresses) => {
    callback(error, error === null ? addresses : []);
  });
};

/** IANA special-purpose registry of IPv4: this network, private, carrier NAT, loopback, documentation and the like. */
const specialIpv4 = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.88.99.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
] as const) {
  specialIpv4.addSubnet(network, prefix, 'ipv4');
}

/** IPv6 is the other way round: of all its space only this is routed between networks … */
const globalIpv6 = new BlockList();
globalIpv6.addSubnet('2000::', 3, 'ipv6');

/** … except tunnels, which hold an IPv4 address that may be inside (Teredo, 6to4), and documentation. */
const specialIpv6 = new BlockList();
for (const [network, prefix] of [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
  ['3fff::', 20],
] as const) {
  specialIpv6.addSubnet(network, prefix, 'ipv6');
}

/**
 * Whether an address is inside, or leads inside: private, loopback, link-local, carrier NAT, reserved, and IPv4
 * written as IPv6 in any way (mapped, compatible, NAT64, 6to4, Teredo). What is no address at all is inside.
 */
export const isPrivate = (address: string): boolean =>
  isIPv4(address)
    ? specialIpv4.check(address, 'ipv4')
    : !globalIpv6.check(address, 'ipv6') || specialIpv6.check(address, 'ipv6');

/**
 * Resolves names for a connection, but never to an address inside. All addresses of the name are checked, and the
 * connection is made to one of them without asking again: a resolver that answers otherwise the next time
 * ("DNS rebinding") gains nothing.
 */
export const outsideLookup =
  (resolve: Resolve = systemResolve): LookupFunction =>
  (hostname, options, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses;
      if (error !== null) {
        callback(error, '', 4);
      } else if (first === undefined) {
        callback(new AddressRefused(`${hostname} has no address`), '', 4);
      } else if (addresses.some(({ address }) => isPrivate(address))) {
        callback(new AddressRefused(`${hostname} has a private address`), '', 4);
      } else if (options.all === true) {
        callback(null, [...addresses]);
      } else {
        callback(null, first.address, first.family);
      }
    });
  };
