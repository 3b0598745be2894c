import { printReport } from '../figures/report.ts';
import { startChild } from '../process/start-child.ts';
import type { LoadQuestion, LoadResult } from './load.ts';
import { measureBusy } from './busy.ts';
import { openContest, type Contestant, contestants } from './contest.ts';

const rounds = 7;
const roundMs = 2_000;
const warmUpMs = 2_000;
const connections = 50;

/** `cpuMicroseconds`: what an event cost the main thread. */
type Result = LoadResult & { readonly cpuMicroseconds: number };

/** How many events a second the service takes in durably, beside what it is compared with, and how soon it answers. */
export async function run(): Promise<void> {
  const load = startChild(new URL('load-process.ts', import.meta.url));
  const deliver = async (question: LoadQuestion) => (await load.ask(question)) as LoadResult;
  const results = await compareAll(deliver);
  const busy = await measureBusy(deliver);
  await load.end();

  const perSecond = (name: Contestant) => results[name].map((result) => result.perSecond);
  const ratioTo = (name: Contestant) =>
    results.service.map((own, round) => own.perSecond / (perSecond(name)[round] ?? NaN));
  const cpu = (name: Contestant) => results[name].map((result) => result.cpuMicroseconds);
  const all = [...Object.values(results).flat(), ...busy];
  printReport('ingest', [
    { name: 'service', unit: 'events/s', values: perSecond('service') },
    { name: 'service p50', unit: 'ms', values: results.service.map(({ p50Ms }) => p50Ms) },
    { name: 'service p99', unit: 'ms', values: results.service.map(({ p99Ms }) => p99Ms), goal: { atMost: 10 } },
    { name: 'service, main thread', unit: 'µs/event', values: cpu('service') },
    { name: 'bare Express', unit: 'requests/s', values: perSecond('bare') },
    { name: 'bare Express p99', unit: 'ms', values: results.bare.map(({ p99Ms }) => p99Ms) },
    { name: 'bare Express, main thread', unit: 'µs/event', values: cpu('bare') },
    { name: 'Express, body unread', unit: 'requests/s', values: perSecond('unread') },
    { name: 'Express, body unread, main thread', unit: 'µs/event', values: cpu('unread') },
    { name: 'insert each', unit: 'events/s', values: perSecond('insert-each') },
    { name: 'insert each p99', unit: 'ms', values: results['insert-each'].map(({ p99Ms }) => p99Ms) },
    { name: 'no server at all', unit: 'requests/s', values: perSecond('floor') },
    { name: 'service ÷ bare Express', unit: '', values: ratioTo('bare'), goal: { atLeast: 0.5 } },
    { name: 'service ÷ Express, body unread', unit: '', values: ratioTo('unread') },
    { name: 'service ÷ insert each', unit: '', values: ratioTo('insert-each') },
    { name: 'busy p50', unit: 'ms', values: busy.map(({ p50Ms }) => p50Ms) },
    { name: 'busy p99', unit: 'ms', values: busy.map(({ p99Ms }) => p99Ms), goal: { atMost: 50 } },
    { name: 'busy slowest', unit: 'ms', values: busy.map(({ maxMs }) => maxMs) },
    { name: 'failures', unit: '', values: [all.reduce((sum, { failures }) => sum + failures, 0)], goal: { atMost: 0 } },
  ]);
}

/** Rounds take turns, so that what else the machine does hits all alike. */
async function compareAll(
  deliver: (question: LoadQuestion) => Promise<LoadResult>,
): Promise<Readonly<Record<Contestant, Result[]>>> {
  const contest = await openContest();
  const results: Record<Contestant, Result[]> = { service: [], bare: [], unread: [], 'insert-each': [], floor: [] };
  const measure = async (name: Contestant, forMs: number): Promise<Result> => {
    const cpuMsBefore = contest.readCpuMs(name);
    const result = await deliver({ url: contest.urls[name], propertyId: contest.propertyId, connections, forMs });
    const cpuMs = contest.readCpuMs(name) - cpuMsBefore;
    return { ...result, cpuMicroseconds: (cpuMs * 1_000) / result.events };
  };
  for (const name of contestants) await measure(name, warmUpMs);
  for (let round = 1; round <= rounds; round += 1) {
    for (const name of contestants) results[name].push(await measure(name, roundMs));
    console.log(`ingest: round ${round} of ${rounds}`);
  }
  await contest.close();
  return results;
}
