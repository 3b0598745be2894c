import { createHash } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { toFingerprint } from '../../../src/domain/fingerprint.ts';
import type { SubjectFields } from '../../../src/domain/subject.ts';
import { toSampleFields } from './sample-subject.ts';

const digest = (text: string) => createHash('sha256').update(text).digest('hex');
const fingerprintOf = (fields: SubjectFields) => toFingerprint(fields, digest);
const usual = fingerprintOf(toSampleFields());

test('the order of fields does not matter', () => {
  const turned = Object.fromEntries(Object.entries(toSampleFields()).reverse()) as unknown as SubjectFields;
  expect(fingerprintOf(turned)).toBe(usual);
});

test('a field that is undefined is a field that is absent', () => {
  expect(fingerprintOf({ ...toSampleFields(), city: undefined } as unknown as SubjectFields)).toBe(usual);
});

test.each([
  ['our own custom field', { screening_status: 'Completed' }],
  ['a field that the PMS may add one day', { loyaltyLevel: 'gold' }],
])('%s leaves it as it is', (_what, extra) => {
  expect(fingerprintOf({ ...toSampleFields(), ...extra })).toBe(usual);
});

test.each([
  ['the name', { lastName: 'Moreaux' }],
  ['the case of the name', { lastName: 'MOREAU' }],
  ['the birth date', { birthDate: '1985-12-11' }],
  ['a document that is gone', { documentNumber: undefined }],
  ['a document that is new', { documentIssuingCountry: 'FR' }],
  ['the number of guests listed', { guestsListed: 3 }],
  ['the day of departure', { departsOn: '2026-11-27' }],
  ['whose booking it is', { isMainGuest: false }],
])('%s changes it', (_what, change) => {
  expect(fingerprintOf(toSampleFields(change))).not.toBe(usual);
});

test('a value does not pass for another field’s', () => {
  const asCity = toSampleFields({ city: 'Berlin', state: undefined });
  const asState = toSampleFields({ city: undefined, state: 'Berlin' });
  expect(fingerprintOf(asCity)).not.toBe(fingerprintOf(asState));
});

test('what is digested is left to the digest: nothing readable comes out', () => {
  expect(usual).toMatch(/^[0-9a-f]{64}$/);
});
