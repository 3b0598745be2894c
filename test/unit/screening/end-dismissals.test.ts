import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { dismissedCode, toEntryMark, watchlistProviderId } from '../../../src/domain/entry-mark.ts';
import type { ClaimedJob } from '../../../src/ports/jobs.ts';
import type { ScreeningResult, Store } from '../../../src/ports/store.ts';
import { createDismissals, type Judgement } from '../../../src/screening/watchlists/dismiss-match.ts';
import { createEndDismissals } from '../../../src/screening/watchlists/end-dismissals.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, flagged, toSubject } from '../../contract/store-fixtures.ts';

const propertyId = 'P1';
const listId = 'un-sc';
const spoken = '2026-11-23T12:00:00.000Z';
/** Lisbon keeps UTC in winter. */
const lastDay = '2026-11-25';
const dayAfter = '2026-11-26T00:00:00.000Z';
const spokenForEver: Judgement = { listId, entryId: '7', reason: 'Passport seen', actor: 'desk' };
const judgement: Judgement = { ...spokenForEver, validUntil: lastDay };
const guest = toSubject({ fields: { birthDate: '1980-01-02' } });

let store: Store;
let now: string;

beforeEach(async () => {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 'k3y') });
  now = spoken;
  await saveTimeZone('Europe/Lisbon');
});

afterEach(() => store.close());

const saveTimeZone = (timeZone: string) =>
  store.transaction((rows) =>
    rows.properties.save({ id: propertyId, name: 'Hotel', timeZone, webhookSecret: 'secret' }),
  );

const desk = () => createDismissals({ store, clock: { now: () => now }, watchlists: { findEntryHash: () => 'h1' } });

function toResult(code: string, entryIds: readonly string[]): ScreeningResult {
  const reasons = entryIds.map((entryId) => ({ code, text: `“A. F.” on a list ${toEntryMark(listId, entryId)}` }));
  const finding = { provider: watchlistProviderId, providerVersion: '1', label: 'Watchlists', checkedAt: spoken };
  return { ...flagged, findings: [{ ...finding, result: 'match', reasons }] };
}

/** As checks do it: the match, or that it is left out. */
const conclude = (screeningId: string, code: string, entryIds: readonly string[] = ['7']) =>
  store.transaction((rows) => rows.screenings.saveConclusion(screeningId, toResult(code, entryIds)));

const addGuest = async (subject = guest): Promise<string> => {
  const screeningId = await store.transaction((rows) => addScreened(rows, subject, spoken));
  await conclude(screeningId, 'watchlist.match');
  return screeningId;
};

/** Somebody says it, and the guest is screened again without the match. */
async function dismiss(said: Partial<Judgement> = {}, screeningId?: string): Promise<string> {
  const about = screeningId ?? (await addGuest());
  const again = await desk().dismiss(about, { ...judgement, ...said });
  await conclude(again.screeningId, dismissedCode);
  return again.screeningId;
}

const claim = async (): Promise<ClaimedJob<'end-dismissals'> | undefined> => {
  const leaseUntil = new Date(Date.parse(now) + 60_000).toISOString();
  const query = { kinds: ['end-dismissals'] as const, limit: 1, now, leaseUntil };
  const [job] = await store.transaction(({ jobs }) => jobs.claim(query));
  return job as ClaimedJob<'end-dismissals'> | undefined;
};

const handle = async (job: ClaimedJob<'end-dismissals'>): Promise<void> => {
  const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const context = { lease: job, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
  await createEndDismissals({ store, clock: { now: () => now }, logger })(job.payload, context);
};

/** Does what is due at an instant; answers how many jobs there were. */
async function runAt(at: string): Promise<number> {
  now = at;
  for (let jobs = 0; ; jobs += 1) {
    const job = await claim();
    if (job === undefined) return jobs;
    await handle(job);
    await store.transaction((rows) => rows.jobs.complete(job));
  }
}

const findCurrent = async (key = guest) => (await store.read((rows) => rows.subjects.find(key)))?.currentScreeningId;

test('on the day after its last one the guest is screened again, and not before', async () => {
  const screeningId = await dismiss();
  expect(await runAt('2026-11-25T23:59:00.000Z')).toBe(0);
  expect(await findCurrent()).toBe(screeningId);
  expect(await runAt(dayAfter)).toBe(1);
  expect(await findCurrent()).not.toBe(screeningId);
});

test('one without a last day never ends by itself', async () => {
  await desk().dismiss(await addGuest(), spokenForEver);
  expect(await runAt('2027-11-26T00:00:00.000Z')).toBe(0);
});

test('later stays of the same person, whom nobody named, are screened again too; others are not', async () => {
  await dismiss();
  const later = { ...guest, reservationId: 'R2', guestId: 'G2' };
  const laterId = await addGuest(later);
  await conclude(laterId, dismissedCode);
  const other = toSubject({ reservationId: 'R3', guestId: 'G3', fields: { birthDate: '1981-01-02' } });
  const otherId = await addGuest(other);
  await runAt(dayAfter);
  expect(await findCurrent(later)).not.toBe(laterId);
  expect(await findCurrent(other)).toBe(otherId);
});

test('nobody is screened again who has left', async () => {
  const screeningId = await dismiss();
  await runAt('2026-12-05T00:00:00.000Z');
  expect(await findCurrent()).toBe(screeningId);
});

test('one that was said again until a later day holds until that day is over', async () => {
  const screeningId = await dismiss({ validUntil: '2026-11-28' }, await dismiss());
  expect(await runAt(dayAfter)).toBe(1);
  expect(await findCurrent()).toBe(screeningId);
  expect(await runAt('2026-11-29T00:00:00.000Z')).toBe(1);
  expect(await findCurrent()).not.toBe(screeningId);
});

test('one that was taken back needs nothing more', async () => {
  const dismissedId = await dismiss();
  const { screeningId } = await desk().withdraw(dismissedId, { listId, entryId: '7', actor: 'desk' });
  await conclude(screeningId, 'watchlist.match');
  await runAt(dayAfter);
  expect(await findCurrent()).toBe(screeningId);
});

test('a job that is run twice screens once', async () => {
  await dismiss();
  now = dayAfter;
  const job = await claim();
  if (job === undefined) throw new Error('No job is due.');
  await handle(job);
  const screeningId = await findCurrent();
  await conclude(screeningId ?? '', 'watchlist.match');
  now = '2026-11-26T00:00:10.000Z';
  await handle(job);
  expect(await findCurrent()).toBe(screeningId);
});

test('a screening that began before midnight and is not finished is begun anew: it may have asked before', async () => {
  const dismissedId = await dismiss();
  now = '2026-11-25T23:59:59.000Z';
  const { screeningId } = await desk().dismiss(dismissedId, judgement);
  await runAt('2026-11-26T00:00:01.000Z');
  expect(await findCurrent()).not.toBe(screeningId);
});

test('of two entries only the one whose day is over brings the guest back, each on its own day', async () => {
  const both = ['7', '8'];
  const first = await addGuest();
  await conclude(first, 'watchlist.match', both);
  const second = (await desk().dismiss(first, judgement)).screeningId;
  await conclude(second, 'watchlist.match', ['8']);
  const third = (await desk().dismiss(second, { ...judgement, entryId: '8', validUntil: '2026-11-27' })).screeningId;
  await conclude(third, dismissedCode, both);
  await runAt(dayAfter);
  const fourth = (await findCurrent()) ?? '';
  expect(fourth).not.toBe(third);
  await conclude(fourth, dismissedCode, ['8']);
  await runAt('2026-11-28T00:00:00.000Z');
  expect(await findCurrent()).not.toBe(fourth);
});

test('a property that has moved west meanwhile keeps its day', async () => {
  const screeningId = await dismiss();
  await saveTimeZone('America/New_York');
  await runAt(dayAfter);
  expect(await findCurrent()).toBe(screeningId);
  await runAt('2026-11-26T05:00:00.000Z');
  expect(await findCurrent()).not.toBe(screeningId);
});
