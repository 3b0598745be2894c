import { createRandom, toSubject } from './people.ts';
import { toScreeningId } from './seed-rows.ts';
import { type HotelChain, screeningsOf, toPropertyId } from './seed.ts';

export const questionKinds = [
  'list',
  'list from a day on',
  'search by beginning',
  'search by name',
  'search by e-mail',
  'detail',
  'arrivals',
] as const;

export type QuestionKind = (typeof questionKinds)[number];

/** What is asked in the given turn: of another guest and mostly of another property than in the turn before. */
export function toQuestion(kind: QuestionKind, turn: number, { properties, guests }: HotelChain): string {
  const random = createRandom(turn + 7);
  const property = Math.floor(random() * properties);
  const guestNo = property * guests + Math.floor(random() * guests);
  const propertyId = toPropertyId(property);
  const { fields } = toSubject(guestNo, 0, { propertyId, arrivesOn: '2026-01-01' });
  const { firstName, lastName = '', email = '' } = fields;
  const list = `/api/v1/properties/${propertyId}/screenings`;
  const search = (text: string) => `${list}?q=${encodeURIComponent(text)}`;
  switch (kind) {
    case 'list':
      return list;
    case 'list from a day on':
      return `${list}?arrivalFrom=2026-10-${String(1 + (turn % 28)).padStart(2, '0')}&limit=100`;
    case 'search by beginning':
      return search(lastName.slice(0, 2));
    case 'search by name':
      return search(`${firstName} ${lastName}`);
    case 'search by e-mail':
      return search(email);
    case 'detail':
      return `/api/v1/screenings/${toScreeningId(guestNo * 2 + 1, screeningsOf(guestNo * 2 + 1))}`;
    case 'arrivals':
      return `/api/v1/properties/${propertyId}/arrivals`;
  }
}
