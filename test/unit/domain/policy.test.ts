import { describe, expect, test } from '@jest/globals';
import type { Finding, FindingResult, MatchStrength } from '../../../src/domain/finding.ts';
import { conclude, type Outcome, type Policy } from '../../../src/domain/policy.ts';

const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' } as const;
const policy: Policy = {
  name: 'test',
  version: '7',
  providers: {
    needed: { required: true, onMatch },
    extra: { required: false, onMatch },
    rules: { required: true, onMatch },
    strict: { required: true, onMatch: { possible: 'flagged', likely: 'flagged', strong: 'flagged' } },
  },
  otherwise: { required: true, onMatch },
  trust: { reasonCode: 'list.trusted', excuses: ['rules'] },
};

const toFinding = (provider: string, result: FindingResult, more: Partial<Finding> = {}): Finding => ({
  provider,
  providerVersion: '1',
  label: provider,
  result,
  reasons: [],
  checkedAt: '2026-11-23T09:00:00.000Z',
  ...more,
});
const match = (provider: string, strength?: MatchStrength): Finding =>
  toFinding(provider, 'match', strength === undefined ? {} : { strength });
const trusted = toFinding('needed', 'clear', { reasons: [{ code: 'list.trusted', text: 'Trusted' }] });

interface Row {
  readonly name: string;
  readonly findings: readonly Finding[];
  readonly outcome: Outcome;
  readonly isIncomplete?: boolean;
}

const single: readonly Row[] = [
  { name: 'a clear check', findings: [toFinding('needed', 'clear')], outcome: 'clear' },
  { name: 'a possible match', findings: [match('needed', 'possible')], outcome: 'review' },
  { name: 'a likely match', findings: [match('needed', 'likely')], outcome: 'review' },
  { name: 'a strong match', findings: [match('needed', 'strong')], outcome: 'flagged' },
  { name: 'a match that does not say how sure it is', findings: [match('needed')], outcome: 'review' },
  { name: 'a match under a stricter rule', findings: [match('strict', 'possible')], outcome: 'flagged' },
  {
    name: 'a match of a provider that the policy does not name',
    findings: [match('new', 'strong')],
    outcome: 'flagged',
  },
  { name: 'a required check that lacks data', findings: [toFinding('needed', 'incomplete')], outcome: 'review' },
  { name: 'a required check that waits for its answer', findings: [toFinding('needed', 'pending')], outcome: 'review' },
  {
    name: 'a required check that could not be asked',
    findings: [toFinding('needed', 'unavailable')],
    outcome: 'review',
    isIncomplete: true,
  },
  {
    name: 'an unnamed check that could not be asked',
    findings: [toFinding('new', 'unavailable')],
    outcome: 'review',
    isIncomplete: true,
  },
];

const together: readonly Row[] = [
  {
    name: 'an optional check that could not be asked leaves the outcome to the others',
    findings: [toFinding('needed', 'clear'), toFinding('extra', 'unavailable')],
    outcome: 'clear',
  },
  {
    name: 'an optional check that lacks data leaves the outcome to the others',
    findings: [toFinding('needed', 'clear'), toFinding('extra', 'incomplete')],
    outcome: 'clear',
  },
  {
    name: 'nobody is clear whom no check could be asked about, required or not',
    findings: [toFinding('extra', 'unavailable')],
    outcome: 'review',
  },
  {
    name: 'nobody is clear of whom one check knows too little and another could not be asked',
    findings: [toFinding('extra', 'unavailable'), toFinding('extra', 'incomplete')],
    outcome: 'review',
  },
  {
    name: 'the most severe counts, wherever it stands',
    findings: [match('needed', 'strong'), toFinding('rules', 'clear'), match('rules', 'possible')],
    outcome: 'flagged',
  },
  {
    name: 'a match is not undone by a check that could not be asked',
    findings: [match('rules', 'strong'), toFinding('needed', 'unavailable')],
    outcome: 'flagged',
    isIncomplete: true,
  },
  {
    name: 'trust excuses a possible match of what it covers',
    findings: [trusted, match('rules', 'possible')],
    outcome: 'clear',
  },
  {
    name: 'trust excuses a likely match of what it covers',
    findings: [match('rules', 'likely'), trusted],
    outcome: 'clear',
  },
  { name: 'trust excuses no strong match', findings: [trusted, match('rules', 'strong')], outcome: 'flagged' },
  {
    name: 'trust excuses nothing that it does not cover',
    findings: [trusted, match('strict', 'likely')],
    outcome: 'flagged',
  },
  {
    name: 'trust does not stand in for a required check that could not be asked',
    findings: [trusted, toFinding('rules', 'unavailable')],
    outcome: 'review',
    isIncomplete: true,
  },
  { name: 'where no check is switched on nobody is clear', findings: [], outcome: 'review' },
];

describe('what one finding means', () => {
  test.each(single)('$name: $outcome', ({ findings, outcome, isIncomplete = false }) => {
    expect(conclude(findings, policy)).toMatchObject({ outcome, isIncomplete });
  });
});

describe('what findings mean together', () => {
  test.each(together)('$name', ({ findings, outcome, isIncomplete = false }) => {
    expect(conclude(findings, policy)).toMatchObject({ outcome, isIncomplete });
  });
});

test.each<FindingResult>(['match', 'incomplete', 'pending', 'unavailable'])(
  'a required check that says %s never lets anybody be clear',
  (result) => {
    expect(conclude([toFinding('needed', result), toFinding('rules', 'clear')], policy).outcome).not.toBe('clear');
  },
);

test('the reasons are those that led to the outcome, in the words of their findings', () => {
  const noticed = toFinding('rules', 'clear', { reasons: [{ code: 'rules.noticed', text: 'Noticed' }] });
  const found = toFinding('needed', 'match', { strength: 'strong', reasons: [{ code: 'list.found', text: 'Found' }] });
  expect(conclude([noticed, found], policy).reasons).toEqual([{ code: 'list.found', text: 'Found' }]);
});

test('a finding without reasons still gives one', () => {
  expect(conclude([match('needed', 'possible')], policy).reasons).toEqual([
    { code: 'needed.match', text: 'needed: match' },
  ]);
});

test('a conclusion names its policy and version', () => {
  expect(conclude([], policy).policy).toEqual({ name: 'test', version: '7' });
});

test('the same findings under the same policy always conclude the same', () => {
  const findings = [trusted, match('rules', 'likely'), match('needed', 'possible')];
  expect(conclude(findings, policy)).toEqual(conclude(structuredClone(findings), structuredClone(policy)));
});
