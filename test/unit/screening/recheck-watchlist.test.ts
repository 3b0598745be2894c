import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { toEntryMark, watchlistProviderId } from '../../../src/domain/entry-mark.ts';
import type { Finding } from '../../../src/domain/finding.ts';
import type { Subject } from '../../../src/domain/subject.ts';
import type { JobContext } from '../../../src/ports/jobs.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { ChangedEntries, WatchlistMatch, Watchlists } from '../../../src/ports/watchlists.ts';
import { createRecheckWatchlist } from '../../../src/screening/watchlists/recheck-watchlist.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, flagged, toSubject } from '../../contract/store-fixtures.ts';

const propertyId = 'P1';
const listId = 'un-sc';
const before = '2026-11-23T12:00:00.000Z';
const now = '2026-11-24T12:00:00.000Z';

let store: Store;
/** What the new edition says of a last name. */
let entries: Readonly<Record<string, string>>;

beforeEach(async () => {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 'k3y') });
  await store.transaction((rows) =>
    rows.properties.save({ id: propertyId, name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' }),
  );
  entries = { Listed: '7' };
});

afterEach(() => store.close());

interface Guest {
  readonly guestId: string;
  readonly lastName?: string;
  readonly departsOn?: string;
  readonly isActive?: boolean;
  readonly result?: Finding['result'];
  /** Of whom the finding speaks. */
  readonly entryId?: string;
}

async function add({ guestId, lastName = 'Nobody', departsOn = '2026-11-26', ...guest }: Guest): Promise<void> {
  const fields = { lastName, arrivesOn: '2026-11-22', departsOn };
  const subject: Subject = toSubject({ propertyId, guestId, reservationId: `R-${guestId}`, fields });
  const { result = 'clear', entryId, isActive = true } = guest;
  const text = entryId === undefined ? '' : toEntryMark(listId, entryId);
  const finding = { provider: watchlistProviderId, providerVersion: '1', label: 'Watchlists', checkedAt: before };
  await store.transaction(async (rows) => {
    const id = await addScreened(rows, subject, before);
    const reasons = [{ code: 'watchlist', text }];
    await rows.screenings.saveConclusion(id, { ...flagged, findings: [{ ...finding, result, reasons }] });
    if (!isActive) await rows.subjects.setInactive(subject);
  });
}

/** Whom the change has screened again. */
async function recheck(changed: ChangedEntries): Promise<readonly string[]> {
  const watchlists: Pick<Watchlists, 'readChange' | 'search'> = {
    readChange: () => Promise.resolve(changed),
    search: ({ name }) => {
      const found = Object.entries(entries).filter(([lastName]) => name.includes(lastName));
      const matches = found.map(([, entryId]) => ({ listId, entryId, strength: 'possible' }) as WatchlistMatch);
      return { hasName: true, matches };
    },
  };
  const logger = { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined };
  const handle = createRecheckWatchlist({
    ...{ store, logger, clock: { now: () => now } },
    watchlists: watchlists as Watchlists,
  });
  await store.transaction((rows) =>
    rows.jobs.enqueue({
      ...{ kind: 'recheck-watchlist', payload: { propertyId, listId, changeId: 'c' } },
      ...{ urgency: 50, runAt: now },
    }),
  );
  const query = { kinds: ['recheck-watchlist'] as const, limit: 1, now, leaseUntil: '2026-11-24T13:00:00.000Z' };
  const [lease] = await store.transaction(({ jobs }) => jobs.claim(query));
  if (lease === undefined) throw new Error('No job is due.');
  const context: JobContext = { lease, attempt: 1, isLastAttempt: false, signal: new AbortController().signal };
  await handle({ propertyId, listId, changeId: 'c' }, context);
  const items = await store.read((rows) => rows.screenings.list({ propertyId, limit: 100 }));
  return items.filter(({ screening }) => screening.createdAt === now).map(({ subject }) => subject.guestId);
}

test('an added entry: only those of whom it speaks, in house or to come', async () => {
  await add({ guestId: 'in-house', lastName: 'Listed' });
  await add({ guestId: 'leaves-today', lastName: 'Listed', departsOn: '2026-11-24' });
  await add({ guestId: 'has-left', lastName: 'Listed', departsOn: '2026-11-23' });
  await add({ guestId: 'cancelled', lastName: 'Listed', isActive: false });
  await add({ guestId: 'somebody-else' });
  expect([...(await recheck(new Set(['7'])))].sort()).toEqual(['in-house', 'leaves-today']);
});

test('an entry that others resemble, and that has not changed, has nobody screened again', async () => {
  await add({ guestId: 'in-house', lastName: 'Listed', result: 'match', entryId: '7' });
  expect(await recheck(new Set(['8']))).toEqual([]);
});

test('a removed entry: those whose finding speaks of it', async () => {
  entries = {};
  await add({ guestId: 'found-by-it', lastName: 'Listed', result: 'match', entryId: '7' });
  await add({ guestId: 'found-by-another', lastName: 'Listed', result: 'match', entryId: '8' });
  expect(await recheck(new Set(['7']))).toEqual(['found-by-it']);
});

test('whoever could not be compared before is screened again, whatever has changed', async () => {
  await add({ guestId: 'waits', result: 'unavailable' });
  await add({ guestId: 'was-compared' });
  expect(await recheck(new Set(['9']))).toEqual(['waits']);
});
