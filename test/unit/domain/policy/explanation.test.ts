import { describe, expect, test } from '@jest/globals';
import type { Finding, FindingResult, MatchStrength } from '../../../../src/domain/finding.ts';
import { conclude, type Outcome, type Policy } from '../../../../src/domain/policy.ts';
import { toMostSevere } from '../../../../src/domain/policy/outcome.ts';

const onMatch = { possible: 'points', likely: 'review', strong: 'flagged' } as const;
const policy: Policy = {
  name: 'weighed',
  version: '3',
  providers: {
    rules: { required: true, onMatch },
    contact: { required: false, onMatch },
  },
  otherwise: { required: true, onMatch: { possible: 'review', likely: 'review', strong: 'flagged' } },
  trust: { reasonCode: 'list.trusted', excuses: ['rules'] },
  points: {
    reviewAt: 50,
    flaggedAt: 90,
    rules: [
      { name: 'an unusual booking', provider: 'rules', result: 'match', strength: 'possible', points: 30 },
      { name: 'one night', provider: 'rules', reasonCode: 'rules.one_night', points: 20 },
      { name: 'a doubtful contact', provider: 'contact', result: 'match', points: 40 },
      { name: 'no contact at all', provider: 'contact', result: 'incomplete', points: 25 },
    ],
  },
};

function toFinding(provider: string, result: FindingResult, more: Partial<Finding> = {}): Finding {
  const fixed = { providerVersion: '1', label: provider, reasons: [], checkedAt: '2026-11-23T09:00:00.000Z' };
  return { provider, result, ...fixed, ...more };
}

const oneNight = { reasons: [{ code: 'rules.one_night', text: 'One night' }] };
const possible = { strength: 'possible' as const };
const trusted = toFinding('list', 'clear', { reasons: [{ code: 'list.trusted', text: 'Trusted' }] });

const unusual = toFinding('rules', 'match', possible);
const unusualNight = toFinding('rules', 'match', { ...possible, ...oneNight });

interface Row {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly points: number;
  readonly outcome: Outcome;
}

describe('points', () => {
  test.each<Row>([
    { name: 'below every threshold leave the guest clear', findings: [unusual], points: 30, outcome: 'clear' },
    { name: 'reach review together', findings: [unusualNight], points: 50, outcome: 'review' },
    {
      name: 'reach flagged together',
      findings: [unusualNight, toFinding('contact', 'match', possible)],
      points: 90,
      outcome: 'flagged',
    },
    {
      name: 'are given for a reason, whatever the result',
      findings: [toFinding('rules', 'clear', oneNight), toFinding('contact', 'incomplete')],
      points: 45,
      outcome: 'clear',
    },
    {
      name: 'are not given for another strength',
      findings: [toFinding('rules', 'match', { strength: 'likely' })],
      points: 0,
      outcome: 'review',
    },
    {
      name: 'are not given for another provider',
      findings: [toFinding('list', 'clear', oneNight)],
      points: 0,
      outcome: 'clear',
    },
    { name: 'are not given where trust excuses', findings: [trusted, unusualNight], points: 0, outcome: 'clear' },
    {
      name: 'do not soften what a rule says',
      findings: [toFinding('rules', 'match', { strength: 'strong' })],
      points: 0,
      outcome: 'flagged',
    },
  ])('$name', ({ findings, points, outcome }) => {
    expect(conclude(findings, policy)).toMatchObject({ outcome, explanation: { points, outcome } });
  });

  test('are told by rule, with the threshold that they reach', () => {
    const { explanation, reasons } = conclude([unusualNight], policy);
    expect(explanation).toEqual({
      outcome: 'review',
      points: 50,
      thresholds: { reviewAt: 50, flaggedAt: 90 },
      notAsked: [],
      parts: [
        { rule: 'points.rules.0', text: 'rules: an unusual booking, 30 points', provider: 'rules', points: 30 },
        { rule: 'points.rules.1', text: 'rules: one night, 20 points', provider: 'rules', points: 20 },
        { rule: 'points.reviewAt', text: '50 points in all: review from 50', means: 'review' },
      ],
    });
    expect(reasons).toEqual(oneNight.reasons);
  });

  test('that reach nothing are no reason', () => {
    expect(conclude([unusual], policy).reasons).toEqual([]);
  });
});

describe('an explanation', () => {
  test('names each rule by where it stands', () => {
    const findings = [
      toFinding('list', 'match', { strength: 'strong' }),
      toFinding('rules', 'unavailable'),
      toFinding('known-guests', 'match', possible),
    ];
    expect(conclude(findings, policy).explanation.parts.map(({ rule, means }) => [rule, means])).toEqual([
      ['otherwise.onMatch.strong', 'flagged'],
      ['providers.rules.required', 'review'],
      ['knownGuests.onWithdrawn', 'review'],
    ]);
  });

  test('says that trust excused', () => {
    const { parts } = conclude([trusted, unusual], policy).explanation;
    expect(parts).toEqual([{ rule: 'trust', text: 'rules: excused, because the guest is trusted', provider: 'rules' }]);
  });

  test('says why nobody is clear unseen, and that the policy wanted it so', () => {
    const notAsked = [{ provider: 'rules', label: 'Rules', text: 'Not asked: only for companions' }];
    const { explanation, reasons } = conclude([], policy, { notAsked, guest: 'known' });
    expect(explanation).toMatchObject({ parts: [{ rule: 'no_answer', means: 'review' }], notAsked, guest: 'known' });
    expect(reasons).toEqual([
      { code: 'policy.no_checks', text: 'The policy asks no check about this guest and booking' },
    ]);
  });

  test('adds up, whatever is found', () => {
    for (const findings of listCombinations()) {
      const { outcome, explanation } = conclude(findings, policy);
      const { parts, points } = explanation;
      expect(parts.reduce((sum, part) => sum + (part.points ?? 0), 0)).toBe(points);
      expect(toMostSevere(parts.map(({ means }) => means))).toBe(outcome);
    }
  });

  test('no machine declines, whatever is found', () => {
    const outcomes = listCombinations().map((findings) => conclude(findings, policy).outcome);
    expect([...new Set(outcomes)].sort()).toEqual(['clear', 'flagged', 'review']);
  });
});

/** Each of three providers with each result and strength, with and without a reason that counts. */
function listCombinations(): readonly (readonly Finding[])[] {
  const results: readonly [FindingResult, MatchStrength?][] = [
    ['clear'],
    ['match', 'possible'],
    ['match', 'likely'],
    ['match', 'strong'],
    ['incomplete'],
    ['pending'],
    ['unavailable'],
  ];
  const each = (provider: string) =>
    results.flatMap(([result, strength]) =>
      [{}, oneNight].map((more) => toFinding(provider, result, { ...(strength && { strength }), ...more })),
    );
  return each('rules').flatMap((one) =>
    each('contact').flatMap((two) => each('list').map((three) => [one, two, three])),
  );
}
