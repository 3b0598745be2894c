import { describe, expect, test } from '@jest/globals';
import { type SyncLoad, toGlanceGapMs, toSyncGapMs } from '../../../src/domain/sync-pace.ts';

const quiet: SyncLoad = { properties: 1, busyProperties: 0, requestsPerSecond: 5, usedShare: 0, requestsOfSync: 2 };
const fifty = { properties: 50, busyProperties: 50 };

describe('between two syncs of a property', () => {
  test.each<[string, Partial<SyncLoad>, number]>([
    ['nothing to tell holds no sync up', {}, 0],
    ['one property with something to tell leaves 95 of a hundred requests to it', { busyProperties: 1 }, 8_000],
    ['a sync whose pages are full of echoes comes more seldom', { busyProperties: 1, requestsOfSync: 6 }, 24_000],
    ['a few of fifty, beside glances', { ...fifty, busyProperties: 4 }, 64_000],
    ['a partner’s key halves it', { ...fifty, busyProperties: 4, requestsPerSecond: 10 }, 32_000],
    ['a key that is used by half is held to be busy in all its properties', { properties: 5, usedShare: 0.6 }, 80_000],
    ['however many there are, news is looked for', fifty, 300_000],
    ['without a limit there is no need to wait', { ...fifty, requestsPerSecond: Infinity }, 0],
  ])('%s', (_what, load, gapMs) => {
    expect(toSyncGapMs({ ...quiet, ...load })).toBe(gapMs);
  });
});

test('glances take a fortieth of what the PMS allows, whatever they cost', () => {
  expect(toGlanceGapMs({ requests: 1, requestsPerSecond: 10 })).toBe(4_000);
  expect(toGlanceGapMs({ requests: 3, requestsPerSecond: 10 })).toBe(12_000);
  expect(toGlanceGapMs({ requests: 1, requestsPerSecond: 5 })).toBe(8_000);
});
