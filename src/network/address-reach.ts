import { BlockList, isIPv6 } from 'node:net';

/** `public`: a server on the internet · `own`: a service that the hotel runs itself, wherever in its own network. */
export type Reach = 'public' | 'own';

type Network = readonly [address: string, prefix: number];

/** What of IPv4 is not the public internet, by IANA's special-purpose registry (RFC 6890 and its successors). */
const notPublicIPv4 = toBlockList('ipv4', [
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
const globalUnicastIPv6 = toBlockList('ipv6', [['2000::', 3]]);
const notPublicIPv6 = toBlockList('ipv6', [
  ['2001::', 23],
  ['2001:db8::', 32],
  ['2002::', 16],
]);

/** Where no hotel runs a service, and a cloud keeps its secrets: link-local, this-network, multicast. */
const neverIPv4 = toBlockList('ipv4', [
  ['0.0.0.0', 8],
  ['169.254.0.0', 16],
  ['224.0.0.0', 3],
]);
const neverIPv6 = toBlockList('ipv6', [
  ['::', 128],
  ['::ffff:0.0.0.0', 104],
  ['::ffff:169.254.0.0', 112],
  ['fe80::', 10],
  ['ff00::', 8],
  ['fd00:ec2::254', 128],
]);

/** Whether a connection may go to this address, IPv4 or IPv6 as digits. */
export function isWithinReach(address: string, reach: Reach): boolean {
  const plain = address.replace(/%.*$/, ''); // a zone names an interface, not another network
  if (reach === 'own') return isIPv6(plain) ? !neverIPv6.check(plain, 'ipv6') : !neverIPv4.check(plain, 'ipv4');
  if (!isIPv6(plain)) return !notPublicIPv4.check(plain, 'ipv4');
  return globalUnicastIPv6.check(plain, 'ipv6') && !notPublicIPv6.check(plain, 'ipv6');
}

function toBlockList(family: 'ipv4' | 'ipv6', networks: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const [network, prefix] of networks) list.addSubnet(network, prefix, family);
  return list;
}
