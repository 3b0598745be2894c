import type { ProviderManifest } from '../../src/ports/check-provider.ts';
import { monthlyCeilingName, toMonthlyCeilingSetting } from '../../src/ports/monthly-ceiling.ts';
import { matchedFields, matchSettings } from '../list-search/match-provider.ts';

export const openSanctionsHost = 'api.opensanctions.org';

export const manifest = {
  id: 'opensanctions',
  version: '1',
  label: 'OpenSanctions',
  description: 'Searches sanctions and other lists for the guest at OpenSanctions, with an account of the hotel.',
  reads: matchedFields,
  hosts: [openSanctionsHost],
  deadlineMs: 10_000,
  concurrency: 8,
  kind: 'instant',
  isOnByDefault: false,
  retry: { tries: 2, firstDelayMs: 500 },
  cost: { minorUnits: 10, currency: 'EUR' },
  // The lists are made anew about once a day.
  reuseMs: 24 * 3_600_000,
  settings: {
    apiKey: {
      type: 'string',
      description: 'The key of the hotel’s account.',
      default: '',
      isRequired: true,
      isSecret: true,
    },
    [monthlyCeilingName]: toMonthlyCeilingSetting(5_000),
    ...matchSettings,
  },
} as const satisfies ProviderManifest;
