import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { Store } from '../../src/ports/store.ts';
import { describeAlerts } from './store-alerts.contract.ts';
import { describeAccess } from './store-access.contract.ts';
import { describeJobTurns } from './job-turns.contract.ts';
import { describeRequestSlots } from './request-slots.contract.ts';
import { describeJobs } from './jobs.contract.ts';
import { at, noon, type StoreUnderTest, toSync } from './store-fixtures.ts';
import { describeConcludedScreenings } from './store-concluded-screenings.contract.ts';
import { describeDesk } from './store-desk.contract.ts';
import { describeDismissals } from './store-dismissals.contract.ts';
import { describeHouseList } from './store-house-list.contract.ts';
import { describeKnownGuests } from './store-known-guests.contract.ts';
import { describeProfiles } from './store-profiles.contract.ts';
import { describeMails } from './store-mails.contract.ts';
import { describeProperties } from './store-properties.contract.ts';
import { describeScreeningList } from './store-screening-list.contract.ts';
import { describeScreenings } from './store-screenings.contract.ts';
import { describeStatistics } from './store-statistics.contract.ts';
import { describeSubjects } from './store-subjects.contract.ts';
import { describeSyncStates } from './store-sync-states.contract.ts';

/** What every engine of the store promises. */
export function describeStore(name: string, open: () => Promise<Store>): void {
  describe(`A store on ${name}`, () => {
    let store: Store;
    const under: StoreUnderTest = {
      get store() {
        return store;
      },
    };
    beforeEach(async () => {
      store = await open();
    });
    afterEach(() => store.close());

    describeTransactions(under);
    describeProperties(under);
    describeSubjects(under);
    describeSyncStates(under);
    describeScreenings(under);
    describeScreeningList(under);
    describeConcludedScreenings(under);
    describeHouseList(under);
    describeDesk(under);
    describeDismissals(under);
    describeKnownGuests(under);
    describeProfiles(under);
    describeStatistics(under);
    describeMails(under);
    describeAlerts(under);
    describeJobs(under);
    describeJobTurns(under);
    describeRequestSlots(under);
    describeAccess(under);
  });
}

const property = { id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' };

function describeTransactions(under: StoreUnderTest): void {
  test('a transaction that fails leaves nothing behind', async () => {
    const failed = under.store.transaction(async (rows) => {
      await rows.properties.save(property);
      throw new Error('on the way');
    });
    await expect(failed).rejects.toThrow('on the way');
    expect(await under.store.read((rows) => rows.properties.find('P1'))).toBeUndefined();
  });

  test('of transactions that run together, one that fails takes back only its own', async () => {
    const save = (id: string, fails: boolean) =>
      under.store.transaction(async (rows) => {
        await rows.properties.save({ ...property, id, webhookSecret: id });
        if (fails) throw new Error('on the way');
      });
    const results = await Promise.allSettled([save('A', false), save('B', true), save('C', false), save('D', true)]);
    expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled', 'rejected']);
    const kept = await under.store.read((rows) => rows.properties.list());
    expect(kept.map(({ id }) => id)).toEqual(['A', 'C']);
  });

  test('a transaction sees all of the one before, and none of the one after', async () => {
    const seen: number[] = [];
    const addOne = () =>
      under.store.transaction(async (rows) => {
        const { length } = await rows.properties.list();
        seen.push(length);
        await rows.properties.save({ ...property, id: `P${length}`, webhookSecret: `${length}` });
      });
    await Promise.all([addOne(), addOne(), addOne(), addOne(), addOne()]);
    expect(seen).toEqual([0, 1, 2, 3, 4]);
  });

  test('a transaction under a lease that passed on changes nothing', async () => {
    await under.store.transaction((rows) => rows.jobs.enqueue(toSync()));
    const claim = (now: string) =>
      under.store.transaction((rows) =>
        rows.jobs.claim({ kinds: ['sync-property'], limit: 1, now, leaseUntil: at(10) }),
      );
    const [stalled] = await claim(noon);
    await claim(at(11));
    const late = under.store.transactionUnder(stalled ?? { id: '', generation: 0 }, (rows) =>
      rows.properties.save(property),
    );
    await expect(late).rejects.toMatchObject({ code: 'lease_lost' });
    expect(await under.store.read((rows) => rows.properties.find('P1'))).toBeUndefined();
  });

  test('a transaction under a held lease counts', async () => {
    const lease = await under.store.transaction(async (rows) => {
      await rows.jobs.enqueue(toSync());
      return (await rows.jobs.claim({ kinds: ['sync-property'], limit: 1, now: noon, leaseUntil: at(1) }))[0];
    });
    await under.store.transactionUnder(lease ?? { id: '', generation: 0 }, (rows) => rows.properties.save(property));
    expect(await under.store.read((rows) => rows.properties.find('P1'))).toBeDefined();
  });

  test('whoever listens hears of enqueued jobs after the commit, and of no other commit', async () => {
    const heard: string[] = [];
    const stop = under.store.onJobsEnqueued((soonest) => heard.push(soonest));
    await under.store.transaction(async (rows) => {
      await rows.jobs.enqueueAll([toSync({ runAt: at(5) }), toSync({ propertyId: 'P2', runAt: at(3) })]);
      expect(heard).toEqual([]);
    });
    await under.store.transaction((rows) => rows.properties.save(property));
    stop();
    await under.store.transaction((rows) => rows.jobs.enqueue(toSync({ propertyId: 'P3' })));
    expect(heard).toEqual([at(3)]);
  });

  test('a read cannot write', async () => {
    const written = under.store.read((rows) => rows.properties.save(property));
    await expect(written).rejects.toThrow('must not write');
    expect(await under.store.read((rows) => rows.properties.list())).toEqual([]);
  });

  test('an open store answers a ping, a closed one does not', async () => {
    const other = under.store;
    await expect(other.ping()).resolves.toBeUndefined();
    await other.close();
    await expect(other.ping()).rejects.toThrow();
  });
}
