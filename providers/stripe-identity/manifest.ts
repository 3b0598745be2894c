import type { ProviderManifest } from '../../src/ports/check-provider.ts';
import { toMonthlyCeilingSetting } from '../../src/ports/monthly-ceiling.ts';
import { hostedSettings } from '../hosted-session/hosted-vendor.ts';

const hourMs = 3_600_000;

export const manifest = {
  id: 'stripe-identity',
  version: '1',
  label: 'Stripe Identity',
  description:
    'Has the guest show an identity document on a page of Stripe, and compares its name and birth date with the booking. Needs an account with Stripe.',
  reads: ['firstName', 'lastName', 'birthDate'],
  hosts: ['api.stripe.com'],
  deadlineMs: 15_000,
  concurrency: 8,
  kind: 'later',
  isOnByDefault: false,
  retry: { tries: 2, firstDelayMs: 500 },
  cost: { minorUnits: 150, currency: 'USD' },
  reuseMs: 180 * 24 * hourMs,
  // The page's address lives 48 hours.
  later: { overdueAfterMs: 48 * hourMs, pollEveryMs: hourMs },
  settings: {
    apiKey: {
      type: 'string',
      description:
        'A restricted key (`rk_…`) that may write verification sessions and read their sensitive results. Two values while it is being changed: the first is used.',
      default: '',
      isRequired: true,
      isSecret: true,
    },
    webhookSecret: {
      type: 'string',
      description: 'The signing secret (`whsec_…`) of the webhook endpoint. Two values while it is being rolled.',
      default: '',
      isSecret: true,
    },
    requireSelfie: {
      type: 'boolean',
      description:
        'Whether a selfie must match the document’s picture. Faces are biometric data: the law may ask for consent.',
      default: false,
    },
    requireLiveCapture: {
      type: 'boolean',
      description: 'Whether the document must be photographed with the camera, not uploaded.',
      default: true,
    },
    compareBirthDate: {
      type: 'boolean',
      description: 'Whether the birth date on the document is fetched and compared, where the booking has one.',
      default: true,
    },
    ...hostedSettings,
    monthlyCeiling: toMonthlyCeilingSetting(15_000),
  },
} as const satisfies ProviderManifest;
