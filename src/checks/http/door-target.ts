import { isIP } from 'node:net';
import { ProviderHttpError } from '../../ports/provider-http.ts';
import { isWithinReach } from '../../network/address-reach.ts';
import type { DeclaredOrigin } from './declared-origins.ts';

/**
 * Which declared origin a URL leads to. Throws `scheme_refused` for what is not https (nor the own service's http),
 * `host_undeclared` for any other place and for a URL that carries a password, and `address_private` for an address
 * out of reach. Names are looked at when they are resolved.
 */
export function getDeclaredOrigin(url: URL, declared: readonly DeclaredOrigin[]): DeclaredOrigin {
  const found = declared.find(({ origin }) => origin === url.origin);
  if (found === undefined) {
    const isOnlyScheme = declared.some(({ origin }) => new URL(origin).host === url.host);
    throw new ProviderHttpError(isOnlyScheme && url.protocol !== 'https:' ? 'scheme_refused' : 'host_undeclared');
  }
  if (url.username !== '' || url.password !== '') throw new ProviderHttpError('host_undeclared');
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0 && !isWithinReach(host, found.reach)) throw new ProviderHttpError('address_private');
  return found;
}

/** Absolute, or relative to where the redirect came from. Throws `host_undeclared` for what is no URL. */
export function toUrl(text: string, base?: URL): URL {
  if (!URL.canParse(text, base?.href)) throw new ProviderHttpError('host_undeclared');
  return new URL(text, base?.href);
}
