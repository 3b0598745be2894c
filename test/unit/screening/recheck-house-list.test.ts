import { expect, test } from '@jest/globals';
import type { ScreeningStatus } from '../../../src/domain/screening.ts';
import type { HouseListEntry } from '../../../src/ports/house-list.ts';
import type { JobContext, NewJob } from '../../../src/ports/jobs.ts';
import type { NewScreening, Rows, ScreeningListQuery, Store } from '../../../src/ports/store.ts';
import { createRecheckHouseList } from '../../../src/screening/house-list/recheck-house-list.ts';
import { toSampleSubject } from '../domain/sample-subject.ts';

const now = '2026-11-23T09:00:00.000Z';
const earlier = '2026-11-22T09:00:00.000Z';
const context: JobContext = {
  lease: { id: 'J1', generation: 1 },
  attempt: 1,
  isLastAttempt: false,
  signal: new AbortController().signal,
};

interface Current {
  readonly guestId: string;
  readonly screeningId: string;
  readonly createdAt: string;
  /** Default: completed. */
  readonly status?: ScreeningStatus;
}

/** Guests with their current screenings, listed as a store lists them: by arrival, then by screening. */
function createGuestBook(guests: readonly Current[], entry: Partial<HouseListEntry> = {}) {
  const current = new Map(guests.map((guest) => [guest.guestId, guest]));
  const added: string[] = [];
  const enqueued: NewJob[] = [];
  const toItem = ({ guestId, screeningId, createdAt, status = 'completed' }: Current) => ({
    subject: toSampleSubject({ guestId }),
    screening: { id: screeningId, createdAt, status, findings: [] },
  });
  const rows = {
    properties: { get: () => Promise.resolve({ timeZone: 'Europe/Berlin' }) },
    houseList: {
      get: () => Promise.resolve({ id: 'E1', propertyId: 'P1', state: 'active', ...entry } as HouseListEntry),
    },
    subjects: {
      find: ({ guestId }: NewScreening) =>
        Promise.resolve({ subject: toSampleSubject({ guestId }), fingerprint: 'f', isActive: true }),
    },
    screenings: {
      list: ({ limit, after }: ScreeningListQuery) =>
        Promise.resolve(
          [...current.values()]
            .sort((one, other) => one.screeningId.localeCompare(other.screeningId))
            .filter(({ screeningId }) => screeningId > (after?.screeningId ?? ''))
            .slice(0, limit)
            .map(toItem),
        ),
      add: ({ guestId, id, createdAt }: NewScreening) => {
        added.push(guestId);
        current.set(guestId, { guestId, screeningId: id, createdAt });
        return Promise.resolve();
      },
      addToTimeline: () => Promise.resolve(),
    },
    jobs: { enqueueAll: () => Promise.resolve(), enqueue: (job: NewJob) => Promise.resolve(enqueued.push(job)) },
  } as unknown as Rows;
  const store = {
    read: (work: (given: Rows) => unknown) => work(rows),
    transactionUnder: (_lease: unknown, work: (given: Rows) => unknown) => work(rows),
  } as unknown as Store;
  return { store, added, enqueued };
}

const toGuest = (index: number, createdAt: string): Current => ({
  guestId: `G${index}`,
  screeningId: `0000-${String(index).padStart(4, '0')}`,
  createdAt,
});

const runOver = (store: Store, at = now) =>
  createRecheckHouseList({
    store,
    clock: { now: () => at },
    toKeys: () => [{ kind: 'name', value: 'ada moreau' }],
    toSubjectKeys: () => [{ kind: 'name', value: 'ada moreau' }],
  })({ propertyId: 'P1', entryId: 'E1' }, context);

test('over several pages every guest is screened again once, though new screenings join the list meanwhile', async () => {
  const guests = Array.from({ length: 150 }, (_unused, index) => toGuest(index, earlier));
  const { store, added } = createGuestBook(guests);
  await runOver(store);
  expect(added).toHaveLength(150);
  expect(new Set(added).size).toBe(150);
});

test('who is being screened since the change is left alone: that screening will see it', async () => {
  const { store, added } = createGuestBook([toGuest(1, now), toGuest(2, earlier)]);
  await runOver(store);
  expect(added).toEqual(['G2']);
});

test('who was being screened when an entry ended is screened again: the list may have been asked before', async () => {
  const asked = { ...toGuest(1, earlier), status: 'in_progress' } as const;
  const { store, added } = createGuestBook([asked, toGuest(2, earlier)], { state: 'ended' });
  await runOver(store);
  expect(added).toEqual(['G1']);
});

test('who shares something with an entry is screened again when its last day is over at the property', async () => {
  const { store, added, enqueued } = createGuestBook([toGuest(1, earlier)], { validUntil: '2026-11-24' });
  await runOver(store);
  const payload = { propertyId: 'P1', entryId: 'E1' };
  const endsAt = '2026-11-24T23:00:00.000Z';
  expect(enqueued).toMatchObject([{ kind: 'recheck-house-list', payload, runAt: endsAt }]);
  await runOver(store, endsAt);
  expect(enqueued).toHaveLength(1);
  expect(added).toEqual(['G1', 'G1']);
});
