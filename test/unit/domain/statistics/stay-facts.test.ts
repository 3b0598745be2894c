import { describe, expect, test } from '@jest/globals';
import {
  type StayFacts,
  toCellChanges,
  toCells,
  toClearLead,
  toLanguageGroup,
  toLeadBucket,
  toNameScript,
  toTimeBucket,
} from '../../../../src/domain/statistics/stay-facts.ts';

const facts: StayFacts = {
  day: '2026-11-23',
  answerS: 2.4,
  machine: 'flagged',
  shown: 'flagged',
  guest: 'new',
  country: 'PT',
  nameScript: 'latin',
  reasons: ['house_list.banned'],
  answers: [{ provider: 'house-list', result: 'match' }],
};

describe('what a stay is counted as', () => {
  test('is nothing twice', () => {
    expect(toCellChanges(facts, facts)).toEqual([]);
    expect(toCellChanges(undefined, facts).every(({ by }) => by === 1)).toBe(true);
  });

  test('moves with a decision, and the counts of all that stays the same are left alone', () => {
    const decided: StayFacts = { ...facts, shown: 'approved', decisionS: 40 };
    const changes = toCellChanges(facts, decided);
    expect(new Set(changes.map(({ dimension }) => dimension))).toEqual(
      new Set(['path', 'country', 'name_script', 'decision_time']),
    );
    expect(changes.filter(({ dimension }) => dimension === 'path')).toEqual([
      { dimension: 'path', period: '2026-11-23', value: '', outcome: 'flagged>flagged', by: -1 },
      { dimension: 'path', period: '2026-11-23', value: '', outcome: 'flagged>approved', by: 1 },
    ]);
  });

  test('tells of who somebody is by month only', () => {
    const told = toCells(facts).filter(({ dimension }) => dimension === 'country' || dimension === 'name_script');
    expect(told.map(({ period }) => period)).toEqual(['2026-11', '2026-11']);
  });
});

describe('the language of a form', () => {
  test('is counted where there is one, and added to a stay that was counted without', () => {
    expect(toCells(facts).map(({ dimension }) => dimension)).not.toContain('form_language');
    const told = { dimension: 'form_language', period: '2026-11', value: 'pt', outcome: 'flagged>flagged', by: 1 };
    expect(toCellChanges(facts, { ...facts, formLanguage: 'pt' })).toEqual([told]);
  });

  test.each([
    ['pt-BR', 'pt'],
    ['PT', 'pt'],
    ['uk', 'uk'],
  ])('%s belongs to %s', (tag, group) => {
    expect(toLanguageGroup(tag)).toBe(group);
  });
});

describe('times', () => {
  test.each([
    [0, '1'],
    [1, '1'],
    [1.1, '2'],
    [3_600, '3600'],
    [604_801, 'more'],
  ])('of %s seconds count up to %s', (seconds, bucket) => {
    expect(toTimeBucket(seconds)).toBe(bucket);
  });

  test.each([
    [-1, 'after_arrival'],
    [0, '0'],
    [1, '1'],
    [2, '2-3'],
    [7, '4-7'],
    [8, '8-30'],
    [31, 'over_30'],
  ])('of %s days before arrival count as %s', (days, bucket) => {
    expect(toLeadBucket(days)).toBe(bucket);
  });

  test('from being clear to the arrival count from the first time, and not at all for others', () => {
    const stay = { today: '2026-11-23', arrivesOn: '2026-11-26', before: undefined };
    expect(toClearLead('clear', stay)).toBe(3);
    expect(toClearLead('flagged', stay)).toBeUndefined();
    expect(toClearLead('approved', { ...stay, before: { ...facts, clearLeadDays: 9 } })).toBe(9);
  });
});

test.each([
  ['Ana Fontes', 'latin'],
  ['Žofie Dvořáková', 'latin'],
  ['Олена Шевченко', 'cyrillic'],
  ['محمد علي', 'arabic'],
  ['王小明', 'han'],
  ['さとう けん', 'kana'],
  ['김민준', 'hangul'],
  ['Ana 王', 'han'],
  ['123', 'none'],
])('the name %s is written in %s', (name, script) => {
  expect(toNameScript(name)).toBe(script);
});
