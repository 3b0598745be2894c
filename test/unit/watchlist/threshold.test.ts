import { expect, test } from '@jest/globals';
import { createWatchlistProvider } from '../../../providers/watchlist/check.ts';
import { manifest } from '../../../providers/watchlist/manifest.ts';
import { ALERT_THRESHOLD, bandOf } from '../../../providers/watchlist/matching/score/bands.ts';
import type { WatchlistMatch, WatchlistStatus } from '../../../src/ports/watchlists.ts';

const now = '2026-11-23T09:00:00.000Z';
const status: WatchlistStatus = { listId: 'un-sc', title: 'UN', canRefresh: true, state: 'fresh', checkedAt: now };

function toMatch(units: number): WatchlistMatch {
  const band = bandOf(units);
  return {
    ...{ listId: 'un-sc', listTitle: 'UN', entryId: '1', entryHash: 'h', listedName: 'ZYX QWORTZEL' },
    ...{ programmes: [], links: [], thresholdUnits: ALERT_THRESHOLD, units },
    ...(band !== 'none' && { strength: band }),
    parts: [{ about: 'name_parts', text: 'zyx is listed as zyx', units }],
  };
}

async function askProvider(units: number, minimumScore: number = manifest.settings.minimumScore.default) {
  const { check: ask } = createWatchlistProvider({
    watchlists: {
      search: () => ({ hasName: true, matches: [toMatch(units)] }),
      find: () => status,
      toOwnListId: () => 'own-1',
    },
    listDismissals: () => Promise.resolve([]),
  });
  const settings = { lists: 'un-sc', minimumScore };
  const about = { propertyId: '1', guestId: '2', now, settings };
  return ask({ firstName: 'Zyx', lastName: 'Qwortzel' }, about as never);
}

async function check(...asked: Parameters<typeof askProvider>) {
  return (await askProvider(...asked)).result;
}

test('a guest counts as matched from the very score on that a finding names as the least', async () => {
  expect(await check(ALERT_THRESHOLD)).toBe('match');
  expect(await check(ALERT_THRESHOLD - 1)).toBe('clear');
});

test('a property may ask for more, and not for less', async () => {
  expect(await check(60_000, 0.61)).toBe('clear');
  expect(await check(61_000, 0.61)).toBe('match');
  expect(await check(55_000, 0.55)).toBe('match');
  expect(manifest.settings.minimumScore.minimum * 100_000).toBe(ALERT_THRESHOLD);
});

test('a finding names the least score that the property asks for', async () => {
  expect(JSON.stringify(await askProvider(80_000))).toContain('a match from 0.42.');
  expect(JSON.stringify(await askProvider(80_000, 0.61))).toContain('a match from 0.61.');
});
