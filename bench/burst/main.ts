import { setTimeout as pause } from 'node:timers/promises';
import { printReport } from '../figures/report.ts';
import { toBookings } from '../hotel/bookings.ts';
import { openHotel, toHasShownAll, until } from '../hotel/open-hotel.ts';
import { startStallWatch } from '../process/stall-watch.ts';
import type { RequestLogEntry, SandboxStats } from '../../src/sandbox/stats.ts';

const bookings = 300;
const requestsPerSecond = 5;
/** The echo of the last write is looked into half a minute later: what that costs belongs to the burst. */
const afterglowMs = 40_000;

/**
 * What a burst of bookings costs at the vendor's own limit: 500 new guests on 300 reservations, every event delivered
 * twice and out of order. One run takes two and a half minutes.
 */
export async function run(): Promise<void> {
  const hotel = await openHotel({ sandbox: { webhooks: { duplicateShare: 1, shuffle: true } } });
  const { sandbox } = hotel;
  const { world, stats } = sandbox;
  await hotel.start();
  await hotel.webhookUrl();
  await until(() => stats.requestsByOperation.getReservations !== undefined);
  await pause(2_000); // the first sync, of a hotel without guests, is over
  stats.reset();

  const stalls = startStallWatch();
  const bookedAtMs = performance.now();
  const guestIds = toBookings(bookings).flatMap((booking) => world.book(booking).guestIds);
  await until(toHasShownAll(sandbox, guestIds), 100);
  const seconds = (performance.now() - bookedAtMs) / 1_000;
  const upToTheLast = { ...stats.requestsByOperation };
  const requests = [...stats.requests];
  const shown = toFigures(requests, { guests: guestIds.length, seconds });
  await pause(afterglowMs);
  await sandbox.deliveriesSettled();
  printOperations(upToTheLast, stats);
  printReport('burst', [
    ...shown,
    { name: 'requests per guest, echoes included', unit: '', values: [stats.requests.length / guestIds.length] },
    { name: 'refusals', unit: '', values: [stats.refusals], goal: { atMost: 0 } },
    { name: 'longest stall of the sandbox', unit: 'ms', values: [stalls.longestMs()] },
    { name: '429s', unit: '', values: [countStatus(stats, 429)], goal: { atMost: 0 } },
    { name: 'events delivered', unit: '', values: [stats.deliveries.attempted] },
    { name: 'events not acknowledged', unit: '', values: [stats.deliveries.failed], goal: { atMost: 0 } },
  ]);
  await hotel.close();
}

function toFigures(requests: readonly RequestLogEntry[], { guests, seconds }: { guests: number; seconds: number }) {
  const writes = requests.filter(({ operation }) => operation === 'putGuest').map(({ atMs }) => atMs);
  const firstMs = Math.min(...writes);
  const lastMs = Math.max(...writes);
  // The first request of a span opens it: what is spent in it are the others.
  const inSpan = requests.filter(({ atMs }) => atMs > firstMs && atMs <= lastMs).length;
  const used = inSpan / (requestsPerSecond * ((lastMs - firstMs) / 1_000));
  return [
    { name: 'guests', unit: '', values: [guests] },
    { name: 'booked to last result', unit: 's', values: [seconds] },
    { name: 'requests per guest', unit: '', values: [requests.length / guests], goal: { atMost: 1.1 } },
    { name: 'writes per guest', unit: '', values: [writes.length / guests] },
    { name: 'budget used', unit: '', values: [used], goal: { atLeast: 0.9 } },
  ];
}

function printOperations(upToTheLast: Readonly<Record<string, number>>, stats: SandboxStats): void {
  console.log('\nburst: requests by operation, up to the last result and 40 s later');
  for (const [operation, count] of Object.entries(stats.requestsByOperation)) {
    console.log(
      `  ${operation.padEnd(20)} ${String(upToTheLast[operation] ?? 0).padStart(5)} ${String(count).padStart(5)}`,
    );
  }
}

function countStatus({ requests }: SandboxStats, status: number): number {
  return requests.filter((request) => request.status === status).length;
}
