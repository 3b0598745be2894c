import { afterEach, expect, test } from '@jest/globals';
import type { ProviderManifest } from '../../../src/ports/check-provider.ts';
import type { Store } from '../../../src/ports/store.ts';
import { countStay } from '../../../src/screening/statistics/count-stay.ts';
import { createReadHealth, type HealthParts } from '../../../src/screening/statistics/read-health.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { addScreened, flagged, toSubject } from '../../contract/store-fixtures.ts';

let store: Store;
afterEach(() => store.close());

const asked = { id: 'house-list', label: 'House list' } as ProviderManifest;

/** Of a provider that was asked about one guest at this instant, as it is read then. */
async function readAnswers(at: string, timeZone: string) {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 1) });
  await store.transaction(async (rows) => {
    await rows.properties.save({ id: 'P1', name: 'Hotel', timeZone, webhookSecret: 's' });
    const id = await addScreened(rows, toSubject(), at);
    await rows.screenings.saveConclusion(id, { ...flagged, at });
    await countStay(rows, id);
  });
  const parts: HealthParts = {
    ...{ store, clock: { now: () => at }, watchlists: { list: () => [] }, listsFor: () => [] },
    listProviders: () => [asked],
    findVendorHealth: () => ({ state: 'answering', leftAloneMs: 0 }),
    findBudgetUse: () => Promise.resolve({ requestsPerSecond: 5, lastMinute: 0, waiting: 0, pausedMs: 0 }),
    ceilingFor: () => 0,
  };
  const { since, providers } = await createReadHealth(parts)('P1');
  return { since, answers: providers[0]?.answers };
}

test.each([
  ['Asia/Tokyo', '2026-12-31T15:30:00.000Z', '2026-12-01'],
  ['Pacific/Kiritimati', '2026-11-30T10:30:00.000Z', '2026-11-01'],
  ['America/Los_Angeles', '2027-01-01T03:30:00.000Z', '2026-11-01'],
])(
  'what a provider answers in %s at %s is told at once, whatever month it is elsewhere',
  async (timeZone, at, since) => {
    expect(await readAnswers(at, timeZone)).toEqual({ since, answers: { match: 1 } });
  },
);
