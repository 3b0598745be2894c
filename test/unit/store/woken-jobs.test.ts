import { afterEach, beforeEach, expect, test } from '@jest/globals';
import type { Store } from '../../../src/ports/store.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { at } from '../../contract/store-fixtures.ts';

const codes = ['property_disconnected'] as const;

let store: Store;

beforeEach(async () => {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 1) });
});
afterEach(() => store.close());

async function claim(now: string) {
  const query = { kinds: ['write-back'], limit: 1, now, leaseUntil: at(600) } as const;
  const [job] = await store.transaction((rows) => rows.jobs.claim(query));
  return job;
}

/** A try that found its property disconnected ends; `meanwhile` happens before that is written down. */
async function fail(meanwhile: (now: string) => Promise<void>): Promise<void> {
  const payload = { propertyId: 'P1', guestId: 'G1' };
  await store.transaction((rows) => rows.jobs.enqueue({ kind: 'write-back', payload, urgency: 2, runAt: at(0) }));
  const job = await claim(at(1));
  if (job === undefined) throw new Error('The job is not due');
  await meanwhile(at(2));
  const next = { runAt: at(30), errorCode: codes[0], startedAt: at(1) };
  await store.transaction((rows) => rows.jobs.postpone(job, next));
}

test('what found its property disconnected waits until that is over', async () => {
  await fail(() => Promise.resolve());
  expect(await claim(at(3))).toBeUndefined();
  await store.transaction((rows) => rows.jobs.wake('P1', codes, at(3)));
  expect(await claim(at(3))).toMatchObject({ kind: 'write-back', attempt: 1 });
});

test('it does not wait where that was over before it was written down', async () => {
  await fail((now) => store.transaction((rows) => rows.jobs.wake('P1', codes, now)));
  expect(await claim(at(3))).toMatchObject({ attempt: 1 });
});

test('it waits where another property was connected meanwhile, or this one before it began', async () => {
  await store.transaction((rows) => rows.jobs.wake('P1', codes, at(0)));
  await fail((now) => store.transaction((rows) => rows.jobs.wake('P2', codes, now)));
  expect(await claim(at(3))).toBeUndefined();
});
