import { expect, test } from '@jest/globals';
import type { BookedStay } from '../../src/sandbox/world/world.ts';
import { toDay } from '../support/days.ts';
import { eventually } from '../support/eventually.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';
import { runUntilKilled } from '../support/run-until-killed.ts';

const config = 'defaults: { writeBack: both }';

/** Between any two steps on the way of one booking; see `test/support/crashing-service.ts` for the words. */
const boundaries = [
  'after getHotels',
  'after postWebhook',
  'after postCustomField',
  'committed properties.save',
  'uncommitted events.addAll',
  'committed events.addAll',
  'committed properties.noteSyncStarted',
  'after getReservations',
  'after getGuestsModified',
  'uncommitted screenings.add',
  'committed screenings.add',
  'uncommitted properties.moveWatermark',
  'committed properties.moveWatermark',
  'committed jobs.claim',
  'uncommitted screenings.saveConclusion',
  'committed screenings.saveConclusion',
  'before putGuest',
  'after putGuest',
  'uncommitted writeBacks.save',
  'committed writeBacks.save',
  'before postGuestNote',
  'after postGuestNote',
  'committed jobs.complete',
];

test.concurrent.each(boundaries)(
  'killed at “%s”, the next start goes on: every guest right, one note each',
  async (boundary) => {
    const hotel = await openHotel({ config, sandbox: { webhooks: { retryDelayMs: 500 } } });
    try {
      const { environment } = hotel;
      // The booking waits for the service to have subscribed, so that the way begins with a bell.
      const provoke = { isReady: () => isConnected(hotel), then: () => void bookFamily(hotel) };
      await runUntilKilled({ boundary, environment, config, provoke, isFirstAtPms: true });
      await hotel.start();
      const { guestIds } =
        hotel.sandbox.world.listReservations().length === 0 ? bookFamily(hotel) : bookedGuests(hotel);
      for (const guestId of guestIds) {
        await hotel.untilShown(guestId, { screening_status: 'Completed', screening_outcome: 'Clear' });
        await untilNoted(hotel, guestId);
      }
      await hotel.untilIdle();
      for (const guestId of guestIds) expect(hotel.sandbox.world.listNotes(guestId)).toHaveLength(1);
      expect(
        countDoubles(hotel.sandbox.world.listSubscriptions().map(({ object, action }) => `${object}/${action}`)),
      ).toBe(0);
      expect(countDoubles(hotel.sandbox.world.listCustomFields().map(({ shortcode }) => shortcode))).toBe(0);
    } finally {
      await hotel.close();
    }
  },
  300_000,
);

function isConnected({ sandbox }: Hotel): boolean {
  const { getReservations = 0 } = sandbox.stats.requestsByOperation;
  return getReservations > 0 && sandbox.world.listCustomFields().length >= 5;
}

function bookFamily({ sandbox }: Hotel): BookedStay {
  return sandbox.world.book({
    arrivesOn: toDay(1),
    departsOn: toDay(4),
    adults: 2,
    mainGuest: { firstName: 'Ida', lastName: 'Berg', email: 'ida.berg@post.example', phone: '+47 22 12 34 56' },
    additionalGuests: [{ firstName: 'Per', lastName: 'Berg' }],
  });
}

function bookedGuests({ sandbox }: Hotel): { readonly guestIds: readonly string[] } {
  return { guestIds: sandbox.world.listReservations().flatMap(({ guestIds }) => guestIds) };
}

async function untilNoted({ sandbox }: Hotel, guestId: string): Promise<void> {
  await eventually(
    () =>
      sandbox.world.listNotes(guestId).some(({ text }) => text.startsWith('Guest screening: Completed – Clear')) ||
      undefined,
    { what: 'the note' },
  );
}

function countDoubles(values: readonly string[]): number {
  return values.length - new Set(values).size;
}
