import { randomBytes } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { AlertKind } from '../../../src/domain/alerts/alert-kinds.ts';
import type { FindingResult } from '../../../src/domain/finding.ts';
import type { CheckRunner } from '../../../src/ports/check-runner.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { WatchlistState } from '../../../src/ports/watchlists.ts';
import { createProviderWatch, type ProviderWatch } from '../../../src/screening/alerts/provider-watch.ts';
import { createWatchAlerts } from '../../../src/screening/alerts/watch-alerts.ts';
import { createDecide } from '../../../src/screening/decide.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, at, flagged, toSubject } from '../../contract/store-fixtures.ts';

let store: Store;
let now: string;
let watch: ProviderWatch;
let listState: WatchlistState;
let isProviderOn: boolean;
let fileProblems: { name: string }[];
let look: () => Promise<void>;
const clock = { now: () => now };

beforeEach(async () => {
  [now, listState, isProviderOn, fileProblems] = [at(0), 'fresh', true, []];
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: randomBytes(32) });
  await store.transaction(async (rows) => {
    await rows.properties.save({ id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' });
    await rows.jobs.enqueue({ kind: 'watch-alerts', payload: {}, urgency: 0, runAt: now });
  });
  watch = createProviderWatch(clock);
  const list = { listId: 'un', title: 'UN', canRefresh: true };
  const handle = createWatchAlerts({
    ...{ store, clock, providers: watch, listsFor: () => ['un'] },
    listProviders: () => (isProviderOn ? [{ id: 'yente' }] : []),
    listConfigurationProblems: () => fileProblems,
    watchlists: { list: () => [{ ...list, state: listState, ageMs: 49 * 3_600_000 }] },
  });
  look = async () => {
    const query = { kinds: ['watch-alerts'], limit: 1, now, leaseUntil: at(9_000) } as const;
    const [job] = await store.transaction((rows) => rows.jobs.claim(query));
    if (job === undefined) throw new Error('nothing is due');
    await handle({}, { lease: job, attempt: 1, isLastAttempt: false, signal: new AbortController().signal });
    await store.transaction((rows) => rows.jobs.complete(job));
  };
});

afterEach(() => store.close());

const pass = async (minutes: number): Promise<void> => {
  now = new Date(Date.parse(now) + minutes * 60_000).toISOString();
  await look();
};
const listOpen = (kind: AlertKind) => store.read((rows) => rows.alerts.listOpen(kind));

test('it looks again after a minute', async () => {
  await look();
  expect(await store.read((rows) => rows.jobs.findNextDue(['watch-alerts']))).toBe(at(1));
});

test('a configuration file that was refused is one alert of the whole service, until a good one comes', async () => {
  await look();
  expect(await listOpen('configuration_refused')).toEqual([]);
  fileProblems = [{ name: 'properties.1.langauge' }, { name: 'defaults.policy' }];
  await pass(1);
  fileProblems = [{ name: 'defaults.policy' }];
  await pass(1);
  expect(await listOpen('configuration_refused')).toMatchObject([
    { propertyId: null, about: '', facts: { problems: 1, first: 'defaults.policy' }, openedAt: at(1) },
  ]);
  fileProblems = [];
  await pass(1);
  expect(await listOpen('configuration_refused')).toEqual([]);
});

test('buried jobs are one alert for each kind, until they are started again', async () => {
  const ids = await store.transaction(async (rows) => {
    const sync = (propertyId: string) => ({ kind: 'sync-property', payload: { propertyId } }) as const;
    const due = { urgency: 0, runAt: now };
    await rows.jobs.enqueueAll([sync('P1'), sync('P2')].map((job) => ({ ...job, ...due })));
    const jobs = await rows.jobs.claim({ kinds: ['sync-property'], limit: 9, now, leaseUntil: at(1) });
    for (const job of jobs) await rows.jobs.bury(job, { at: now, errorCode: 'pms_refused' });
    return jobs.map(({ id }) => id);
  });
  await look();
  expect(await listOpen('jobs_buried')).toMatchObject([
    { propertyId: null, about: 'sync-property', facts: { jobs: 2, newestAt: at(0) } },
  ]);
  await store.transaction(async (rows) => {
    for (const id of ids) await rows.jobs.replay(id, now);
  });
  await pass(1);
  expect(await listOpen('jobs_buried')).toEqual([]);
});

test('a list that its publisher does not confirm is told of once, until it does', async () => {
  listState = 'stale';
  await look();
  await pass(1);
  expect(await listOpen('list_too_old')).toMatchObject([
    { about: 'un', facts: { ageHours: 49 }, openedAt: at(0), lastSeenAt: at(1) },
  ]);
  listState = 'fresh';
  await pass(1);
  expect(await listOpen('list_too_old')).toEqual([]);
});

async function ask(result: FindingResult, times: number, changes: { reusedFrom?: string } = {}): Promise<void> {
  const finding = { provider: 'yente', providerVersion: '1', label: 'Y', reasons: [], checkedAt: now };
  const runner = { run: () => Promise.resolve({ ...finding, result, ...changes }) } as unknown as CheckRunner;
  const context = { propertyId: 'P1', questionId: 'q', signal: new AbortController().signal };
  for (let asked = 0; asked < times; asked += 1) await watch.watch(runner).run('yente', toSubject().fields, context);
}

test('a provider that is down is told of until it answers again, and not for an answer that stood already', async () => {
  await ask('unavailable', 5);
  await look();
  expect(await listOpen('provider_down')).toMatchObject([
    { propertyId: 'P1', about: 'yente', facts: { asked: 5, unavailable: 5 } },
  ]);
  await ask('clear', 3, { reusedFrom: at(-60) });
  await pass(1);
  expect(await listOpen('provider_down')).toHaveLength(1);
  await ask('clear', 3);
  await pass(1);
  expect(await listOpen('provider_down')).toEqual([]);
});

test('a process that has not asked a provider yet settles nothing; one that is switched off needs no telling', async () => {
  const down = { kind: 'provider_down', propertyId: 'P1', about: 'yente', facts: {}, at: now } as const;
  await store.transaction((rows) => rows.alerts.raise(down));
  await look();
  expect(await listOpen('provider_down')).toHaveLength(1);
  isProviderOn = false;
  await pass(1);
  expect(await listOpen('provider_down')).toEqual([]);
});

async function addMatch(): Promise<string> {
  const subject = toSubject({ fields: { arrivesOn: '2026-11-25', departsOn: '2026-11-27' } });
  return store.transaction(async (rows) => {
    const id = await addScreened(rows, subject);
    await rows.screenings.saveConclusion(id, flagged);
    return id;
  });
}

test('a match is told of when its arrival comes near, and over as soon as somebody decides', async () => {
  const screeningId = await addMatch();
  await look();
  expect(await listOpen('match_before_arrival')).toEqual([]);
  await pass(24 * 60);
  expect(await listOpen('match_before_arrival')).toMatchObject([
    { propertyId: 'P1', about: 'R1/G1', facts: { screeningId, arrivesOn: '2026-11-25' } },
  ]);
  const decide = createDecide({ store, clock });
  await decide(screeningId, { decision: 'declined', reason: 'Banned', decidedBy: 'desk' });
  expect(await listOpen('match_before_arrival')).toEqual([]);
  await pass(1);
  expect(await listOpen('match_before_arrival')).toEqual([]);
});

test('a match whose stay is cancelled or forgotten is over', async () => {
  await addMatch();
  await look();
  await pass(24 * 60);
  await store.transaction((rows) =>
    rows.subjects.setInactive({ propertyId: 'P1', reservationId: 'R1', guestId: 'G1' }),
  );
  await store.transaction((rows) =>
    rows.screenings.stopOpen({ propertyId: 'P1', reservationId: 'R1', guestId: 'G1' }, now),
  );
  await pass(60 * 24 * 30);
  expect(await listOpen('match_before_arrival')).toEqual([]);
});
