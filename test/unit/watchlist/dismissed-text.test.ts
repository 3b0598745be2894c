import { expect, test } from '@jest/globals';
import { toDismissedReason } from '../../../providers/watchlist/match-text.ts';

const match = {
  ...{ listId: 'un-sc', listTitle: 'UN', entryId: '1', entryHash: 'h', listedName: 'ZYX QWORTZEL' },
  ...{ programmes: [], links: [], thresholdUnits: 42_000, units: 90_000, parts: [] },
};
const dismissal = {
  ...{ propertyId: '1', guestId: '2', listId: 'un-sc', entryId: '1', entryHash: 'h', dismissedBy: 'Ana Reis' },
  reason: 'Passport seen',
  dismissedAt: '2026-11-28T23:30:00.000Z',
};

test.each([
  ['Europe/Lisbon', '2026-11-28'],
  ['Asia/Tokyo', '2026-11-29'],
  ['America/Los_Angeles', '2026-11-28'],
])('a word about a match was given on the day that it was at the hotel, in %s', (timeZone, day) => {
  expect(toDismissedReason(match, { ...dismissal, timeZone }).text).toContain(`Ana Reis said on ${day}: Passport seen`);
});
