import { expect, test } from '@jest/globals';
import { ServiceError } from '../../../src/domain/errors.ts';
import type { PropertyLook } from '../../../src/ports/doctor.ts';
import { checkProperty } from '../../../src/screening/doctor/check-pms.ts';

const property = { id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' };
const well: PropertyLook = {
  refused: [],
  subscriptions: { missing: [], doubled: [] },
  fields: { missing: [], short: [] },
};

async function check(
  seen: Partial<PropertyLook> | Error,
  { usesFields = true, signal = new AbortController().signal } = {},
) {
  const lookAtProperty = () => (seen instanceof Error ? Promise.reject(seen) : Promise.resolve({ ...well, ...seen }));
  const parts = {
    look: { lookAtProperty, findClockOffsetMs: () => 0 },
    webhookUrlFor: (secret: string) => `https://screening.example/${secret}`,
    usesFields: () => usesFields,
  };
  return checkProperty(property, parts, signal);
}

async function look(...seen: Parameters<typeof check>) {
  return (await check(...seen)).map(({ check: what, state }) => `${what} ${state}`);
}

test.each<[string, Partial<PropertyLook> | Error, readonly string[]]>([
  ['all is well', {}, ['pms_key ok', 'subscriptions ok', 'custom_fields ok']],
  [
    'a right is missing',
    { refused: [{ operation: 'getWebhooks', errorCode: 'pms_unauthorized' }] },
    ['pms_key problem', 'subscriptions ok', 'custom_fields ok'],
  ],
  [
    'an event is missing',
    { subscriptions: { missing: ['guest/created'], doubled: [] } },
    ['pms_key ok', 'subscriptions problem', 'custom_fields ok'],
  ],
  [
    'an event rings twice',
    { subscriptions: { missing: [], doubled: ['guest/created'] } },
    ['pms_key ok', 'subscriptions warning', 'custom_fields ok'],
  ],
  [
    'a field is missing',
    { fields: { missing: ['screening_link'], short: [] } },
    ['pms_key ok', 'subscriptions ok', 'custom_fields problem'],
  ],
  ['the key is wrong', new ServiceError('pms_unauthorized'), ['pms_key problem']],
  ['the PMS is down', new ServiceError('pms_unreachable'), ['pms_key problem']],
])('where %s', async (_what, seen, results) => {
  expect(await look(seen)).toEqual(results);
});

test('a property that is told in notes needs no fields', async () => {
  expect(await look({ fields: { missing: ['screening_link'], short: [] } }, { usesFields: false })).toEqual([
    'pms_key ok',
    'subscriptions ok',
  ]);
});

test('what there was no time for is no problem of the key', async () => {
  expect(await look(new Error('aborted'), { signal: AbortSignal.abort() })).toEqual(['pms_key warning']);
});

test.each<[string, Partial<PropertyLook>]>([
  ['events', { subscriptions: { missing: ['guest/created'], doubled: [] } }],
  ['fields', { fields: { missing: ['screening_link'], short: [] } }],
  [
    'fields of another length',
    { fields: { missing: [], short: [{ shortcode: 'screening_link', holds: 40, needs: 255 }] } },
  ],
])('what sets up %s is named: a restart within hours of the last look does not', async (_what, seen) => {
  const advice = (await check(seen)).filter(({ state }) => state !== 'ok').map((told) => told.advice);
  expect(advice).toEqual([expect.stringContaining('“Check and sync now”')]);
  expect(advice.join()).not.toMatch(/restart/i);
});
