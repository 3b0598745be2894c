import type { CheckProvider } from '../src/ports/check-provider.ts';
import { bookingRulesProvider } from './booking-rules/check.ts';
import { didit } from './didit/check.ts';
import { genericHttp } from './generic-http/check.ts';
import { houseList } from './house-list/check.ts';
import { stripeIdentity } from './stripe-identity/check.ts';

/** Every provider that this service knows, in the order in which staff read their findings. */
export const providers: readonly CheckProvider[] = [
  houseList,
  bookingRulesProvider,
  stripeIdentity,
  didit,
  genericHttp,
];
