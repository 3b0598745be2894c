import { createProviderDoors } from '../../../src/checks/http/provider-doors.ts';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { toDemoConfig } from '../../../src/demo/demo-config.ts';
import { startDemoVendors } from '../../../src/demo/demo-vendors.ts';
import { demoWatchlist, listedBirthDate } from '../../../src/demo/demo-watchlist.ts';
import type { NewBooking } from '../../../src/sandbox/world/world-inputs.ts';
import { daytimeZone, toDaytimeDay } from '../../support/browser/daytime.ts';
import { eventually } from '../../support/eventually.ts';
import { type Hotel, openHotel } from '../../support/hotel.ts';

/** An evening at a hotel: who comes, by what becomes of them. Nobody of them lives. */
export interface Evening {
  readonly hotel: Hotel;
  readonly propertyId: string;
  /** Guests of tonight, as the page counts them. */
  readonly counts: { all: number; readonly look: number; readonly waiting: number; fine: number };
  book(booking: Partial<NewBooking> & Pick<NewBooking, 'mainGuest'>): readonly string[];
  close(): Promise<void>;
}

export async function openEvening(): Promise<Evening> {
  const vendors = await startDemoVendors();
  const { properties } = JSON.parse(toDemoConfig('any', vendors)) as { properties: Record<string, object> };
  const config = JSON.stringify({ defaults: properties.any });
  const property = { name: 'Hotel Miradouro', timezone: daytimeZone, city: 'Lisbon', country: 'PT' };
  const hotel = await openHotel({ config, clock: systemClock, sandbox: { properties: [property] } });
  await hotel.start({ doors: createProviderDoors({ testRoutes: vendors.routes }) });
  const { propertyId } = hotel.sandbox;
  const lists = `/api/v1/properties/${propertyId}`;
  // The key opens the property; asked of the figures of the sandbox, since the API counts who asks too often.
  await eventually(() => hotel.sandbox.world.listCustomFields().length > 0 || undefined, { what: 'the property' });
  await hotel.untilIdle();
  await hotel.api('POST', `${lists}/house-list`, banned);
  await hotel.api('POST', `${lists}/watchlists/own`, demoWatchlist);
  const book: Evening['book'] = (booking) =>
    hotel.sandbox.world.book({ arrivesOn: toDaytimeDay(0), departsOn: toDaytimeDay(3), ...booking }).guestIds;
  for (const booking of toBookings()) book(booking);
  await hotel.untilIdle();
  return {
    hotel,
    propertyId,
    counts: { all: 12, look: 3, waiting: 1, fine: 8 },
    book,
    close: async () => {
      await hotel.close();
      await vendors.close();
    },
  };
}

const banned = {
  kind: 'ban',
  names: ['Marek Dvořák'],
  emails: ['marek.dvorak@posta.example'],
  reason: 'Smoked in room 204 and left without paying for the damage, March',
};

function toBookings(): readonly (Partial<NewBooking> & Pick<NewBooking, 'mainGuest'>)[] {
  const fine = [
    ['Ingrid', 'Solheim', 'NO', '+47 22 12 34 56'],
    ['Tomás', 'Quintana', 'ES', '+34 612 34 56 78'],
    ['Priya', 'Raghavan', 'IN', '+91 98765 43210'],
    ['Olivier', 'Beaumarchais', 'FR', '+33 1 23 45 67 89'],
  ] as const;
  return [
    ...fine.map(([firstName, lastName, country, phone]) => ({
      mainGuest: { firstName, lastName, country, phone, email: `${lastName.toLowerCase()}@post.example` },
    })),
    {
      mainGuest: {
        firstName: 'Marek',
        lastName: 'Dvorak',
        email: 'Marek.Dvorak@posta.example',
        phone: '+420 601 123 456',
        country: 'CZ',
      },
    },
    {
      mainGuest: {
        firstName: 'Yevgeny',
        lastName: 'Vostrikovsky',
        email: 'yevgeny@post.example',
        phone: '+49 30 123456',
        country: 'DE',
        birthDate: listedBirthDate,
      },
    },
    {
      departsOn: toDaytimeDay(1),
      mainGuest: {
        firstName: 'Lea',
        lastName: 'Marchetti',
        email: 'lea.marchetti@posta.example',
        phone: '+39 06 1234 5678',
        country: 'IT',
        birthDate: `${Number(toDaytimeDay(0).slice(0, 4)) - 16}-02-11`,
      },
    },
    {
      departsOn: toDaytimeDay(21),
      mainGuest: {
        firstName: 'Amara',
        lastName: 'Okonjo',
        email: 'amara.okonjo@post.example',
        phone: '+44 20 7946 0958',
        country: 'GB',
        birthDate: '1988-05-17',
      },
    },
    {
      adults: 2,
      children: 2,
      mainGuest: {
        firstName: 'Anna',
        lastName: 'Lindqvist',
        email: 'anna.lindqvist@post.example',
        phone: '+46 8 123 456 78',
        country: 'SE',
      },
      additionalGuests: [
        { firstName: 'Erik', lastName: 'Lindqvist', country: 'SE' },
        { firstName: 'Maja', lastName: 'Lindqvist', country: 'SE', birthDate: '2017-02-11' },
        { firstName: 'Nils', lastName: 'Lindqvist', country: 'SE', birthDate: '2020-02-11' },
      ],
    },
    {
      arrivesOn: toDaytimeDay(1),
      departsOn: toDaytimeDay(4),
      mainGuest: { firstName: 'Hana', lastName: 'Kuroda', email: 'hana@post.example', country: 'JP' },
    },
  ];
}
