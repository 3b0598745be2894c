import { expect, test } from '@jest/globals';
import { listRecorded } from '../../../src/web/dashboard/record/list-recorded.ts';

const rounds = Array.from({ length: 30 }, (_, index) => ({ screeningId: `S${index}`, event: 'concluded' }) as const);

test('the record of a stay has every round that somebody decided, however many came after it', () => {
  const timeline = [...rounds, { screeningId: 'S3', event: 'decided' }] as const;
  const recorded = listRecorded(timeline, 'S29');
  expect(recorded[0]).toBe('S3');
  expect(recorded.slice(1)).toEqual(rounds.slice(9, 29).map(({ screeningId }) => screeningId));
});

test('the record of a stay has each round once, and not the one twice that was asked for', () => {
  const timeline = [...rounds.slice(0, 2), ...rounds.slice(0, 2)];
  expect(listRecorded(timeline, 'S1')).toEqual(['S0']);
});
