import { expect, test } from '@jest/globals';
import fc from 'fast-check';
import {
  DELETION,
  MODES,
  SUBSTITUTION,
  SWAPPED_NEIGHBOURS,
} from '../../../providers/watchlist/matching/sound/costs.ts';
import { leastCost } from '../../../providers/watchlist/matching/sound/families.ts';
import { joinSounds } from '../../../providers/watchlist/matching/sound/join-sounds.ts';
import {
  ALPHABET,
  ALPHABET_SIZE,
  LONGEST_SOUND,
  type Sound,
} from '../../../providers/watchlist/matching/sound/symbols.ts';
import { toSound } from '../../../providers/watchlist/matching/sound/to-sound.ts';

/** The cost of the cheapest alignment, worked out plainly over the whole of both words. */
function plainCost(left: Sound, right: Sound): number {
  const [one, other] = [[...left.codes.subarray(0, left.length)], [...right.codes.subarray(0, right.length)]];
  const deletion = (code = 0) => DELETION[MODES.plain * ALPHABET_SIZE + code] ?? 0;
  const cells = Array.from({ length: one.length + 1 }, () => new Array<number>(other.length + 1).fill(Infinity));
  const at = (row: number, column: number) => cells[row]?.[column] ?? Infinity;
  for (const [row, cell] of cells.entries())
    for (let column = 0; column <= other.length; column += 1) {
      const [symbol = 0, counterpart = 0] = [one[row - 1], other[column - 1]];
      const isSwapped = symbol === other[column - 2] && counterpart === one[row - 2] && symbol !== counterpart;
      cell[column] = Math.min(
        row + column === 0 ? 0 : Infinity,
        at(row - 1, column) + deletion(symbol),
        at(row, column - 1) + deletion(counterpart),
        at(row - 1, column - 1) + (SUBSTITUTION[symbol * ALPHABET_SIZE + counterpart] ?? 0),
        isSwapped ? at(row - 2, column - 2) + SWAPPED_NEIGHBOURS : Infinity,
      );
    }
  return at(one.length, other.length);
}

const symbols = fc.oneof(
  ...[ALPHABET.slice(1), 'aeioulrmntdszkgpbfv'].map((letters) => fc.constantFrom(...Array.from(letters))),
);
const word = (longest: number) =>
  fc
    .array(symbols, { minLength: 1, maxLength: longest, size: 'max' })
    .map((letters) => toSound(letters.join(''), false));

function expectNoMoreThanCost(left: Sound, right: Sound): void {
  const cost = plainCost(left, right);
  expect(leastCost(left.own, right.answers)).toBeLessThanOrEqual(cost);
  expect(leastCost(right.own, left.answers)).toBeLessThanOrEqual(cost);
}

test('no two words are aligned for less than their families say', () => {
  fc.assert(fc.property(word(9), word(9), expectNoMoreThanCost), { numRuns: 2_000 });
  fc.assert(fc.property(word(LONGEST_SOUND), word(LONGEST_SOUND), expectNoMoreThanCost), { numRuns: 100 });
});

test('nor is a word with two others written as one', () => {
  const joined = (head: Sound, tail: Sound, single: Sound) => expectNoMoreThanCost(joinSounds(head, tail), single);
  fc.assert(fc.property(word(7), word(7), word(12), joined), { numRuns: 2_000 });
  fc.assert(fc.property(word(LONGEST_SOUND), word(LONGEST_SOUND), word(LONGEST_SOUND), joined), { numRuns: 100 });
});

test('words that have nothing to do with each other are told apart by their families', () => {
  const [left, right] = [toSound('haduk', false), toSound('meriven', false)];
  expect(leastCost(left.own, right.answers)).toBe(180);
});

test('of a script without vowels nothing is said', () => {
  const [left, right] = [toSound('mrvn', true), toSound('haduk', false)];
  expect(leastCost(left.own, right.answers) + leastCost(right.own, left.answers)).toBe(0);
});
