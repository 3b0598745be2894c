import { describe, expect, test } from '@jest/globals';
import { toAlertSteps } from '../../../src/domain/alerts/alert-steps.ts';
import { firstEditionMs, toListCauses } from '../../../src/domain/alerts/list-causes.ts';
import { judgeArrival, type JudgedStay } from '../../../src/domain/alerts/match-before-arrival.ts';
import { toProviderVerdict } from '../../../src/domain/alerts/provider-verdict.ts';
import type { Screening } from '../../../src/domain/screening.ts';

const now = '2026-11-23T12:00:00.000Z';
const minutesAgo = (minutes: number) => new Date(Date.parse(now) - minutes * 60_000).toISOString();

describe('a provider', () => {
  /** `+` an answer, `-` none; the newest last, `minutes` apart. */
  const judge = (answers: string, minutes = 1) =>
    toProviderVerdict(
      Array.from({ length: answers.length }, (_, index) => ({
        at: minutesAgo((answers.length - index) * minutes),
        isAnswer: answers[index] === '+',
      })),
      now,
    );

  test.each<[string, string, number, string]>([
    ['that gave no answer five times in a row', '+++-----', 1, 'down'],
    ['that a small hotel asks once an hour, and that gave none', '-----', 60, 'down'],
    ['that answers every other question', '-+-+-+-+-+', 1, 'down'],
    ['that failed now and then', '++-+++-+++', 1, 'up'],
    ['that failed twice', '+++--', 1, 'unknown'],
    ['that has answered once again', '-----+', 1, 'unknown'],
    ['that has answered three times again', '-----+++', 1, 'up'],
    ['that was asked yesterday', '-----', 600, 'unknown'],
    ['that was never asked', '', 1, 'unknown'],
  ])('%s', (_what, ...[answers, minutes, state]) => {
    expect(judge(answers, minutes).state).toBe(state);
  });

  test('is counted within its window', () => {
    expect(judge('-----', 60)).toEqual({ state: 'down', asked: 5, unavailable: 5 });
  });
});

describe('a match', () => {
  const finding = { provider: 'p', providerVersion: '1', label: 'P', reasons: [], checkedAt: now };
  const matched: JudgedStay['screening'] = {
    status: 'completed',
    outcome: 'flagged',
    findings: [{ ...finding, result: 'match', strength: 'strong' }],
  };
  const stay: JudgedStay = { screening: matched, isActive: true, arrivesOn: '2026-11-24', departsOn: '2026-11-26' };
  const decided = { decision: 'approved', reason: 'r', decidedBy: 'd', decidedAt: now } as const;
  const judge = (changes: Partial<JudgedStay>, screening: Partial<Screening> = {}) =>
    judgeArrival({ ...stay, ...changes, screening: { ...matched, ...screening } }, now, 'Europe/Lisbon');

  test.each<[string, Partial<JudgedStay>, Partial<Screening>, string]>([
    ['that arrives tomorrow', {}, {}, 'raise'],
    ['that arrives today', { arrivesOn: '2026-11-23' }, {}, 'raise'],
    ['of somebody in house', { arrivesOn: '2026-11-20' }, {}, 'raise'],
    ['that is for review', {}, { outcome: 'review' }, 'raise'],
    ['that is seen before the last answer is in', {}, { status: 'in_progress' }, 'raise'],
    ['that arrives the day after tomorrow', { arrivesOn: '2026-11-25' }, {}, 'settle'],
    ['that somebody decided', {}, { decision: decided }, 'settle'],
    ['whose stay is off', { isActive: false }, {}, 'settle'],
    ['whose stay is over', { arrivesOn: '2026-11-20', departsOn: '2026-11-22' }, {}, 'settle'],
    ['that the policy lets pass', {}, { outcome: 'clear' }, 'settle'],
    [
      'that is merely possible',
      {},
      { outcome: 'review', findings: [{ ...finding, result: 'match', strength: 'possible' }] },
      'settle',
    ],
    [
      'that is merely possible, and flagged',
      {},
      { findings: [{ ...finding, result: 'match', strength: 'possible' }] },
      'raise',
    ],
    ['that is none, though somebody has to look', {}, { outcome: 'review', findings: [] }, 'settle'],
    ['whose checks run again', {}, { status: 'in_progress', findings: [] }, 'leave'],
  ])('%s', (_what, ...[changes, screening, verdict]) => {
    expect(judge(changes, screening)).toBe(verdict);
  });

  test('comes near by the calendar of its property', () => {
    const late = '2026-11-23T23:30:00.000Z';
    const judgeAt = (timeZone: string) => judgeArrival({ ...stay, arrivesOn: '2026-11-25' }, late, timeZone);
    expect([judgeAt('Europe/Lisbon'), judgeAt('Europe/Berlin')]).toEqual(['settle', 'raise']);
  });
});

test('lists are too old that their publisher has not confirmed, or that were never taken', () => {
  const list = { canRefresh: true, ageMs: 50 * 3_600_000 };
  const lists = [
    { ...list, listId: 'stale', state: 'stale' },
    { ...list, listId: 'fresh', state: 'fresh' },
    { canRefresh: true, listId: 'missing', state: 'missing' },
    { canRefresh: false, listId: 'own', state: 'missing' },
  ] as const;
  const old = { propertyId: null, about: 'stale', facts: { state: 'stale', ageHours: 50 } };
  expect(toListCauses(lists, 0)).toEqual([old]);
  expect(toListCauses(lists, firstEditionMs)).toEqual([
    old,
    { propertyId: null, about: 'missing', facts: { state: 'missing' } },
  ]);
});

test('what is open and not seen any more is over, except where nobody can tell', () => {
  const open = ['a', 'b', 'c'].map((about) => ({ propertyId: 'P1', about }));
  const seen = [
    { propertyId: 'P1', about: 'a', facts: {} },
    { propertyId: 'P2', about: 'b', facts: {} },
  ];
  const steps = toAlertSteps(open, seen, ({ about }) => about === 'c');
  expect(steps).toEqual({ raise: seen, settle: [{ propertyId: 'P1', about: 'b' }] });
});
