import { Agent, get } from 'node:https';
import type { IncomingHttpHeaders } from 'node:http';
import type { HttpGet } from './http-get.ts';
import { createCheckedLookup } from '../../../src/network/checked-lookup.ts';
import { RefreshError } from './refresh-error.ts';

/** A connection of its own for each file: the addresses of a pooled one would not be looked at again. */
const agent = new Agent({ keepAlive: false });

const lookup = createCheckedLookup({ reach: 'public', toRefusal: () => new RefreshError('address_refused') });

/** GET over https to public addresses only. */
export const httpsGet: HttpGet = ({ url, headers, signal }) =>
  new Promise((resolve, reject) => {
    const request = get(url, { agent, headers, signal, lookup }, (response) => {
      resolve({
        status: response.statusCode ?? 0,
        headers: toSingleValues(response.headers),
        body: response,
        discard: () => response.destroy(),
      });
    });
    request.on('error', reject);
  });

function toSingleValues(headers: IncomingHttpHeaders): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
