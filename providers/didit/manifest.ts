import type { ProviderManifest } from '../../src/ports/check-provider.ts';
import { toMonthlyCeilingSetting } from '../../src/ports/monthly-ceiling.ts';
import { hostedSettings } from '../hosted-session/hosted-vendor.ts';

const hourMs = 3_600_000;

export const manifest = {
  id: 'didit',
  version: '1',
  label: 'Didit',
  description:
    'Has the guest show an identity document on a page of Didit, and compares its name and birth date with the booking. Needs an account with Didit.',
  reads: ['firstName', 'lastName', 'birthDate'],
  hosts: ['verification.didit.me'],
  deadlineMs: 15_000,
  concurrency: 8,
  kind: 'later',
  isOnByDefault: false,
  retry: { tries: 2, firstDelayMs: 500 },
  cost: { minorUnits: 33, currency: 'USD' },
  reuseMs: 180 * 24 * hourMs,
  // By default Didit's page expires after a week.
  later: { overdueAfterMs: 7 * 24 * hourMs, pollEveryMs: 2 * hourMs },
  settings: {
    apiKey: {
      type: 'string',
      description: 'The application’s API key. Two values while it is being changed: the first is used.',
      default: '',
      isRequired: true,
      isSecret: true,
    },
    webhookSecret: {
      type: 'string',
      description: 'The secret key of the webhook destination. Two values while it is being changed.',
      default: '',
      isSecret: true,
    },
    workflowId: {
      type: 'string',
      description: 'Which of the account’s workflows the guest goes through; it must verify an identity document.',
      default: '',
      isRequired: true,
    },
    ...hostedSettings,
    monthlyCeiling: toMonthlyCeilingSetting(5_000),
  },
} as const satisfies ProviderManifest;
