import { expect, test } from '@jest/globals';
import type { Finding, FindingResult } from '../../../../src/domain/finding.ts';
import type { Policy, ProviderRule } from '../../../../src/domain/policy/policy-form.ts';
import { type PastScreening, replay } from '../../../../src/domain/policy/replay.ts';

const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' } as const;
const rule: ProviderRule = { required: true, onMatch };
const toPolicy = (providers: Policy['providers']): Policy => ({
  name: 'changed',
  version: '2',
  providers,
  otherwise: rule,
  trust: { reasonCode: 'list.trusted', excuses: [] },
});
const candidates = ['lists', 'identity'].map((id) => ({ id, label: id }));

function toFinding(provider: string, result: FindingResult): Finding {
  const reasons = [{ code: `${provider}.${result}`, text: `${provider} says ${result}` }];
  return { provider, providerVersion: '1', label: provider, result, reasons, checkedAt: '2026-11-23T09:00:00.000Z' };
}

const toPast = (findings: readonly Finding[], more: Partial<PastScreening> = {}): PastScreening => ({
  fields: { isMainGuest: true, arrivesOn: '2026-11-11', departsOn: '2026-11-14', adults: 2, children: 0 },
  findings,
  outcome: 'clear',
  ...more,
});

test('a stricter rule changes the outcome, and says why', () => {
  const strict = toPolicy({ lists: { required: true, onMatch: { ...onMatch, possible: 'flagged' } } });
  const past = toPast([toFinding('lists', 'match'), toFinding('identity', 'clear')], { outcome: 'review' });
  expect(replay(past, strict, candidates)).toEqual({
    before: 'review',
    after: 'flagged',
    reasons: [{ code: 'lists.match', text: 'lists says match' }],
    leftOut: [],
    notKnown: [],
  });
});

test('a provider that would not be asked is left out', () => {
  const policy = toPolicy({ identity: { ...rule, when: [{ role: 'companion' }] } });
  const past = toPast([toFinding('lists', 'clear'), toFinding('identity', 'match')], { outcome: 'review' });
  expect(replay(past, policy, candidates)).toMatchObject({ after: 'clear', leftOut: ['identity'], notKnown: [] });
});

test('what a provider would have said that was not asked is not known, and no reason to worry by itself', () => {
  expect(replay(toPast([toFinding('lists', 'clear')]), toPolicy({}), candidates)).toMatchObject({
    after: 'clear',
    notKnown: ['identity'],
  });
});

test('a provider that was switched off since still counts by what it said', () => {
  const past = toPast([toFinding('lists', 'clear'), toFinding('gone', 'match')], { outcome: 'review' });
  expect(replay(past, toPolicy({}), candidates.slice(0, 1))).toMatchObject({ after: 'review', notKnown: [] });
});

test('who was new then is new in the replay', () => {
  const policy = toPolicy({ identity: { ...rule, when: [{ guest: 'known' }] } });
  const past = toPast([toFinding('lists', 'clear'), toFinding('identity', 'match')], {
    outcome: 'review',
    selection: { guest: 'new', notAsked: [] },
  });
  expect(replay(past, policy, candidates)).toMatchObject({ after: 'clear', leftOut: ['identity'] });
});

test('that a verification was withdrawn counts under every policy', () => {
  const past = toPast([toFinding('lists', 'clear'), toFinding('known-guests', 'match')], { outcome: 'review' });
  expect(replay(past, { ...toPolicy({}), knownGuests: { onWithdrawn: 'flagged' } }, candidates)).toMatchObject({
    before: 'review',
    after: 'flagged',
    leftOut: [],
  });
});
