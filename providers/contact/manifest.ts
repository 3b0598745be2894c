import type { ProviderManifest } from '../../src/ports/check-provider.ts';

export const manifest = {
  id: 'contact',
  version: '1',
  label: 'Contact',
  description:
    'Tells whether the guest can be reached: e-mail address and phone, as they are written. Asks the name server for mail ' +
    'servers only where that is allowed.',
  reads: ['email', 'phone', 'cellPhone', 'country'],
  hosts: [],
  deadlineMs: 5_000,
  concurrency: 32,
  kind: 'instant',
  settings: {
    isMxLookupAllowed: {
      type: 'boolean',
      description:
        'Whether the name server of this machine may be asked for the mail servers of the address’s domain. The domain, ' +
        'never the address, then leaves the building by DNS.',
      default: false,
    },
  },
} as const satisfies ProviderManifest;
