import type { ProviderManifest } from '../../src/ports/check-provider.ts';

export const manifest = {
  id: 'house-list',
  version: '1',
  label: 'House list',
  description:
    'Compares the guest with the people that the property itself bans or trusts. Nothing leaves the building.',
  reads: ['firstName', 'lastName', 'email', 'phone', 'cellPhone', 'country', 'birthDate', 'documentNumber'],
  hosts: [],
  deadlineMs: 5_000,
  concurrency: 16,
  kind: 'instant',
  settings: {},
} as const satisfies ProviderManifest;
