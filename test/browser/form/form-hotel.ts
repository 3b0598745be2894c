import { fileURLToPath } from 'node:url';
import { toDay } from '../../support/days.ts';
import { eventually } from '../../support/eventually.ts';
import { type Hotel, openHotel } from '../../support/hotel.ts';

const pagesFolder = fileURLToPath(new URL('../../../dist/web/', import.meta.url));

/** Asks every guest for everything that a form can ask. */
export const everything = `
defaults:
  form:
    ask: always
    genderRequired: true
    marketing: true
    documentUpload: true
    fields: { birthDate: required, nationality: required, address: optional, document: required, purpose: optional, licencePlate: optional }
    questions:
      - { id: cot, name: Cot, isRequired: false, text: { en: Do you need a cot?, ar: هل تحتاج إلى سرير أطفال؟, ja: ベビーベッドは必要ですか }, choices: [{ id: yes_please, text: { en: 'Yes, please', ar: نعم, ja: はい } }, { id: no_thanks, text: { en: 'No, thanks', ar: لا, ja: いいえ } }] }
`;

/** The service with its built pages, and the PMS beside it, on a morning of their own: forms ask no browser what day it is. */
export async function openFormHotel(config = everything): Promise<Hotel> {
  const hotel = await openHotel({ config });
  await hotel.start({ pagesFolder });
  return hotel;
}

export interface AskedGuest {
  readonly guestId: string;
  readonly reservationId: string;
  /** Of the form, whole. */
  readonly url: string;
}

export interface Booking {
  readonly adults?: number;
  readonly country?: string;
  readonly lastName?: string;
}

/** A booking just made; answers once the PMS shows the link. */
export async function bookAsked(
  hotel: Hotel,
  { adults = 1, country = 'NO', lastName = 'Solheim' }: Booking = {},
): Promise<AskedGuest> {
  const mainGuest = { firstName: 'Ingrid', lastName, email: 'ingrid.1234@guest.booking.com', country };
  const { guestIds, reservationId } = hotel.sandbox.world.book({
    arrivesOn: toDay(3),
    departsOn: toDay(5),
    mainGuest,
    adults,
  });
  const [guestId] = guestIds;
  const url = await eventually(
    () => {
      const link = hotel.sandbox.world.readGuest(guestId).customFields.screening_link ?? '';
      return link.includes('/form/') ? link : undefined;
    },
    { what: `the form of guest ${guestId}` },
  );
  return { guestId, reservationId, url };
}
