import { expect, test } from '@jest/globals';
import type { Finding } from '../../../src/domain/finding.ts';
import { toPersonFinding } from '../../../src/domain/person-finding.ts';

const clear: Finding = {
  ...{ provider: 'house-list', providerVersion: '1', label: 'House list', result: 'clear', reasons: [] },
  checkedAt: '2026-11-23T12:00:00.000Z',
};
const unavailable: Finding = { ...clear, result: 'unavailable', reasons: [{ code: 'check.deadline', text: 'Slow' }] };
const ban: Finding = {
  ...{ ...clear, result: 'match', strength: 'strong' },
  reasons: [{ code: 'house_list.banned', text: 'Broke a door' }],
};

test('nobody is clear of whom a part could not be asked about', () => {
  expect(toPersonFinding(clear, [clear, unavailable])).toEqual(unavailable);
});

test('a match is one, whatever else could not be asked', () => {
  expect(toPersonFinding(unavailable, [unavailable, ban])).toMatchObject({ result: 'match', strength: 'strong' });
  expect(toPersonFinding(ban, [unavailable])).toEqual(ban);
});
