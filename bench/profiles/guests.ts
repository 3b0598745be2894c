import type { Subject } from '../../src/domain/subject.ts';

export const propertyId = '1000';

const firstNames = [
  'Ana',
  'Maria',
  'João',
  'Sara',
  'Silvio',
  'Joanna',
  'Marek',
  'Олена',
  'Wei',
  'Fatima',
  'Ivo',
  'Rui',
];
const lastNames = ['Silva', 'Santos', 'Sorensen', 'Dvořák', 'Шевченко', 'Wang', 'Haddad', 'Marchetti', 'Andersson'];

/** Guests of one property; every tenth comes a second time under another id. */
export function* toGuests(count: number): Iterable<Subject> {
  for (let index = 0; index < count; index += 1) {
    const who = index % 10 === 9 ? index - 9 : index;
    const day = 1 + (index % 28);
    yield {
      propertyId,
      reservationId: `R${index}`,
      guestId: `G${index}`,
      reservationStatus: 'confirmed',
      fields: {
        firstName: firstNames[who % firstNames.length] ?? 'Ana',
        lastName: `${lastNames[who % lastNames.length] ?? 'Silva'}${who % 1_000}`,
        email: `guest${who}@post.example`,
        phone: `+35121${String(1_000_000 + who)}`,
        country: 'PT',
        isMainGuest: true,
        arrivesOn: `2026-12-${String(day).padStart(2, '0')}`,
        departsOn: '2026-12-31',
        adults: 1,
        children: 0,
      },
    };
  }
}
