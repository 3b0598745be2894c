import { expect, test } from '@jest/globals';
import { toSyncStanding } from '../../../src/domain/sync-standing.ts';

const now = '2026-11-23T12:00:00.000Z';

test.each([
  ['not_yet', 'before the first sync', {}],
  ['up_to_date', 'while syncs follow events', { syncedThrough: '2026-11-23T11:58:00.000Z' }],
  [
    'up_to_date',
    'while an event is young',
    { syncedThrough: '2026-11-23T11:58:00.000Z', unsyncedSince: '2026-11-23T11:59:00.000Z' },
  ],
  [
    'behind',
    'where an event waits',
    { syncedThrough: '2026-11-23T11:45:00.000Z', unsyncedSince: '2026-11-23T11:49:00.000Z' },
  ],
  ['behind', 'where no sync gets done', { syncedThrough: '2026-11-23T11:29:00.000Z' }],
  ['silent', 'where nobody rings', { syncedThrough: '2026-11-23T11:58:00.000Z', silentSince: now }],
  ['behind', 'where both are so', { syncedThrough: '2026-11-23T11:29:00.000Z', silentSince: now }],
] as const)('a property stands %s %s', (standing, _, facts) => {
  expect(toSyncStanding(facts, now)).toBe(standing);
});
