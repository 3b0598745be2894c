import { describe, expect, test } from '@jest/globals';
import { toStateShown } from '../../../src/domain/guest-state.ts';
import type { ScreeningStatus, ShownOutcome } from '../../../src/domain/screening.ts';
import { toTonight } from '../../../src/domain/tonight.ts';
import { toGuestState } from '../../../src/web/dashboard/state/guest-state.ts';

const statuses: readonly ScreeningStatus[] = ['in_progress', 'waiting_for_guest', 'completed', 'failed', 'stopped'];
const outcomes: readonly (ShownOutcome | null)[] = [null, 'clear', 'review', 'flagged', 'approved', 'declined'];
const pairs = statuses.flatMap((status) => outcomes.map((outcome) => ({ status, outcome })));

describe('what the desk sees of a guest', () => {
  test.each(pairs)('is said alike by the service and the page: $status, $outcome', ({ status, outcome }) => {
    expect(toGuestState({ status, outcome })).toBe(toStateShown(status, outcome ?? undefined));
  });

  test('is flagged before the last answer is in, and nothing once the stay is over', () => {
    expect(toStateShown('in_progress', 'flagged')).toBe('flagged');
    expect(toStateShown('stopped', 'approved')).toBe('stopped');
  });
});

test('tonight counts everybody once, and nobody whose stay was cancelled', () => {
  const states = pairs.map((pair) => ({ ...pair, count: 1 }));
  const { guests, cleared, needPerson, underWay } = toTonight(states);
  expect(guests).toBe(pairs.filter(({ status }) => status !== 'stopped').length);
  expect([cleared, needPerson, underWay]).toEqual([5, 13, 6]);
});
