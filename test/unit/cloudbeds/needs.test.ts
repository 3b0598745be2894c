import { expect, test } from '@jest/globals';
import { createCloudbeds } from '../../../src/pms/cloudbeds/cloudbeds.ts';
import { createRecordedLogger } from './recorded-logger.ts';

test('what is to be set up is another where the PMS has another address: nothing is there yet', () => {
  const needsAt = (apiUrl: string) =>
    createCloudbeds({
      apiUrl,
      credentials: { find: () => Promise.reject(new Error('nothing is asked')), noteRefused: () => Promise.resolve() },
      requestsPerSecond: Infinity,
      clock: { now: () => '2026-11-23T10:00:00.000Z' },
      logger: createRecordedLogger(),
      metrics: { count: () => undefined, observe: () => undefined },
    }).needs;
  expect(needsAt('https://one.example')).toBe(needsAt('https://one.example'));
  expect(needsAt('https://one.example')).not.toBe(needsAt('https://other.example'));
});
