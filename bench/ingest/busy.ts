import { toBookings } from '../hotel/bookings.ts';
import { openHotel } from '../hotel/open-hotel.ts';
import type { LoadQuestion, LoadResult } from './load.ts';

const rounds = 3;
const bookings = 3_000;
const forMs = 5_000;
const connections = 50;
/** More than a PMS would send; little enough that it is the other work that makes the service busy. */
const perSecond = 200;

/** Events while the service imports, screens and writes back 5,000 guests as fast as it can. */
export async function measureBusy(deliver: (question: LoadQuestion) => Promise<LoadResult>): Promise<LoadResult[]> {
  const results: LoadResult[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const hotel = await openHotel({ sandbox: { rateLimitPerSecond: Infinity }, isBudgetLifted: true });
    const { world, stats, propertyId } = hotel.sandbox;
    for (const booking of toBookings(bookings)) world.book(booking);
    await hotel.start();
    const url = await hotel.webhookUrl();
    results.push(await deliver({ url, propertyId, connections, forMs, perSecond }));
    const written = stats.requestsByOperation.putGuest ?? 0;
    console.log(`ingest: busy round ${round} of ${rounds}, ${written} guests written back meanwhile`);
    await hotel.close();
  }
  return results;
}
