import { defaultPolicy } from '../config/default-policy.ts';
import type { DemoVendors } from './demo-vendors.ts';

/** How long a stay is for which the demo's property asks more; see `toScenes`. */
export const listServerNights = 14;
export const documentNights = 21;

/**
 * The demo's property: with its own watchlist and no other, so that nothing is downloaded; long stays are looked up on a list
 * server too, where that can be asked; and who stays for three weeks shows a document.
 */
export function toDemoConfig(propertyId: string, vendors: Pick<DemoVendors, 'providers'>): string {
  const { onMatch } = defaultPolicy.otherwise;
  const policy = {
    ...defaultPolicy,
    name: 'demo',
    providers: {
      ...defaultPolicy.providers,
      yente: {
        required: false,
        onMatch,
        when: [{ nights: { atLeast: listServerNights, atMost: documentNights - 1 } }],
      },
      'stripe-identity': { required: true, onMatch, when: [{ nights: { atLeast: documentNights } }] },
    },
  };
  const watchlist = { enabled: true, settings: { lists: 'own' } };
  return JSON.stringify({
    properties: { [propertyId]: { policy, providers: { watchlist, ...vendors.providers } } },
  });
}
