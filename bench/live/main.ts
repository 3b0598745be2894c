import { startSandbox } from '../../src/sandbox/start-sandbox.ts';
import { printReport } from '../figures/report.ts';
import { toQuantile } from '../figures/statistics.ts';
import { toBookings } from '../hotel/bookings.ts';
import { until } from '../hotel/open-hotel.ts';
import { readMetric } from '../hotel/read-metric.ts';
import { createServiceEnvironment } from '../hotel/service-environment.ts';
import { readMainThreadMs } from '../process/cpu-time.ts';
import { type Child, startChild } from '../process/start-child.ts';
import type { Committed, StormQuestion } from './storm-process.ts';
import { openViewer, type Viewer } from './viewer.ts';

const rounds = Number(process.env.BENCH_ROUNDS ?? 5);
const viewers = 100;
const perSecond = 200;
const seconds = 10;
const adminToken = 'bench-live-admin-token-of-32-characters';

interface Round {
  readonly delaysMs: readonly number[];
  /** Of one core, of the service's main thread. */
  readonly busyShare: number;
}

/** From the commit of what happens at a property to each of 100 viewers who follow it, during a storm of 200 entries a second. */
export async function run(): Promise<void> {
  const sandbox = await startSandbox();
  const environment = await createServiceEnvironment(sandbox);
  const child = startChild(new URL('storm-process.ts', import.meta.url), process.execArgv);
  try {
    const guests = toBookings(30).flatMap((booking) => sandbox.world.book(booking).guestIds);
    await ask(child, { environment: { ...environment.variables, ADMIN_TOKEN: adminToken } });
    const finished = 'guest_screening_screenings_finished_total';
    await until(async () => (await readMetric(environment.url, finished)) >= guests.length, 200);
    const place = { url: environment.url, propertyId: sandbox.propertyId };
    const quiet = await rage(child, { ...place, viewers: 0 });
    const results: Round[] = [];
    for (let round = 1; round <= rounds; round += 1) results.push(await rage(child, { ...place, viewers }));
    report(quiet, results);
  } finally {
    await child.end();
    await sandbox.close();
    environment.remove();
  }
}

function report(quiet: Round, results: readonly Round[]): void {
  const delay = (share: number) => results.map(({ delaysMs }) => toQuantile(delaysMs, share));
  printReport('live', [
    { name: 'entries seen', unit: '', values: results.map(({ delaysMs }) => delaysMs.length) },
    { name: 'delay, p50', unit: 'ms', values: delay(0.5) },
    { name: 'delay, p95', unit: 'ms', values: delay(0.95) },
    { name: 'delay, p99', unit: 'ms', values: delay(0.99) },
    { name: 'main thread, the storm alone', unit: '% of a core', values: [quiet.busyShare * 100] },
    { name: 'main thread, with viewers', unit: '% of a core', values: results.map((round) => round.busyShare * 100) },
  ]);
}

interface Place {
  readonly url: string;
  readonly propertyId: string;
  readonly viewers: number;
}

/** Throws where a viewer missed an entry or was told one twice. */
async function rage(child: Child, { url, propertyId, viewers: count }: Place): Promise<Round> {
  const opened: Viewer[] = [];
  for (let no = 0; no < count; no += 1) {
    opened.push(await openViewer(`${url}/api/v1/properties/${propertyId}/live`, adminToken));
  }
  const [startedMs, busyMs] = [performance.now(), readMainThreadMs(child.pid)];
  const events = perSecond * seconds;
  const committed = new Map(await ask(child, { events, perSecond, propertyId }));
  await until(() => opened.every(({ seen }) => seen.length >= events), 20);
  const busyShare = (readMainThreadMs(child.pid) - busyMs) / (performance.now() - startedMs);
  for (const viewer of opened) viewer.close();
  const missed = opened.filter(
    ({ seen }) => new Set(seen.map(({ at }) => at)).size !== events || seen.length !== events,
  );
  if (missed.length > 0) throw new Error(`${missed.length} viewers missed something`);
  const delaysMs = opened.flatMap(({ seen }) => seen.map(({ at, seenMs }) => seenMs - (committed.get(at) ?? NaN)));
  return { delaysMs, busyShare };
}

async function ask(child: Child, question: StormQuestion): Promise<Committed> {
  return ((await child.ask(question)) ?? []) as Committed;
}
