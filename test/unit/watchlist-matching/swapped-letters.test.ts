import { expect, test } from '@jest/globals';
import { textHash } from '../../../providers/watchlist/matching/index/text-hash.ts';
import { swappedHashesOf } from '../../../providers/watchlist/matching/search/swapped-letters.ts';

test('a word is sought with each pair of neighbours swapped', () => {
  expect(swappedHashesOf('hanna')).toEqual(['ahnna', 'hnana', 'hanan'].map(textHash));
});

test.each([
  ['short', 'ali'],
  ['long', 'wang'.repeat(256)],
])('a word too %s to be one with a slip is sought as it is', (_what, word) => {
  expect(swappedHashesOf(word)).toEqual([]);
});
