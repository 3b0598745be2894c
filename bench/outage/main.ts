import { setTimeout as pause } from 'node:timers/promises';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { isYoung, youngBirthDate } from '../day/plan.ts';
import { printReport } from '../figures/report.ts';
import { toBookings } from '../hotel/bookings.ts';
import { createKillableService, type KillableService } from '../hotel/killable-service.ts';
import { toHasShownAll, until } from '../hotel/open-hotel.ts';
import { startProgress } from '../hotel/progress.ts';
import { startStallWatch } from '../process/stall-watch.ts';

const requestsPerSecond = 5;
const pageSize = 100;
const outageMs = 6 * 3_600_000;
/** Of 500 guests. Those who booked change. */
const bookingsBefore = 300;
/** Of 700 guests. */
const bookings = 420;
/** The echo of the last write is looked into half a minute later: what that costs belongs to the recovery. */
const afterglowMs = 40_000;

/**
 * Recovery after six hours in which nobody listened and a thousand guests were new or changed, at the vendor's own limit: how
 * much it costs more than one write for each of them and the pages that name them. The hours are not waited for: the hotel and
 * the service before the outage live six hours ago, and what happens in the PMS moves the hotel's clock.
 */
export async function run(): Promise<void> {
  const time = { backMs: outageMs, isLimited: false };
  const sandbox = await startSandbox({
    now: () => new Date(Date.now() - time.backMs),
    rateLimitClockMs: createLimitClock(time),
  });
  const service = await createKillableService(sandbox, { environment: {} });
  const bookers = await liveBefore(sandbox, service);
  const changed = changeUnheard(sandbox, bookers, time);
  const pages = countPages(sandbox, changed);
  Object.assign(time, { backMs: 0, isLimited: true });
  sandbox.changeWebhookSettings({ loseShare: 0 });
  sandbox.stats.reset();

  const stalls = startStallWatch();
  const startedMs = performance.now();
  await service.start();
  let open = changed;
  const progress = startProgress(sandbox, () => [`${open.length} open`]);
  await until(() => (open = open.filter((guestId) => !isRight(sandbox, guestId))).length === 0, 100);
  progress.stop();
  const seconds = (performance.now() - startedMs) / 1_000;
  const requests = sandbox.stats.requests.length;
  const longestStallMs = stalls.longestMs();
  await pause(afterglowMs);
  report(sandbox, { guests: changed.length, pages, requests, seconds, longestStallMs });
  await service.end();
  await sandbox.close();
}

/** Until the limit counts, no two requests fall into one second. */
function createLimitClock(time: { readonly isLimited: boolean }): () => number {
  let freeMs = 0;
  return () => (time.isLimited ? freeMs + performance.now() : (freeMs += 1_000));
}

/** Six hours ago all was well, and every guest's result stood in the PMS. Answers who had booked. */
async function liveBefore(sandbox: Sandbox, service: KillableService): Promise<readonly string[]> {
  const stays = toBookings(bookingsBefore).map((booking) => sandbox.world.book(booking).guestIds);
  await service.start({ isBudgetLifted: true, clockBackMs: outageMs });
  await until(toHasShownAll(sandbox, stays.flat()), 100);
  await pause(5_000); // what was the last to be written is written down
  await service.stop();
  return stays.map(([bookerId]) => bookerId);
}

/** Bookings and edits in turn, evenly over the outage; each change is of another guest. Answers them. */
function changeUnheard({ world, ...sandbox }: Sandbox, bookers: readonly string[], time: { backMs: number }) {
  sandbox.changeWebhookSettings({ loseShare: 1 });
  const stays = toBookings(bookingsBefore + bookings).slice(bookingsBefore);
  const changes = [
    ...stays.map((stay, index) => ({ at: index / bookings, happen: () => world.book(stay).guestIds })),
    ...bookers.map((guestId, index) => ({ at: index / bookers.length, happen: () => makeYoung(guestId) })),
  ].sort((one, other) => one.at - other.at);
  return changes.flatMap(({ at, happen }) => {
    time.backMs = outageMs * (1 - at);
    return happen();
  });

  function makeYoung(guestId: string): readonly string[] {
    world.editGuest(guestId, { birthDate: youngBirthDate });
    return [guestId];
  }
}

/** The least reads: a page for each hundred reservations that changed, and for each hundred guests. */
function countPages({ world }: Sandbox, guestIds: readonly string[]): number {
  const reservationIds = new Set(guestIds.flatMap((guestId) => world.readGuest(guestId).reservationIds));
  return Math.ceil(reservationIds.size / pageSize) + Math.ceil(guestIds.length / pageSize);
}

/** Whoever is young now must be shown as one for a person to look at; the others have a result. */
function isRight({ world }: Sandbox, guestId: string): boolean {
  const guest = world.readGuest(guestId);
  const { screening_status: status, screening_outcome: outcome } = guest.customFields;
  return status === 'Completed' && (!isYoung(guest) || outcome === 'Review');
}

interface Recovery {
  readonly guests: number;
  readonly pages: number;
  readonly requests: number;
  readonly seconds: number;
  readonly longestStallMs: number;
}

function report({ stats }: Sandbox, { guests, pages, requests, seconds, longestStallMs }: Recovery): void {
  console.log('\noutage: requests by operation, until 40 s after the last result');
  for (const [operation, count] of Object.entries(stats.requestsByOperation)) {
    console.log(`  ${operation.padEnd(20)} ${String(count).padStart(5)}`);
  }
  const floor = guests + pages;
  const floorSeconds = floor / requestsPerSecond;
  printReport('outage', [
    { name: 'guests new or changed', unit: '', values: [guests] },
    { name: 'floor: one write for each, and the pages', unit: 'requests', values: [floor] },
    { name: 'requests until all were right', unit: '', values: [requests] },
    { name: 'requests ÷ guests', unit: '', values: [requests / guests], goal: { atMost: 1.15 } },
    { name: 'the same, with the echoes of 40 s more', unit: '', values: [stats.requests.length / guests] },
    { name: 'floor: the requests of the floor at the limit', unit: 's', values: [floorSeconds] },
    { name: 'from the start of the process until all were right', unit: 's', values: [seconds] },
    { name: 'time ÷ floor', unit: '', values: [seconds / floorSeconds], goal: { atMost: 1.1 } },
    { name: '429s', unit: '', values: [stats.rateLimited], goal: { atMost: 0 } },
    { name: 'longest stall of the sandbox', unit: 'ms', values: [longestStallMs] },
  ]);
}
