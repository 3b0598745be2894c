import type { LookupFunction } from 'node:net';
import type { ProviderManifest, SettingValues } from '../../ports/check-provider.ts';
import {
  ProviderHttpError,
  type ProviderHttp,
  type ProviderRequest,
  type ProviderResponse,
} from '../../ports/provider-http.ts';
import type { Reach } from '../../network/address-reach.ts';
import { type DeclaredOrigin, toDeclaredOrigins } from './declared-origins.ts';
import { getDeclaredOrigin, toUrl } from './door-target.ts';
import { createExchange } from './exchange.ts';
import { isRedirect, toRedirected } from './redirect.ts';
import { toRetryAfterMs } from './retry-after.ts';

/** Opens a door for each check: to the hosts of its manifest, until its signal. */
export interface ProviderDoors {
  open(manifest: ProviderManifest, settings: SettingValues, signal: AbortSignal): Door;
}

export interface Door {
  readonly http: ProviderHttp;
  /** Whether a request may have reached the vendor: then it may cost. */
  hasSent(): boolean;
  /** What the latest answer said about when to come back. */
  findRetryAfterMs(): number | undefined;
}

export interface DoorOptions {
  /** Of an answer, unpacked. Default 1 MiB. */
  readonly largestBytes?: number;
  readonly now?: () => number;
  /** For tests: how names are resolved. */
  readonly resolve?: LookupFunction;
  /**
   * For tests and the demo: where a declared host is played by a server on this machine, e.g.
   * `{'api.vendor.example': 'http://127.0.0.1:4010'}`. Never from a configuration.
   */
  readonly testRoutes?: Readonly<Record<string, string>>;
}

const mostRedirects = 3;
const defaultLargestBytes = 1024 * 1024;

export function createProviderDoors(options: DoorOptions = {}): ProviderDoors {
  const { largestBytes = defaultLargestBytes, resolve, testRoutes = {}, now = Date.now } = options;
  const exchange = createExchange({ largestBytes, ...(resolve === undefined ? {} : { resolve }) });
  return {
    open(manifest, settings, signal) {
      let hasSent = false;
      let retryAfterMs: number | undefined;
      const ask: Ask = async (request, { url, reach }) => {
        signal.throwIfAborted();
        retryAfterMs = undefined;
        const response = await exchange({
          request,
          ...toPlace(url, reach, testRoutes),
          signal,
          noteSent: () => (hasSent = true),
        });
        retryAfterMs = toRetryAfterMs(response.headers['retry-after'], now());
        return response;
      };
      const declared = toDeclaredOrigins(manifest, settings);
      return {
        http: { request: (request) => follow(request, declared, ask) },
        hasSent: () => hasSent,
        findRetryAfterMs: () => retryAfterMs,
      };
    },
  };
}

interface Place {
  readonly url: URL;
  readonly reach: Reach;
}

type Ask = (request: ProviderRequest, place: Place) => Promise<ProviderResponse>;

/** Asks, and follows redirects as long as they stay among the declared hosts. */
async function follow(
  first: ProviderRequest,
  declared: readonly DeclaredOrigin[],
  ask: Ask,
): Promise<ProviderResponse> {
  let request = first;
  let url = toUrl(first.url);
  let target = getDeclaredOrigin(url, declared);
  for (let redirects = 0; ; redirects += 1) {
    const response = await ask(request, { url, reach: target.reach });
    const { status, headers } = response;
    if (!isRedirect(status) || headers.location === undefined) return response;
    if (redirects === mostRedirects) throw new ProviderHttpError('host_undeclared', status);
    const nextUrl = toUrl(headers.location, url);
    const next = getDeclaredOrigin(nextUrl, declared);
    // A vendor has no business in the hotel's own network.
    if (target.reach === 'public' && next.reach === 'own') throw new ProviderHttpError('host_undeclared', status);
    request = toRedirected(request, nextUrl, { status, isOtherOrigin: next.origin !== target.origin });
    [url, target] = [nextUrl, next];
  }
}

function toPlace(url: URL, reach: Reach, testRoutes: Readonly<Record<string, string>>): Place {
  const route = testRoutes[url.host];
  return route === undefined ? { url, reach } : { url: new URL(`${url.pathname}${url.search}`, route), reach: 'own' };
}
