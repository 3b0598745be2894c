import { type Figure, printReport } from '../figures/report.ts';
import { toQuantile } from '../figures/statistics.ts';
import { openHotel, until } from '../hotel/open-hotel.ts';
import { readMainThreadMs } from '../process/cpu-time.ts';
import { startChild } from '../process/start-child.ts';
import { type Walk, walkForm } from './walk-form.ts';

const guests = Number(process.env.BENCH_GUESTS ?? 200);
const thinking = { leastMs: 2_000, mostMs: 8_000 };

/** Asks everybody for everything that a form can ask; companions are another form each. */
const config = `
defaults:
  form:
    ask: always
    genderRequired: true
    companions: false
    fields: { birthDate: required, nationality: required, document: required, purpose: optional }
`;

/** How long guests wait for each step when so many of them fill their forms in at once. */
export async function run(): Promise<void> {
  const hotel = await openHotel({
    isBudgetLifted: true,
    config,
    sandbox: { rateLimitPerSecond: 100_000 },
    execArgv: process.execArgv,
  });
  try {
    await hotel.start();
    const links = await bookAsked(hotel.sandbox, guests * 2);
    const busyMs = readMainThreadMs(hotel.pid);
    const hurried = await walkAll(links.slice(0, guests), () => 0);
    const perRequestMs = (readMainThreadMs(hotel.pid) - busyMs) / listMs(hurried.walks).length;
    const { leastMs, mostMs } = thinking;
    const usual = await walkAll(links.slice(guests), () => leastMs + Math.random() * (mostMs - leastMs));
    const bare = await measureBare();
    printReport('form', [
      { name: 'guests at once', unit: '', values: [guests] },
      ...toStepFigures(hurried.walks),
      { name: 'requests/s', unit: '', values: [hurried.perSecond] },
      { name: 'main thread per request', unit: 'ms', values: [perRequestMs] },
      { name: 'bare Express, requests/s', unit: '', values: [bare] },
      { name: 'form ÷ bare Express', unit: '', values: [hurried.perSecond / bare] },
      { name: 'thinking, p50', unit: 'ms', values: [toQuantile(listMs(usual.walks), 0.5)] },
      { name: 'thinking, p99', unit: 'ms', values: [toQuantile(listMs(usual.walks), 0.99)], goal: { atMost: 250 } },
      { name: 'errors', unit: '', values: [countErrors([...hurried.walks, ...usual.walks])], goal: { atMost: 0 } },
    ]);
  } finally {
    await hotel.close();
  }
}

async function bookAsked({ world }: Awaited<ReturnType<typeof openHotel>>['sandbox'], count: number) {
  const toDay = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10);
  const stay = { arrivesOn: toDay(3), departsOn: toDay(5) };
  const guestIds = Array.from({ length: count }, (_, index) => {
    const mainGuest = { firstName: 'Ingrid', lastName: `Solheim ${toLetters(index)}`, country: 'NO' };
    return world.book({ ...stay, mainGuest: { ...mainGuest, email: `ingrid.${index}@guest.booking.com` } }).guestIds[0];
  });
  const readLink = (guestId: string) => world.readGuest(guestId).customFields.screening_link ?? '';
  await until(() => guestIds.every((guestId) => readLink(guestId).includes('/form/')), 200);
  return guestIds.map(readLink);
}

function toLetters(index: number): string {
  return Array.from(String(index), (digit) => 'abcdefghij'[Number(digit)] ?? '').join('');
}

async function walkAll(links: readonly string[], thinkMs: () => number) {
  const startedMs = performance.now();
  const walks = await Promise.all(links.map((link) => walkForm(link, thinkMs)));
  const seconds = (performance.now() - startedMs) / 1_000;
  return { walks, perSecond: listMs(walks).length / seconds };
}

function listMs(walks: readonly Walk[]): number[] {
  return walks.flatMap(({ times }) => times.map(({ ms }) => ms));
}

function countErrors(walks: readonly Walk[]): number {
  return walks.reduce((sum, { errors }) => sum + errors, 0);
}

function toStepFigures(walks: readonly Walk[]): readonly Figure[] {
  const times = walks.flatMap((walk) => walk.times);
  return [...new Set(times.map(({ step }) => step))].flatMap((step) => {
    const ms = times.filter((time) => time.step === step).map((time) => time.ms);
    return [
      { name: `${step}, p50`, unit: 'ms', values: [toQuantile(ms, 0.5)] },
      { name: `${step}, p99`, unit: 'ms', values: [toQuantile(ms, 0.99)] },
    ];
  });
}

/** As many posts as the guests send, as many at once. */
async function measureBare(): Promise<number> {
  const child = startChild(new URL('bare-process.ts', import.meta.url));
  try {
    const url = `http://127.0.0.1:${String(await child.ask({}))}/`;
    const body = 'csrf=x&version=1&firstName=Ingrid&lastName=Solheim';
    const headers = { 'content-type': 'application/x-www-form-urlencoded' };
    const post = async () => (await fetch(url, { method: 'POST', body, headers, redirect: 'manual' })).text();
    const roundsOfOne = 20;
    const round = () => Promise.all(Array.from({ length: guests }, post));
    await round();
    const startedMs = performance.now();
    for (let count = 0; count < roundsOfOne; count += 1) await round();
    return (guests * roundsOfOne) / ((performance.now() - startedMs) / 1_000);
  } finally {
    await child.end();
  }
}
