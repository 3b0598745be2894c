import type { IncomingMessage } from 'node:http';
import { ServiceError } from '../../domain/errors.ts';

const safeMethods: readonly string[] = ['GET', 'HEAD', 'OPTIONS'];

/**
 * Throws `request_forged` where a browser may have been made to send this: a request that changes something must prove by
 * `Sec-Fetch-Site` or `Origin`, which no page can set, that a page of this service sends it. `needsProof`: it came with a
 * session; without one it is enough that nothing speaks against it.
 */
export function assertOwnPage(request: IncomingMessage, { needsProof }: { readonly needsProof: boolean }): void {
  if (safeMethods.includes(request.method ?? '')) return;
  const { origin, host, 'sec-fetch-site': site } = request.headers;
  if (site !== undefined) {
    if (site !== 'same-origin') throw new ServiceError('request_forged');
    return;
  }
  if (origin !== undefined) {
    if (toHost(origin) !== host) throw new ServiceError('request_forged');
    return;
  }
  if (needsProof) throw new ServiceError('request_forged');
}

function toHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
