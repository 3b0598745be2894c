import { toLocalDate } from '../domain/calendar.ts';
import { plusDays } from '../domain/statistics/time-steps.ts';
import { documentNights, listServerNights } from './demo-config.ts';
import { listedBirthDate } from './demo-watchlist.ts';
import type { FormAnswersOf } from './fill-form.ts';
import type { NewBooking } from '../sandbox/world/world-inputs.ts';

/** What the sandbox PMS must show of a guest in the end; `undefined`: nothing at all. */
export interface Expectation {
  readonly status: string;
  readonly outcome: string;
}

/** One thing that happens at the hotel, and how it must end for each guest of the booking, the booker first. */
export interface Scene {
  readonly story: string;
  readonly booking: NewBooking;
  readonly expected: readonly (Expectation | undefined)[];
  /** What happens once the first result stands in the PMS. */
  readonly edit?: { readonly birthDate?: string; readonly email?: string };
  readonly isCancelled?: true;
  /** What the desk asks the booker for by form, and what the booker answers; nothing yet where it is left out. */
  readonly asks?: { readonly topics: readonly string[]; readonly answers?: FormAnswersOf };
  /** What the guest shows on the page of an identity check. */
  readonly document?: { readonly firstName: string; readonly lastName: string; readonly birthDate: string };
}

const clear: Expectation = { status: 'Completed', outcome: 'Clear' };
const review: Expectation = { status: 'Completed', outcome: 'Review' };
const waiting: Expectation = { status: 'Waiting for guest', outcome: '' };
const flagged: Expectation = { status: 'Completed', outcome: 'Flagged' };

/** Whom the property has banned before the demo's first guest books. */
export const bannedPerson = {
  kind: 'ban',
  names: ['Marek Dvořák'],
  emails: ['marek.dvorak@posta.example'],
  reason: 'Smoked in room 204 and left without paying for the damage, March',
} as const;

/** The people of the demo are made up, and their addresses lead nowhere. */
export function toScenes(now: string, timeZone: string): readonly Scene[] {
  const today = toLocalDate(now, timeZone);
  const day = (offset: number): string => plusDays(today, offset);
  const yearsAgo = (count: number): string => String(Number(today.slice(0, 4)) - count);
  const born = (age: number): string => `${yearsAgo(age)}-02-11`;
  return [
    {
      story: 'books directly, nothing to say',
      booking: {
        arrivesOn: day(0),
        departsOn: day(3),
        sourceName: 'Direct',
        mainGuest: {
          firstName: 'Ingrid',
          lastName: 'Solheim',
          email: 'ingrid.solheim@post.example',
          phone: '+47 22 12 34 56',
          country: 'NO',
          birthDate: born(41),
        },
      },
      expected: [clear],
    },
    {
      story: 'is on the house list, spelled without accents',
      booking: {
        arrivesOn: day(0),
        departsOn: day(2),
        mainGuest: {
          firstName: 'MAREK',
          lastName: 'DVORAK',
          email: 'Marek.Dvorak@posta.example',
          phone: '+420 601 123 456',
          country: 'CZ',
        },
      },
      expected: [flagged],
    },
    {
      story: 'is on the sanctions list, which writes him in Cyrillic',
      booking: {
        arrivesOn: day(0),
        departsOn: day(2),
        mainGuest: {
          firstName: 'Yevgeny',
          lastName: 'Vostrikovsky',
          email: 'yevgeny@post.example',
          phone: '+49 30 123456',
          country: 'DE',
          birthDate: listedBirthDate,
        },
      },
      expected: [flagged],
    },
    {
      story: 'is sixteen and books alone',
      booking: {
        arrivesOn: day(1),
        departsOn: day(2),
        sourceName: 'Direct',
        mainGuest: {
          firstName: 'Lea',
          lastName: 'Marchetti',
          email: 'lea.marchetti@posta.example',
          phone: '+39 06 1234 5678',
          country: 'IT',
          birthDate: born(16),
        },
      },
      expected: [review],
    },
    {
      story: 'comes with the address of a booking site: the desk asks, and gets answers',
      booking: {
        arrivesOn: day(0),
        departsOn: day(4),
        sourceName: 'Booking.com',
        mainGuest: {
          firstName: 'Tomás',
          lastName: 'Quintana',
          email: 'tquintana.482913@guest.booking.com',
          phone: '+34 612 34 56 78',
          country: 'ES',
        },
      },
      asks: {
        topics: ['birthDate', 'email', 'document', 'arrivalTime'],
        answers: {
          firstName: 'Tomás',
          lastName: 'Quintana',
          'birthDate.day': '11',
          'birthDate.month': '2',
          'birthDate.year': yearsAgo(44),
          nationality: 'ES',
          country: 'ES',
          email: 'tomas.quintana@correo.example',
          phone: '+34 612 34 56 78',
          documentType: 'passport',
          documentNumber: 'PAA123456',
          documentIssuingCountry: 'ES',
          'documentIssuedOn.day': '5',
          'documentIssuedOn.month': '1',
          'documentIssuedOn.year': yearsAgo(6),
          'documentExpiresOn.day': '5',
          'documentExpiresOn.month': '1',
          'documentExpiresOn.year': yearsAgo(-4),
          arrivalTime: '21:30',
        },
      },
      expected: [clear],
    },
    {
      story: 'is asked for a document by form, and has not answered yet',
      booking: {
        arrivesOn: day(0),
        departsOn: day(3),
        sourceName: 'Direct',
        mainGuest: {
          firstName: 'Saoirse',
          lastName: 'Brannigan',
          email: 'saoirse.brannigan@post.example',
          phone: '+353 1 234 5678',
          country: 'IE',
          birthDate: born(33),
        },
      },
      asks: { topics: ['document', 'arrivalTime'] },
      expected: [waiting],
    },
    {
      story: 'a family of four',
      booking: {
        arrivesOn: day(0),
        departsOn: day(7),
        adults: 2,
        children: 2,
        mainGuest: {
          firstName: 'Anna',
          lastName: 'Lindqvist',
          email: 'anna.lindqvist@post.example',
          phone: '+46 8 123 456 78',
          country: 'SE',
          birthDate: born(38),
        },
        additionalGuests: [
          { firstName: 'Erik', lastName: 'Lindqvist', country: 'SE', birthDate: born(40) },
          { firstName: 'Maja', lastName: 'Lindqvist', country: 'SE', birthDate: born(9) },
          { firstName: 'Nils', lastName: 'Lindqvist', country: 'SE', birthDate: born(6) },
        ],
      },
      expected: [clear, clear, clear, clear],
    },
    {
      story: 'gives her birth date after booking: she is seventeen',
      booking: {
        arrivesOn: day(1),
        departsOn: day(2),
        mainGuest: {
          firstName: 'Yuki',
          lastName: 'Tanabe',
          email: 'yuki.tanabe@post.example',
          phone: '+81 3 1234 5678',
          country: 'JP',
        },
      },
      edit: { birthDate: born(17) },
      expected: [review],
    },
    {
      story: 'stays for three weeks, and shows a document first',
      booking: {
        arrivesOn: day(1),
        departsOn: day(1 + documentNights),
        mainGuest: {
          firstName: 'Amara',
          lastName: 'Okonjo',
          email: 'amara.okonjo@post.example',
          phone: '+44 20 7946 0123',
          country: 'GB',
          birthDate: born(52),
        },
      },
      document: { firstName: 'AMARA', lastName: 'OKONJO', birthDate: born(52) },
      expected: [clear],
    },
    {
      story: 'stays for two weeks, while the list server is down',
      booking: {
        arrivesOn: day(1),
        departsOn: day(1 + listServerNights),
        mainGuest: {
          firstName: 'Jorge',
          lastName: 'Salvatierra',
          email: 'jorge.salvatierra@post.example',
          phone: '+34 91 123 45 67',
          country: 'ES',
        },
      },
      expected: [clear],
    },
    {
      story: 'cancels at once',
      booking: {
        arrivesOn: day(6),
        departsOn: day(8),
        mainGuest: {
          firstName: 'Pieter',
          lastName: 'van Aken',
          email: 'pieter.vanaken@post.example',
          phone: '+32 2 123 45 67',
          country: 'BE',
        },
      },
      isCancelled: true,
      expected: [undefined],
    },
  ];
}
