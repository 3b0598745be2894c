import { describe, expect, test } from '@jest/globals';
import {
  type PersonHistory,
  type PersonStay,
  recognise,
  toPersonKeys,
  toKnownGuestFinding,
} from '../../../src/domain/known-guest.ts';
import type { SubjectFields } from '../../../src/domain/subject.ts';

const day = (number: number) => `2026-11-${String(number).padStart(2, '0')}`;
const noonOf = (number: number) => `${day(number)}T12:00:00.000Z`;

/** Cleared, and took place. */
const earlier: PersonStay = {
  reservationId: 'R1',
  guestId: 'G1',
  reservationStatus: 'checked_out',
  arrivesOn: day(2),
  outcome: 'clear',
  settledAt: noonOf(1),
};
const own: PersonStay = { reservationId: 'R2', guestId: 'G1', reservationStatus: 'confirmed', arrivesOn: day(20) };
const withdrawal = { reason: 'Forged', actor: 'night desk', at: noonOf(5) };

const recogniseWith = (history: Partial<PersonHistory>) =>
  recognise(own, { stays: [own], withdrawals: [], ...history });

describe('a guest is', () => {
  test.each<[string, Partial<PersonStay>, string]>([
    ['known, where an earlier stay was cleared by a machine', {}, 'known'],
    ['known, where a person approved it', { outcome: 'approved' }, 'known'],
    ['known, whatever the guest id was', { guestId: 'G9' }, 'known'],
    ['known, where the earlier stay goes on', { reservationStatus: 'checked_in' }, 'known'],
    ['new, where it was to be looked at', { outcome: 'review' }, 'new'],
    ['new, where it was flagged', { outcome: 'flagged' }, 'new'],
    ['new, where it was booked and cancelled', { reservationStatus: 'canceled' }, 'new'],
    ['new, where nobody came', { reservationStatus: 'no_show' }, 'new'],
    ['new, where it is yet to come', { reservationStatus: 'confirmed' }, 'new'],
    ['new, where it is later than this one', { arrivesOn: day(21) }, 'new'],
    ['new, where it is this one', { reservationId: own.reservationId }, 'new'],
  ])('%s', (_, changes, guest) => {
    expect(recogniseWith({ stays: [own, { ...earlier, ...changes }] })).toEqual({ guest });
  });

  test('new, where there was no stay before', () => {
    expect(recogniseWith({})).toEqual({ guest: 'new' });
  });

  test('new again after being declined, until cleared after that', () => {
    const declined = [{ reservationId: 'R3', at: noonOf(6) }];
    expect(recogniseWith({ stays: [earlier], declined }).guest).toBe('new');
    const cleared = { ...earlier, reservationId: 'R4', settledAt: noonOf(7) };
    expect(recogniseWith({ stays: [earlier, cleared], declined }).guest).toBe('known');
  });
});

const checked = { checkedAt: noonOf(8), timeZone: 'UTC' };

describe('a declined stay', () => {
  const told = { reservationId: 'R3', at: noonOf(6) };

  test('warns at every stay of the person, in the words of the latest', () => {
    const before = { reservationId: 'R1', at: noonOf(5) };
    expect(recogniseWith({ declined: [told, before] })).toEqual({ guest: 'new', declined: told });
  });

  test('warns at itself once it is screened again', () => {
    const itself = { ...told, reservationId: own.reservationId };
    const recognition = recogniseWith({ declined: [itself] });
    expect(recognition.declined).toEqual({ ...itself, isOwn: true });
    const text = 'Declined on 2026-11-06: this stay, before it was screened again';
    expect(toKnownGuestFinding(recognition, checked)?.reasons).toEqual([{ code: 'known_guest.declined', text }]);
  });

  test('warns no more once a person approved the guest after it, and not before', () => {
    expect(recogniseWith({ declined: [told], approvedAt: noonOf(5) }).declined).toEqual(told);
    expect(recogniseWith({ declined: [told], approvedAt: noonOf(7) })).toEqual({ guest: 'new' });
  });

  test('is told with its day and reservation', () => {
    const finding = toKnownGuestFinding({ declined: told }, checked);
    expect(finding).toMatchObject({ provider: 'known-guests', result: 'match', note: 'declined before' });
    expect(finding?.reasons).toEqual([
      { code: 'known_guest.declined', text: 'Declined on 2026-11-06: another stay of this person, reservation R3' },
    ]);
  });
});

test('whatever was said of a guest is told with the day that it was at the hotel', () => {
  const at = '2026-11-05T20:00:00.000Z';
  const said = { withdrawn: { ...withdrawal, at }, declined: { reservationId: 'R3', at } };
  const warnings = [{ text: 'Smokes', by: 'night desk', at }];
  const finding = toKnownGuestFinding({ ...said, warnings }, { ...checked, timeZone: 'Asia/Tokyo' });
  for (const { text } of finding?.reasons ?? []) expect(text).toContain('2026-11-06');
  expect(finding?.reasons).toHaveLength(3);
});

describe('a withdrawn verification', () => {
  test('undoes what was cleared before it, and warns', () => {
    expect(recogniseWith({ stays: [earlier], withdrawals: [withdrawal] })).toEqual({
      guest: 'new',
      withdrawn: withdrawal,
    });
  });

  test('warns in the words of the latest', () => {
    const later = { ...withdrawal, reason: 'Forged again', at: noonOf(6) };
    expect(recogniseWith({ withdrawals: [later, withdrawal] }).withdrawn).toBe(later);
  });

  test('warns on although a machine cleared a stay after it', () => {
    const cleared = { ...earlier, settledAt: noonOf(7) };
    expect(recogniseWith({ stays: [cleared], withdrawals: [withdrawal] }).withdrawn).toBe(withdrawal);
  });

  test('warns no more once a person approved the guest after it, and not before', () => {
    expect(recogniseWith({ withdrawals: [withdrawal], approvedAt: noonOf(4) }).withdrawn).toBe(withdrawal);
    expect(recogniseWith({ withdrawals: [withdrawal], approvedAt: noonOf(6) })).toEqual({ guest: 'new' });
    const approved = { ...earlier, outcome: 'approved' as const, settledAt: noonOf(6) };
    expect(recogniseWith({ stays: [approved], withdrawals: [withdrawal], approvedAt: noonOf(6) }).guest).toBe('known');
  });

  test('is told with its reason, and to the PMS without', () => {
    const finding = toKnownGuestFinding({ withdrawn: withdrawal }, checked);
    expect(finding).toMatchObject({ provider: 'known-guests', result: 'match', note: 'verification withdrawn' });
    expect(finding?.reasons).toEqual([
      { code: 'known_guest.withdrawn', text: 'Verification withdrawn on 2026-11-05 by night desk: Forged' },
    ]);
  });
});

describe('what a person has in common over guest ids', () => {
  const stay = { isMainGuest: true, arrivesOn: day(1), departsOn: day(2), adults: 1, children: 0 };
  const person: SubjectFields = {
    ...stay,
    firstName: 'Ana Maria',
    lastName: 'Fontes',
    birthDate: '1990-01-02',
    documentNumber: 'X 12-34',
    email: 'ana@example.com',
  };
  const shares = (changes: Partial<SubjectFields>) =>
    toPersonKeys({ ...person, ...changes }).some((key) => toPersonKeys(person).includes(key));

  test.each<[string, Partial<SubjectFields>, boolean]>([
    ['the document, with another e-mail address', { email: 'other@example.com' }, true],
    ['the e-mail address, with another document', { documentNumber: 'Y9' }, true],
    ['both in another spelling', { firstName: ' ANA  maria', email: 'ANA@example.com', documentNumber: 'x1234' }, true],
    ['neither', { email: 'other@example.com', documentNumber: 'Y9' }, false],
    ['another birth date', { birthDate: '1990-01-03' }, false],
    ['another name', { lastName: 'Fonte' }, false],
  ])('%s', (_, changes, expected) => {
    expect(shares(changes)).toBe(expected);
  });

  test('is nothing where the birth date is not known, or document and address are not', () => {
    const { firstName, lastName, birthDate, email } = person;
    if (firstName === undefined || lastName === undefined || birthDate === undefined || email === undefined) return;
    expect(toPersonKeys({ ...stay, firstName, lastName, email })).toEqual([]);
    expect(toPersonKeys({ ...stay, firstName, lastName, birthDate })).toEqual([]);
  });

  test('is no address that a booking site forwards from', () => {
    expect(toPersonKeys({ ...person, email: 'a.1@guest.booking.com' })).toHaveLength(1);
  });
});
