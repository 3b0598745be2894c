import type { ProviderManifest } from '../../src/ports/check-provider.ts';

export const manifest = {
  id: 'new-provider',
  version: '1',
  label: 'New provider',
  description: 'Asks a service that the hotel runs itself whether it knows the guest.',
  reads: ['firstName', 'lastName', 'birthDate'],
  hosts: ['{serviceUrl}'],
  deadlineMs: 5_000,
  concurrency: 8,
  kind: 'instant',
  isOnByDefault: false,
  retry: { tries: 2, firstDelayMs: 200 },
  settings: {
    serviceUrl: {
      type: 'string',
      description: 'Where the service is, e.g. `http://screening.hotel.internal:8000`.',
      default: '',
      isRequired: true,
    },
    apiKey: { type: 'string', description: 'The key that the service asks for.', default: '', isSecret: true },
  },
} as const satisfies ProviderManifest;
