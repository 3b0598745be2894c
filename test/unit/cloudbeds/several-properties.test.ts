import { expect, test } from '@jest/globals';
import { ServiceError } from '../../../src/domain/errors.ts';
import { createBudgetsByCredential } from '../../../src/pms/cloudbeds/budgets-by-credential.ts';
import { createHttpDoor } from '../../../src/pms/cloudbeds/http-door.ts';
import { createListings } from '../../../src/pms/cloudbeds/listings.ts';
import type { PmsCredentials } from '../../../src/ports/pms-credentials.ts';
import { createRecordedLogger } from './recorded-logger.ts';

const properties = ['11', '12'].map((propertyId) => ({ propertyId, timeZone: 'UTC' }));
const call = { connectionId: 'C1', properties, urgency: 1, signal: new AbortController().signal };

/** With these properties connected; answers what was sent. */
async function look(connected: readonly string[]): Promise<readonly string[]> {
  const sent: string[] = [];
  const find: PmsCredentials['find'] = (of) =>
    'connectionId' in of || connected.includes(of.propertyId)
      ? Promise.resolve({ connectionId: 'C1', generation: 1, kind: 'key', secret: 'key' })
      : Promise.reject(new ServiceError('property_disconnected', { propertyId: of.propertyId }));
  const door = createHttpDoor({
    apiUrl: 'https://pms.example',
    credentials: { find, noteRefused: () => Promise.resolve() },
    budgets: createBudgetsByCredential({ requestsPerSecond: Infinity }),
    exchange: ({ url }) => {
      sent.push(url);
      return Promise.resolve({
        status: 200,
        text: '{"success":true,"data":[],"total":0}',
        requestId: undefined,
        retryAfter: undefined,
      });
    },
    clock: { now: () => '2026-11-23T10:00:00.000Z' },
    logger: createRecordedLogger(),
    metrics: { count: () => undefined, observe: () => undefined },
  });
  const listings = createListings(door, createRecordedLogger(), { recall: () => Promise.resolve(undefined) });
  try {
    for await (const page of listings.listRecentReservations(call, '2026-11-23T09:00:00.000Z'))
      expect(page).toEqual([]);
  } catch (error) {
    expect(error).toMatchObject({ code: 'property_disconnected' });
  }
  return sent;
}

test('several properties are asked about at once while all of them are connected', async () => {
  expect(await look(['11', '12'])).toHaveLength(1);
});

test('nothing is sent about several properties where one was disconnected before its turn', async () => {
  expect(await look(['11'])).toEqual([]);
});
