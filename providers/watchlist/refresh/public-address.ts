import { lookup } from 'node:dns';
import { BlockList, isIPv6 } from 'node:net';
import type { LookupFunction } from 'node:net';
import { RefreshError } from './refresh-error.ts';

type Family = 'ipv4' | 'ipv6';

/** What of IPv4 is not the public internet, by IANA's special-purpose registry (RFC 6890 and its successors). */
const refusedIPv4 = toBlockList('ipv4', [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.0.0.0', 24],
  ['192.0.2.0', 24],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
  ['198.51.100.0', 24],
  ['203.0.113.0', 24],
  ['224.0.0.0', 3],
]);

/** Of IPv6, only global unicast is public; within it, documentation, Teredo and 6to4 may lead anywhere. */
const globalUnicast = toBlockList('ipv6', [['2000::', 3]]);
const refusedIPv6 = toBlockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
]);

export function isPublicAddress(address: string): boolean {
  if (isIPv6(address)) return globalUnicast.check(address, 'ipv6') && !refusedIPv6.check(address, 'ipv6');
  return !refusedIPv4.check(address, 'ipv4');
}

/**
 * Resolves a name for a connection and fails with `address_refused` where any of its addresses is not public, so
 * that no name can lead into the hotel's own network. It runs when the connection is made, hence no second answer of
 * the name server can slip past it.
 */
export const publicLookup: LookupFunction = (hostname, options, callback) => {
  lookup(hostname, { ...options, all: true }, (error, addresses) => {
    if (error) {
      callback(error, '', 0);
      return;
    }
    const [first] = addresses;
    if (!first || addresses.some(({ address }) => !isPublicAddress(address))) {
      callback(new RefreshError('address_refused'), '', 0);
      return;
    }
    if (options.all) callback(null, addresses);
    else callback(null, first.address, first.family);
  });
};

function toBlockList(family: Family, networks: readonly (readonly [string, number])[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}
