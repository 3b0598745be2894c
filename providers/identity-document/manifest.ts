import type { ProviderManifest } from '../../src/ports/check-provider.ts';

export const manifest = {
  id: 'identity-document',
  version: '1',
  label: 'Identity document',
  description:
    'Looks for mistakes in what the guest or the desk entered of an identity document: check digits, formats, dates, and the ' +
    'machine-readable zone against the rest. No image is needed or kept, and nothing leaves the building.',
  reads: [
    'firstName',
    'lastName',
    'birthDate',
    'documentType',
    'documentNumber',
    'documentIssuingCountry',
    'documentIssuedOn',
    'documentExpiresOn',
    'documentMrz',
    'isMainGuest',
    'arrivesOn',
    'departsOn',
  ],
  hosts: [],
  deadlineMs: 1_000,
  concurrency: 64,
  kind: 'instant',
  settings: {
    isRequired: {
      type: 'boolean',
      description: 'Whether a guest of whom no document is entered is incomplete rather than clear.',
      default: false,
    },
    minimumAgeYears: {
      type: 'number',
      description: 'From this age, on the day of arrival, the main guest may stay; 0 asks for no age.',
      default: 0,
      minimum: 0,
      maximum: 99,
    },
  },
} as const satisfies ProviderManifest;
