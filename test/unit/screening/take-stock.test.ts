import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toTraits } from '../../../src/domain/profile/traits.ts';
import type { ClaimedJob } from '../../../src/ports/jobs.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createTakeStock } from '../../../src/screening/profiles/take-stock.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, at, flagged, noon, toSubject } from '../../contract/store-fixtures.ts';

const propertyId = 'P1';
const subjectsPerPortion = 4;
const stays = subjectsPerPortion * 2 + 1;

let store: Store;
let scope: string;
let now: number;
let rests: number[];
let onBound: () => void;

beforeEach(async () => {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 'k3y') });
  [scope, now, rests, onBound] = [propertyId, 0, [], () => undefined];
  await store.transaction(async (rows) => {
    await rows.properties.save({ id: propertyId, name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' });
    for (let no = 1; no <= stays; no += 1) {
      const id = await addScreened(rows, toSubject({ propertyId, guestId: `G${no}`, reservationId: `R${no}` }));
      await rows.screenings.saveConclusion(id, flagged);
    }
    await rows.jobs.enqueue({ kind: 'take-stock', payload: { propertyId }, urgency: 50, runAt: noon });
  });
});

afterEach(() => store.close());

/** Each guest takes a millisecond. */
const createTakeStockUnderTest = () =>
  createTakeStock({
    store,
    subjectsPerPortion,
    clock: { now: () => new Date(Date.parse(noon) + now).toISOString() },
    scopeFor: () => scope,
    bindProfile: async (rows, { guestId }, boundAt) => {
      const traits = toTraits({ emails: [`${guestId}@x.pt`], phones: [], documents: [] });
      await rows.profiles.bind({ propertyId, guestId }, { scope, traits, at: boundAt });
      now += 1;
      onBound();
    },
    rest: (ms) => Promise.resolve(void rests.push(ms)),
  });

const claim = async (): Promise<ClaimedJob | undefined> => {
  const query = { kinds: ['take-stock'] as const, limit: 1, now: at(60), leaseUntil: at(120) };
  return (await store.transaction(({ jobs }) => jobs.claim(query)))[0];
};

/** Runs what is due, so often; answers how many runs there were. */
async function run(atMost = Infinity): Promise<number> {
  for (let runs = 0; runs < atMost; runs += 1) {
    const job = await claim();
    if (job === undefined) return runs;
    const signal = new AbortController().signal;
    await createTakeStockUnderTest()({ propertyId }, { lease: job, attempt: 1, isLastAttempt: false, signal });
    await store.transaction(({ jobs }) => jobs.complete(job));
  }
  return atMost;
}

const countUnbound = async () => {
  const query = { propertyId, scope, afterNo: 0, limit: 1_000 };
  return (await store.read((rows) => rows.profiles.listUnbound(query))).subjects.length;
};
const countUncounted = async () => {
  const page = await store.read((rows) => rows.statistics.listUncounted({ propertyId, afterNo: 0, limit: 1_000 }));
  return page.screeningIds.length;
};

test('every stay ends up on a card and counted, three portions each', async () => {
  expect(await run()).toBe(6);
  expect([await countUnbound(), await countUncounted()]).toEqual([0, 0]);
});

test('whoever asks meanwhile waits for one portion at most', async () => {
  const seen: Promise<number>[] = [];
  onBound = () => {
    if (seen.length === 0) seen.push(countUnbound());
  };
  await run();
  expect(await seen[0]).toBe(stays - subjectsPerPortion);
});

test('goes on where it was broken off, and does nothing once it is done', async () => {
  await run(2);
  const left = await countUnbound();
  expect(left).toBe(stays - 2 * subjectsPerPortion);
  await run(1);
  expect(now).toBe(stays);
  await run();
  await store.transaction(({ jobs }) =>
    jobs.enqueue({ kind: 'take-stock', payload: { propertyId }, urgency: 50, runAt: noon }),
  );
  expect(await run()).toBe(1);
  expect(now).toBe(stays);
});

test('begins anew where the property shares its cards with others from now on', async () => {
  await run();
  scope = 'group:both';
  expect(await countUnbound()).toBe(stays);
  await store.transaction(({ jobs }) =>
    jobs.enqueue({ kind: 'take-stock', payload: { propertyId }, urgency: 50, runAt: noon }),
  );
  await run();
  expect(await countUnbound()).toBe(0);
});

test('leaves the store to others three times as long as a portion took', async () => {
  await run(2);
  expect(rests).toEqual([3 * subjectsPerPortion, 3 * subjectsPerPortion]);
});
