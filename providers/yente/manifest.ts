import type { ProviderManifest } from '../../src/ports/check-provider.ts';
import { matchedFields, matchSettings } from '../list-search/match-provider.ts';

export const manifest = {
  id: 'yente',
  version: '1',
  label: 'Sanctions lists (yente)',
  description: 'Searches sanctions and other lists for the guest on a yente server that the hotel runs itself.',
  reads: matchedFields,
  hosts: ['{url}'],
  deadlineMs: 10_000,
  // A CPU answers 4 to 30 queries a second.
  concurrency: 4,
  kind: 'instant',
  isOnByDefault: false,
  retry: { tries: 2, firstDelayMs: 500 },
  settings: {
    url: {
      type: 'string',
      description: 'Where the hotel’s own yente server is, e.g. `http://yente.hotel.internal:8000`.',
      default: '',
      isRequired: true,
    },
    apiKey: {
      type: 'string',
      description: 'Sent as `Authorization: ApiKey …`, for a server behind something that asks for one.',
      default: '',
      isSecret: true,
    },
    ...matchSettings,
  },
} as const satisfies ProviderManifest;
