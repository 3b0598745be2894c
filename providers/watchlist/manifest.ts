import { watchlistProviderId } from '../../src/domain/entry-mark.ts';
import { watchlistFields } from '../../src/domain/watchlist-query.ts';
import type { ProviderManifest } from '../../src/ports/check-provider.ts';
import { defaultListIds } from './lists/default-lists.ts';
import { ALERT_THRESHOLD } from './matching/score/bands.ts';

const leastScore = ALERT_THRESHOLD / 100_000;

export const manifest = {
  id: watchlistProviderId,
  version: '1',
  label: 'Sanctions',
  description:
    'Compares the guest with sanctions lists, and with a list of the property’s own, inside this service: nothing leaves the building.',
  reads: watchlistFields,
  hosts: [],
  deadlineMs: 5_000,
  concurrency: 4,
  kind: 'instant',
  isOnByDefault: false,
  settings: {
    lists: {
      type: 'string',
      description:
        'The ids of the lists that must be compared with, separated by spaces or commas; see docs/watchlists.md. `own` is the property’s own list, which is compared with wherever there is one.',
      default: defaultListIds.join(' '),
    },
    minimumScore: {
      type: 'number',
      description: `The least score that counts as a match. The matcher shows nothing below ${leastScore}.`,
      default: leastScore,
      minimum: leastScore,
      maximum: 1,
    },
  },
} as const satisfies ProviderManifest;
