import type { ProviderManifest } from '../../src/ports/check-provider.ts';
import { toThresholdSettings } from '../list-search/list-answer.ts';
import { searchedFields } from '../list-search/searched-person.ts';

export const manifest = {
  id: 'watchman',
  version: '1',
  label: 'Sanctions lists (Watchman)',
  description: 'Searches sanctions lists for the guest on a Moov Watchman server that the hotel runs itself.',
  reads: searchedFields,
  hosts: ['{url}'],
  deadlineMs: 10_000,
  concurrency: 8,
  kind: 'instant',
  isOnByDefault: false,
  retry: { tries: 2, firstDelayMs: 500 },
  settings: {
    url: {
      type: 'string',
      description: 'Where the hotel’s own Watchman server is, e.g. `http://watchman.hotel.internal:8084`.',
      default: '',
      isRequired: true,
    },
    ...toThresholdSettings({ possible: 0.8, likely: 0.88, strong: 0.95 }),
    listsMayBeHoursOld: {
      type: 'number',
      description:
        'A server whose lists were refreshed longer ago than this many hours is unavailable. It refreshes twice a day.',
      default: 72,
      minimum: 1,
      maximum: 8_760,
    },
    isPassportNumberSent: {
      type: 'boolean',
      description: 'Whether the number of the guest’s passport is sent. One that is on a list makes a match strong.',
      default: false,
    },
  },
} as const satisfies ProviderManifest;
