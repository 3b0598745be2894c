import { describe, expect, test } from '@jest/globals';
import { toListAnswer } from '../../../providers/list-search/list-answer.ts';
import { compareBirthDates, type ListHit, toHitStrength } from '../../../providers/list-search/list-hit.ts';
import { toSearchedPerson } from '../../../providers/list-search/searched-person.ts';
import type { MatchStrength } from '../../../src/domain/finding.ts';

const thresholds = { likelyFrom: 0.85, strongFrom: 0.95 };
const born = '1961-04-17';
const hit: ListHit = { name: 'Viktor Drakov', score: 1, birthDates: [], isSameDocument: false, details: [] };

describe('what a hit is worth', () => {
  interface Row extends Partial<ListHit> {
    readonly guestBorn?: string;
    readonly strength: MatchStrength;
  }

  test.each<Row>([
    { score: 1, birthDates: [], guestBorn: born, strength: 'possible' },
    { score: 1, birthDates: [born], strength: 'possible' },
    { score: 1, birthDates: ['1961-04-18'], guestBorn: born, strength: 'possible' },
    { score: 1, birthDates: ['1962'], guestBorn: born, strength: 'possible' },
    { score: 0.84, birthDates: [born], guestBorn: born, strength: 'possible' },
    { score: 0.85, birthDates: [born], guestBorn: born, strength: 'likely' },
    { score: 0.94, birthDates: [born], guestBorn: born, strength: 'likely' },
    { score: 0.95, birthDates: [born], guestBorn: born, strength: 'strong' },
    { score: 1, birthDates: ['1961'], guestBorn: born, strength: 'likely' },
    { score: 1, birthDates: ['1961-04'], guestBorn: born, strength: 'likely' },
    { score: 1, birthDates: ['1958-01-02', born], guestBorn: born, strength: 'strong' },
    { score: 0.2, isSameDocument: true, strength: 'strong' },
  ])(
    'score $score, listed born $birthDates, guest born $guestBorn: $strength',
    ({ guestBorn, strength, ...changes }) => {
      expect(toHitStrength({ ...hit, ...changes }, guestBorn, thresholds)).toBe(strength);
    },
  );

  test('whatever the score, without two birth dates it is never more than possible', () => {
    for (const score of [0, 0.5, 0.9, 1, 2, Number.NaN]) {
      expect(toHitStrength({ ...hit, score }, born, thresholds)).toBe('possible');
      expect(toHitStrength({ ...hit, score, birthDates: [born] }, undefined, thresholds)).toBe('possible');
    }
  });
});

test.each([
  ['1961-04-17', ['1961-04-17T00:00:00'], 'same'],
  ['1961-04-17', ['19'], 'other'],
  ['1961-04-17', [''], 'other'],
  ['1961-04-17', [], 'unknown'],
] as const)('born %s and listed born %j: %s', (guestBorn, listed, agreement) => {
  expect(compareBirthDates(guestBorn, listed)).toBe(agreement);
});

describe('the answer', () => {
  const settings = { possibleFrom: 0.7, ...thresholds };
  const person = toSearchedPerson({ firstName: 'Viktor', lastName: 'Drakov', birthDate: born });
  const answer = (hits: readonly ListHit[]) =>
    toListAnswer('sample', settings, { person, hits, edition: 'lists of 20 Aug' });

  test('leaves out who scores too low, and says how old the lists are', () => {
    expect(answer([{ ...hit, score: 0.69 }])).toEqual({ result: 'clear', reasons: [], note: 'lists of 20 Aug' });
  });

  test('is as strong as the strongest hit, which comes first, and tells five at most', () => {
    const many = Array.from({ length: 7 }, (_, index) => ({
      ...hit,
      name: `Namesake ${index}`,
      score: 0.8 + index / 100,
    }));
    const given = answer([
      ...many,
      { ...hit, score: 0.96, birthDates: [born], details: ['lists eu_fsf', 'topics sanction'] },
    ]);
    expect(given).toMatchObject({ result: 'match', strength: 'strong', note: 'strong match, lists of 20 Aug' });
    expect(given.reasons).toHaveLength(5);
    expect(given.reasons[0]).toEqual({
      code: 'sample.listed',
      text: 'On a list as “Viktor Drakov” (score 0.96, same birth date): lists eu_fsf; topics sanction',
    });
    expect(given.reasons[1]?.text).toContain('Namesake 6');
  });

  test('keeps on one line, and within bounds, what a list says', () => {
    const given = answer([
      { ...hit, name: `A\u202E\n\u0000B ${'x'.repeat(5_000)}`, details: ['y'.repeat(5_000), ' '] },
    ]);
    expect(given.reasons[0]?.text).toMatch(/^On a list as “A B x+…” \(score 1\.00, no birth date to compare\): y+…$/);
    expect(given.reasons[0]?.text.length).toBeLessThan(500);
  });
});
