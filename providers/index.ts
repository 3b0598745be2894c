import type { CheckProvider, ProviderManifest } from '../src/ports/check-provider.ts';
import { bookingRulesProvider } from './booking-rules/check.ts';
import { contact } from './contact/check.ts';
import { didit } from './didit/check.ts';
import { genericHttp } from './generic-http/check.ts';
import { houseList } from './house-list/check.ts';
import { identityDocument } from './identity-document/check.ts';
import { openSanctions } from './opensanctions/check.ts';
import { stripeIdentity } from './stripe-identity/check.ts';
import { createWatchlistProvider, type WatchlistProviderParts } from './watchlist/check.ts';
import { manifest as watchlistManifest } from './watchlist/manifest.ts';
import { watchman } from './watchman/check.ts';
import { yente } from './yente/check.ts';

/** Every manifest that there is, for the configuration and its documentation. */
export function listManifests(): readonly ProviderManifest[] {
  return [...providers.map(({ manifest }) => manifest), watchlistManifest];
}

/** Every provider that there is, in the order in which staff read their findings. */
export function createProviders(parts: WatchlistProviderParts): readonly CheckProvider[] {
  return [...providers, createWatchlistProvider(parts)];
}

/** Those that need nothing but what a check is handed. */
export const providers: readonly CheckProvider[] = [
  houseList,
  yente,
  openSanctions,
  watchman,
  identityDocument,
  contact,
  bookingRulesProvider,
  stripeIdentity,
  didit,
  genericHttp,
];
