import type { ProviderManifest, SettingDefinition } from '../../src/ports/check-provider.ts';

const text = (description: string, value = ''): SettingDefinition => ({ type: 'string', description, default: value });
const secret = (description: string): SettingDefinition => ({ ...text(description), isSecret: true });

export const manifest = {
  id: 'generic-http',
  version: '1',
  label: 'Own service',
  description:
    'Asks any service over HTTP that the configuration describes: what it is sent, and how its answer is read, at once or by signed callback.',
  // What a template may name; a check is handed them, and sends those that the template does name.
  reads: [
    'firstName',
    'lastName',
    'email',
    'phone',
    'cellPhone',
    'birthDate',
    'country',
    'address',
    'address2',
    'city',
    'state',
    'zip',
    'documentType',
    'documentNumber',
    'documentIssuingCountry',
    'documentIssuedOn',
    'documentExpiresOn',
    'isMainGuest',
    'bookedOn',
    'arrivesOn',
    'departsOn',
    'adults',
    'children',
    'guestsListed',
    'sourceName',
  ],
  hosts: ['{url}'],
  deadlineMs: 20_000,
  concurrency: 8,
  kind: 'later',
  isOnByDefault: false,
  later: { overdueAfterMs: 7 * 24 * 3_600_000 },
  settings: {
    serviceName: text('What staff call the service, in reasons.', 'The service'),
    url: {
      ...text('Where it is asked, e.g. `https://screening.example/v1/checks`. The same for every guest.'),
      isRequired: true,
    },
    method: text('GET, POST, PUT or PATCH.', 'POST'),
    headers: text(
      'One per line, e.g. `Authorization: Bearer {{secret1}}`. May name `secret1`, `secret2` and `questionId`.',
    ),
    secret1: secret('For headers. Two values while it is being changed: the first is used.'),
    secret2: secret('For headers. Two values while it is being changed: the first is used.'),
    body: text(
      'JSON whose texts may name fields, e.g. `{"name": "{{firstName}} {{lastName}}", "adults": "{{adults}}"}`; also `questionId` and `callbackUrl`. A text that is one field becomes its value, or null.',
    ),
    bodyFormat: text('`json`, or `form` for a flat body that is sent as a form.', 'json'),
    requiredFields: text('Fields without which it is not asked and the guest is incomplete, e.g. `email, birthDate`.'),
    resultPointer: text('Where the answer says what was found, as JSON Pointer (RFC 6901).', '/result'),
    results: text(
      'What its values mean, one per line or separated by semicolons; the first that fits counts: `ok = clear; >= 80 = match likely; hit = match strong; unsure = incomplete; queued = pending`.',
    ),
    reasonPointer: text('Where the answer says why, in words for staff. Empty: nowhere.'),
    referencePointer: text('Where a pending answer says how the service calls the question, e.g. `/id`.'),
    guestUrlPointer: text('Where a pending answer names a page for the guest. Empty: nowhere.'),
    callbackSecret: secret('Under which callbacks are signed. Two values while it is being changed.'),
    signatureHeader: text('Of callbacks: HMAC-SHA256 in hex over `timestamp.body`.', 'x-signature'),
    timestampHeader: text('Of callbacks: seconds or milliseconds since 1970.', 'x-timestamp'),
    callbackToleranceS: {
      type: 'number',
      description: 'How old a callback may be, in seconds.',
      default: 300,
      minimum: 30,
      maximum: 3_600,
    },
    callbackResultPointer: text('Where a callback says what was found. Empty: as in answers.'),
    callbackReasonPointer: text('Where a callback says why. Empty: as in answers.'),
    callbackReferencePointer: text('Where a callback says which question it is about. Empty: as in answers.'),
  },
} as const satisfies ProviderManifest;
