import { lookup } from 'node:dns';
import { isIPv6, type LookupFunction } from 'node:net';
import { isWithinReach, type Reach } from './address-reach.ts';

export interface CheckedLookupOptions {
  readonly reach: Reach;
  /** What a connection fails with where the name leads out of reach. */
  readonly toRefusal: () => Error;
  /** How names are resolved; the system's resolver by default. */
  readonly resolve?: LookupFunction | undefined;
}

/**
 * Resolves a name when the connection is made, and fails where any of its addresses is out of reach: no name can lead
 * into the hotel's own network, and a name server that answers otherwise the second time finds no second time. Node
 * resolves names only: an address in digits must be looked at by who connects.
 */
export function createCheckedLookup({ reach, toRefusal, resolve = lookup }: CheckedLookupOptions): LookupFunction {
  return (hostname, options, callback) => {
    resolve(hostname, { ...options, all: true }, (error, found) => {
      if (error !== null) {
        callback(error, '', 0);
        return;
      }
      const addresses = typeof found === 'string' ? [{ address: found, family: isIPv6(found) ? 6 : 4 }] : found;
      const [first] = addresses;
      if (first === undefined || addresses.some(({ address }) => !isWithinReach(address, reach))) {
        callback(toRefusal(), '', 0);
        return;
      }
      if (options.all) callback(null, addresses);
      else callback(null, first.address, first.family);
    });
  };
}
