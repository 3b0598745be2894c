import { setTimeout as pause } from 'node:timers/promises';
import { faultKinds } from '../../src/sandbox/faults.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { printReport } from '../figures/report.ts';
import { createKillableService } from '../hotel/killable-service.ts';
import { until } from '../hotel/open-hotel.ts';
import { startProgress } from '../hotel/progress.ts';
import { startStallWatch } from '../process/stall-watch.ts';
import { createGuestWatch, type GuestWatch } from './guest-watch.ts';
import { type Happening, toHappenings } from './plan.ts';

/** A tenth of them asks for a tenth of the time: DAY_MINUTES. */
const guests = Number(process.env.BENCH_GUESTS ?? 5_000);
const properties = guests / 100;
/** Of them, those that are told by a note. */
const byNote = Math.ceil(properties / 10);
const edits = guests * 0.4;
/** Bookings of these parties: 25 guests on 15. */
const bookings = (guests * 15) / 25;
/** A technology partner's key, whose limit all fifty share. */
const requestsPerSecond = 10;
const minutes = Number(process.env.DAY_MINUTES ?? 15);
const faultShare = 0.02;

/**
 * A day of fifty hotels on one key, in a quarter of an hour: the time is compressed and the budget is not. A tenth of the
 * events is lost, a third comes twice, all overtake each other; two of a hundred requests go wrong, in every way that there is;
 * the service is killed three times.
 */
export async function run(): Promise<void> {
  const propertyIds = Array.from({ length: properties }, (_, index) => String(7_000 + index));
  const sandbox = await startSandbox({
    rateLimitPerSecond: requestsPerSecond,
    properties: propertyIds.map((propertyId) => ({ propertyId })),
  });
  const noted = new Set(propertyIds.slice(0, byNote));
  const config = JSON.stringify({
    properties: Object.fromEntries([...noted].map((propertyId) => [propertyId, { writeBack: 'note' }])),
  });
  const service = await createKillableService(sandbox, {
    config,
    environment: { CLOUDBEDS_RATE_LIMIT: String(requestsPerSecond), SYNC_INTERVAL_S: '60' },
  });
  await service.start();
  await until(() => sandbox.world.listSubscriptions(propertyIds.at(-1)).length >= 8);
  await pause(20_000); // the first syncs, of hotels without guests, are over
  beginTrouble(sandbox);

  const lengthMs = minutes * 60_000;
  const watch = createGuestWatch(sandbox.world, noted);
  const happenings = toHappenings({ propertyIds, bookings, edits, lengthMs });
  const progress = startProgress(sandbox, () => watch.describe());
  const stalls = startStallWatch();
  const day = live(sandbox, happenings, watch);
  for (let kill = 0; kill < 3; kill += 1) {
    await pause(lengthMs / 4);
    await service.kill();
    await service.start();
  }
  await day;
  const dayRequests = countRequests(sandbox, noted);
  await allShown(watch);
  progress.stop();
  report(sandbox, { watch, noted, dayRequests, longestStallMs: stalls.longestMs() });
  await service.end();
  await sandbox.close();
}

/** Who is still not shown after so long, is counted as wrong. */
const patienceMs = 600_000;

async function allShown(watch: GuestWatch): Promise<void> {
  const endsAtMs = performance.now() + patienceMs;
  while (watch.countOpen() > 0 && performance.now() < endsAtMs) await pause(500);
}

function beginTrouble(sandbox: Sandbox): void {
  const { stats, faults } = sandbox;
  stats.reset();
  sandbox.changeWebhookSettings({ loseShare: 0.1, duplicateShare: 0.3, shuffle: true });
  for (const kind of faultKinds) faults.set({ kind, operation: '*', probability: faultShare / faultKinds.length });
}

async function live({ world }: Sandbox, happenings: readonly Happening[], watch: GuestWatch): Promise<void> {
  const beganMs = performance.now();
  for (const { atMs, happen } of happenings) {
    const leftMs = beganMs + atMs - performance.now();
    if (leftMs > 0) await pause(leftMs);
    for (const guestId of happen(world)) watch.follow(guestId);
  }
}

function countRequests({ stats }: Sandbox, noted: ReadonlySet<string>): number {
  return stats.requests.filter(({ propertyId }) => propertyId === undefined || !noted.has(propertyId)).length;
}

interface Day {
  readonly watch: GuestWatch;
  readonly noted: ReadonlySet<string>;
  readonly dayRequests: number;
  readonly longestStallMs: number;
}

function report(sandbox: Sandbox, { watch, noted, dayRequests, longestStallMs }: Day): void {
  const { stats } = sandbox;
  const counts = watch.judge();
  console.log('\nday: requests by operation');
  for (const [operation, count] of Object.entries(stats.requestsByOperation)) {
    console.log(`  ${operation.padEnd(24)} ${String(count).padStart(6)}`);
  }
  const all = countRequests(sandbox, noted);
  printReport('day', [
    { name: 'changes followed', unit: '', values: [counts.changes] },
    { name: 'guests right in the PMS', unit: '', values: [counts.right] },
    { name: 'guests wrong in the PMS', unit: '', values: [counts.wrong], goal: { atMost: 0 } },
    { name: 'noted guests without exactly one note', unit: '', values: [counts.notOneNote], goal: { atMost: 0 } },
    { name: '429s of the limit', unit: '', values: [stats.rateLimited], goal: { atMost: 0 } },
    { name: 'longest stall of the sandbox', unit: 'ms', values: [longestStallMs] },
    { name: 'refusals', unit: '', values: [stats.refusals], goal: { atMost: 0 } },
    {
      name: 'requests per screened change',
      unit: '',
      values: [all / counts.changesByFields],
      goal: { atMost: 1.15 },
    },
    { name: 'the same until the last change', unit: '', values: [dayRequests / counts.changesByFields] },
    { name: 'change to PMS, p50', unit: 's', values: [counts.p50Seconds] },
    { name: 'change to PMS, p95', unit: 's', values: [counts.p95Seconds] },
    { name: 'change to PMS, longest', unit: 's', values: [counts.longestSeconds] },
  ]);
}
