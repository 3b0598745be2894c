import { expect, test } from '@jest/globals';
import type { StoredSubject } from '../../../src/ports/store.ts';
import { findNextStay } from '../../../src/screening/syncing/next-stay.ts';
import { toSampleFields, toSampleSubject } from '../domain/sample-subject.ts';

const today = '2026-11-23';

const toStay = (reservationId: string, dates: string, changes: Partial<StoredSubject> = {}): StoredSubject => {
  const [arrivesOn, departsOn] = dates.split(' ');
  const subject = toSampleSubject({ reservationId, fields: toSampleFields({ arrivesOn, departsOn }) });
  return { subject, fingerprint: 'f', isActive: true, currentScreeningId: `S-${reservationId}`, ...changes };
};
const neverScreened: StoredSubject = {
  subject: toSampleSubject({ reservationId: 'R0' }),
  fingerprint: 'f',
  isActive: true,
};
const past = toStay('R1', '2026-11-10 2026-11-12');
const leavingToday = toStay('R2', '2026-11-20 2026-11-23');
const inHouse = toStay('R3', '2026-11-22 2026-11-25');
const later = toStay('R4', '2026-12-24 2026-12-27');
const sameDay = toStay('R5', '2026-12-24 2026-12-26');
const cancelled = toStay('R6', '2026-11-23 2026-11-24', { isActive: false });

test.each([
  ['the stay under way comes before the next', [later, inHouse], 'R3'],
  ['a stay that ends today is still under way', [later, leavingToday], 'R2'],
  ['the next to come where none is under way', [sameDay, later, past], 'R4'],
  ['of two that begin together always the same', [later, sameDay], 'R4'],
  ['no stay that is off', [cancelled, later], 'R4'],
  ['no stay that was never screened', [neverScreened, later], 'R4'],
  ['none where all is past', [past], undefined],
  ['none where there is none', [], undefined],
] as const)('the PMS shows %s', (_which, stays, reservationId) => {
  expect(findNextStay(stays, today)?.subject.reservationId).toBe(reservationId);
});

test('the stays are left in their order', () => {
  const stays = [later, inHouse];
  findNextStay(stays, today);
  expect(stays).toEqual([later, inHouse]);
});
