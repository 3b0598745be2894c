import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Figure, printReport } from '../figures/report.ts';
import { startBenchVendor } from './bench-vendor.ts';
import { createAsking, createInstant, fields, openBenchKit } from './kit-of-one.ts';

/** What the kit costs per check, what a thousand checks in flight cost, and what a dead vendor costs. */
export async function run(): Promise<void> {
  printReport('checks', [
    ...(await measureOverhead()),
    ...(await measureDoor()),
    ...(await measureCrowd()),
    ...(await measureDeadVendor()),
  ]);
}

const rounds = 5;

async function measureOverhead(): Promise<Figure[]> {
  const count = 20_000;
  const provider = createInstant();
  const plain = await openBenchKit(provider);
  const reusing = await openBenchKit(createInstant({ reuseMs: 86_400_000 }));
  const context = {} as Parameters<typeof provider.check>[1];
  const direct = await eachRound(() => timePerCall(count, () => provider.check(fields, context)));
  const kit = await eachRound(() => timePerCall(count, (question) => plain.ask(question)));
  await reusing.ask(0);
  const reused = await eachRound(() => timePerCall(2_000, (question) => reusing.ask(question)));
  const fresh = await eachRound((round) =>
    timePerCall(2_000, (question) => reusing.ask(question, { firstName: `${round} ${question}` })),
  );
  await plain.close();
  await reusing.close();
  return [
    { name: 'function called directly', unit: 'µs', values: direct },
    { name: 'through the kit', unit: 'µs', values: kit },
    { name: 'kept and reused: an answer that stands', unit: 'µs', values: reused },
    { name: 'kept and reused: a new answer, kept on disk', unit: 'µs', values: fresh },
  ];
}

/** One request at a time to a vendor on this machine that answers at once. */
async function measureDoor(): Promise<Figure[]> {
  const vendor = await startBenchVendor(0);
  const kit = await openBenchKit(createAsking(vendor.url));
  const body = JSON.stringify(fields);
  const direct = async (): Promise<void> => {
    const headers = { 'content-type': 'application/json' };
    await (await fetch(`${vendor.url}/check`, { method: 'POST', headers, body })).json();
  };
  const fetched = await eachRound(() => timePerCall(500, direct));
  const asked = await eachRound(() => timePerCall(500, (question) => kit.ask(question)));
  await kit.close();
  await vendor.close();
  return [
    { name: 'a request by fetch, without the kit', unit: 'µs', values: fetched },
    { name: 'a request through kit and door', unit: 'µs', values: asked },
  ];
}

async function measureCrowd(): Promise<Figure[]> {
  const crowd = 1_000;
  const vendor = await startBenchVendor(200);
  const kit = await openBenchKit(createAsking(vendor.url, { concurrency: 1_000, deadlineMs: 30_000 }));
  const heaps: number[] = [];
  const seconds: number[] = [];
  for (let wave = 0; wave < 12; wave += 1) {
    const startedMs = performance.now();
    const found = await Promise.all(Array.from({ length: crowd }, (_none, question) => kit.ask(question)));
    if (found.some(({ result }) => result !== 'clear')) throw new Error('A check of the crowd was not answered.');
    seconds.push((performance.now() - startedMs) / 1_000);
    heaps.push(toHeapMegabytes());
  }
  const most = vendor.most();
  await kit.close();
  await vendor.close();
  const [third = 0] = heaps.slice(2);
  return [
    { name: 'checks in flight at once', unit: '', values: [most], goal: { atLeast: 900 } },
    { name: '1,000 checks at a vendor that takes 0.2 s', unit: 's', values: seconds.slice(2) },
    { name: 'heap after 3 waves', unit: 'MB', values: [third] },
    { name: 'heap growth over 9 more waves', unit: 'MB', values: [(heaps.at(-1) ?? 0) - third], goal: { atMost: 2 } },
  ];
}

async function measureDeadVendor(): Promise<Figure[]> {
  const deadlineMs = 200;
  const dead = await startBenchVendor(undefined);
  const cold = await openBenchKit(createAsking(dead.url, { deadlineMs, concurrency: 64 }));
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: 1_000 }, (_none, question) => cold.ask(question)));
  const coldMs = performance.now() - startedMs;
  const coldDeadlines = dead.asked();
  const restStartedMs = performance.now();
  await Promise.all(Array.from({ length: 1_000 }, (_none, question) => cold.ask(question)));
  const restMs = performance.now() - restStartedMs;
  await cold.close();
  await dead.close();
  return [
    { name: 'deadlines paid: 1,000 checks, vendor dead', unit: '', values: [coldDeadlines], goal: { atMost: 5 } },
    { name: 'time of those 1,000, at a deadline of 200 ms', unit: 'ms', values: [coldMs] },
    { name: 'time of the next 1,000', unit: 'ms', values: [restMs] },
    { name: 'deadlines paid in an hour of asking', unit: '', values: [await countHourlyDeadlines()] },
  ];
}

/** A check each second of an hour, whose time is set. */
async function countHourlyDeadlines(): Promise<number> {
  const gone = createAsking('http://127.0.0.1:9');
  let paid = 0;
  let elapsedMs = 0;
  const time = { elapsedMs: () => elapsedMs, wait: () => Promise.resolve(), random: () => 1 };
  const kit = await openBenchKit(
    {
      ...gone,
      check: () => {
        paid += 1;
        return Promise.reject(new DOMException('deadline', 'TimeoutError'));
      },
    },
    time,
  );
  for (let second = 0; second < 3_600; second += 1) {
    elapsedMs = second * 1_000;
    await kit.ask(second);
  }
  await kit.close();
  return paid;
}

async function eachRound(measure: (round: number) => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  await measure(-1); // warms up
  for (let round = 0; round < rounds; round += 1) values.push(await measure(round));
  return values;
}

/** Microseconds of one call, one after the other. */
async function timePerCall(count: number, call: (index: number) => Promise<unknown>): Promise<number> {
  const startedMs = performance.now();
  for (let index = 0; index < count; index += 1) await call(index);
  return ((performance.now() - startedMs) * 1_000) / count;
}

function toHeapMegabytes(): number {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  collect();
  collect();
  return process.memoryUsage().heapUsed / 1_048_576;
}
