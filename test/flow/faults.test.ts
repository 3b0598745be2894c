import { expect, test } from '@jest/globals';
import type { FaultKind } from '../../src/sandbox/faults.ts';
import { toDay } from '../support/days.ts';
import { openHotel } from '../support/hotel.ts';

/** The slow start after the first takes longest, so it begins first. */
const kinds: readonly FaultKind[] = [
  'too_many_requests',
  'error_500',
  'error_503',
  'gateway_html',
  'connection_reset',
  'timeout',
  'applied_but_answer_lost',
];

const mainGuest = { firstName: 'Ragna', lastName: 'Canaryson', email: 'ragna.canaryson@post.example' };

test.concurrent.each(kinds.flatMap((kind) => ['get*', 'p*'].map((operation) => ({ kind, operation }))))(
  'after $kind on $operation every guest is right, with one note each',
  async ({ kind, operation }) => {
    const hotel = await openHotel({ config: 'defaults: { writeBack: both }' });
    try {
      const { world, faults, stats } = hotel.sandbox;
      faults.set({ kind, operation, count: 3, ...(kind === 'too_many_requests' && { retryAfterS: 1 }) });
      const { guestIds } = world.book({
        arrivesOn: toDay(1),
        departsOn: toDay(2),
        adults: 2,
        mainGuest,
        additionalGuests: [{ firstName: 'Leif', lastName: 'Canaryson' }],
      });
      await hotel.start(kind === 'timeout' ? { pmsDeadlineMs: 2_000 } : {});
      for (const guestId of guestIds) await hotel.untilShown(guestId, { screening_outcome: 'Clear' });
      await hotel.untilIdle();
      for (const guestId of guestIds) {
        expect(world.listNotes(guestId).map(({ text }) => text.split('\n')[0])).toEqual([
          'Guest screening: Completed – Clear',
        ]);
      }
      expect(stats.rateLimited).toBe(0);
      expect(new Set(world.listCustomFields().map(({ shortcode }) => shortcode)).size).toBe(5);
      expect(world.listCustomFields()).toHaveLength(5);
    } finally {
      await hotel.close();
    }
  },
);

test('what no webhook announced is found by the periodic sync', async () => {
  const hotel = await openHotel({ environment: { SYNC_INTERVAL_S: '5' }, sandbox: { webhooks: { loseShare: 1 } } });
  try {
    const { world } = hotel.sandbox;
    await hotel.start();
    await hotel.untilIdle();
    const [guestId] = world.book({ arrivesOn: toDay(1), departsOn: toDay(2), mainGuest }).guestIds;
    await hotel.untilShown(guestId, { screening_status: 'Completed' });
  } finally {
    await hotel.close();
  }
});
