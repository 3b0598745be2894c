import type { CheckProvider } from '../src/ports/check-provider.ts';
import { bookingRulesProvider } from './booking-rules/check.ts';
import { contact } from './contact/check.ts';
import { didit } from './didit/check.ts';
import { genericHttp } from './generic-http/check.ts';
import { houseList } from './house-list/check.ts';
import { identityDocument } from './identity-document/check.ts';
import { openSanctions } from './opensanctions/check.ts';
import { stripeIdentity } from './stripe-identity/check.ts';
import { watchman } from './watchman/check.ts';
import { yente } from './yente/check.ts';

/** Every provider that this service knows, in the order in which staff read their findings. */
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
