import { printReport } from '../figures/report.ts';
import { toBookings } from '../hotel/bookings.ts';
import { openHotel, toHasShownAll, until } from '../hotel/open-hotel.ts';
import { readMetric } from '../hotel/read-metric.ts';

const rounds = 3;
const bookings = 6_000;

interface Round {
  readonly guests: number;
  readonly concludedSeconds: number;
  readonly writtenSeconds: number;
}

/** How fast 10,000 guests of a first sync are screened and written back where the PMS sets no limit. */
export async function run(): Promise<void> {
  const results: Round[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    results.push(await importAll());
    console.log(`throughput: round ${round} of ${rounds}`);
  }
  printReport('throughput', [
    { name: 'guests', unit: '', values: results.map(({ guests }) => guests) },
    { name: 'screened', unit: '/s', values: results.map((round) => round.guests / round.concludedSeconds) },
    { name: 'screened and written', unit: '/s', values: results.map((round) => round.guests / round.writtenSeconds) },
    { name: 'until all are screened', unit: 's', values: results.map(({ concludedSeconds }) => concludedSeconds) },
    { name: 'until all are written', unit: 's', values: results.map(({ writtenSeconds }) => writtenSeconds) },
  ]);
}

/** Counts from the first request of the sync that finds them. */
async function importAll(): Promise<Round> {
  const hotel = await openHotel({
    sandbox: { rateLimitPerSecond: Infinity },
    isBudgetLifted: true,
    execArgv: process.execArgv, // so that `node --cpu-prof bench/main.ts throughput` profiles the service too
  });
  const { world, stats } = hotel.sandbox;
  const guestIds = toBookings(bookings).flatMap((booking) => world.book(booking).guestIds);
  await hotel.start();
  await until(() => stats.requests.some(({ operation }) => operation === 'getReservations'), 5);
  const startedMs = performance.now();
  const toSeconds = () => (performance.now() - startedMs) / 1_000;
  await until(async () => (await countConcluded(hotel.url)) >= guestIds.length, 200);
  const concludedSeconds = toSeconds();
  await until(toHasShownAll(hotel.sandbox, guestIds));
  const writtenSeconds = toSeconds();
  await hotel.close();
  return { guests: guestIds.length, concludedSeconds, writtenSeconds };
}

async function countConcluded(url: string): Promise<number> {
  return readMetric(url, 'guest_screening_screenings_finished_total');
}
