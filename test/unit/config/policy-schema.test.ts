import { describe, expect, test } from '@jest/globals';
import { defaultPolicy } from '../../../src/config/default-policy.ts';
import { createReadPolicy } from '../../../src/config/read-policy.ts';
import { readConfigFile } from '../../../src/config/config-file.ts';
import { protectedAttributeMessage } from '../../../src/config/protected-attributes.ts';
import type { ProviderManifest } from '../../../src/ports/check-provider.ts';

const toManifest = (id: string, reuseMs?: number): ProviderManifest => ({
  id,
  version: '1',
  label: id,
  description: 'For tests.',
  reads: [],
  hosts: [],
  deadlineMs: 1_000,
  concurrency: 1,
  kind: 'instant',
  settings: {},
  ...(reuseMs === undefined ? {} : { reuseMs }),
});

const manifests = [toManifest('house-list'), toManifest('booking-rules'), toManifest('identity', 30 * 86_400_000)];
const readPolicy = createReadPolicy(manifests);
const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' };
const rule = { required: true, onMatch };
const base = {
  name: 'test',
  version: '1',
  providers: {},
  otherwise: rule,
  trust: { reasonCode: 'house_list.trusted', excuses: ['booking-rules'] },
};
const givePoints = { name: 'a match', provider: 'booking-rules', result: 'match', points: 10 };

function listProblems(policy: unknown): readonly string[] {
  const reading = readPolicy(policy);
  return 'problems' in reading ? reading.problems.map(({ path, message }) => `${path.join('.')}: ${message}`) : [];
}

const withWhen = (situation: unknown) => ({ ...base, providers: { identity: { ...rule, when: [situation] } } });
const withRule = (more: object) => ({
  ...base,
  points: { reviewAt: 50, flaggedAt: 90, rules: [{ ...givePoints, ...more }] },
});

describe('a policy', () => {
  test.each<[string, unknown]>([
    ['of the simple form', base],
    ['that is the default', defaultPolicy],
    ['with situations', withWhen({ leadTimeDays: { atMost: 2 }, source: { noneOf: ['Direct'] }, guest: 'new' })],
    ['with points', withRule({})],
    [
      'with a match left to points',
      { ...withRule({}), providers: { 'booking-rules': { ...rule, onMatch: { ...onMatch, possible: 'points' } } } },
    ],
    ['with a shorter reuse', { ...base, providers: { identity: { ...rule, reuseDays: 7 } } }],
    ['with answers asked for each time', { ...base, providers: { 'house-list': { ...rule, reuseDays: 0 } } }],
    ['that flags withdrawn guests', { ...base, knownGuests: { onWithdrawn: 'flagged' } }],
  ])('%s is read as it stands', (_, policy) => {
    expect(readPolicy(policy)).toEqual({ policy });
  });

  test.each<[string, unknown, string]>([
    [
      'a machine that declines',
      { ...base, otherwise: { ...rule, onMatch: { ...onMatch, strong: 'declined' } } },
      'otherwise.onMatch.strong: must be one of review, flagged, points',
    ],
    ['a situation that says nothing', withWhen({}), 'providers.identity.when.0: says nothing: leave it out'],
    [
      'bounds that say nothing',
      withWhen({ nights: {} }),
      'providers.identity.when.0.nights: says nothing: leave it out',
    ],
    [
      'bounds the wrong way round',
      withWhen({ nights: { atLeast: 5, atMost: 2 } }),
      'providers.identity.when.0.nights: atLeast is greater than atMost',
    ],
    [
      'thresholds the wrong way round',
      { ...base, points: { reviewAt: 90, flaggedAt: 50, rules: [givePoints] } },
      'points.flaggedAt: must not be less than reviewAt',
    ],
    [
      'points of an unknown provider',
      withRule({ provider: 'tarot' }),
      'points.rules.0.provider: must be one of house-list, booking-rules, identity',
    ],
    ['points that take away', withRule({ points: -5 }), 'points.rules.0.points: Too small: expected number to be >=1'],
    [
      'points for nothing',
      withRule({ result: undefined }),
      'points.rules.0.result: or strength or reasonCode is required: points are given for something',
    ],
    [
      'a strength without a match',
      withRule({ result: 'clear', strength: 'likely' }),
      'points.rules.0.strength: goes with the result match only',
    ],
    [
      'a match that is left to points that nothing gives',
      { ...base, providers: { identity: { ...rule, onMatch: { ...onMatch, possible: 'points' } } } },
      'providers.identity.onMatch.possible: leaves it to points, and no rule gives points for such a match, whatever its reasons',
    ],
    [
      'others that are left to points',
      { ...withRule({}), otherwise: { ...rule, onMatch: { ...onMatch, likely: 'points' } } },
      'otherwise.onMatch.likely: cannot be points, which are given by provider: name the provider',
    ],
    [
      'a longer reuse than the provider allows',
      { ...base, providers: { identity: { ...rule, reuseDays: 31 } } },
      'providers.identity.reuseDays: can shorten for how long an answer stands, never lengthen it: 30 days at most',
    ],
  ])('with %s is refused, with the path', (_, policy, problem) => {
    expect(listProblems(policy)).toEqual([problem]);
  });

  test('with two rules of one name is refused, because an outcome names them', () => {
    const points = { reviewAt: 5, flaggedAt: 9, rules: [givePoints, { ...givePoints, strength: 'likely' }] };
    expect(listProblems({ ...base, points })).toEqual(['points.rules.1.name: is the name of another rule too']);
  });
});

describe('nobody is judged by who they are by birth or belief', () => {
  test.each([
    'nationality',
    'country',
    'citizenOf',
    'gender',
    'sex',
    'religion',
    'language',
    'preferred_language',
    'race',
  ])('a situation cannot name %s', (key) => {
    expect(listProblems(withWhen({ [key]: 'x' }))).toContainEqual(
      `providers.identity.when.0.${key}: ${protectedAttributeMessage}`,
    );
  });

  test('nor can a rule for points, by key or by reason code', () => {
    expect(listProblems(withRule({ nationalities: ['x'] }))).toEqual([
      `points.rules.0.nationalities: ${protectedAttributeMessage}`,
    ]);
    expect(listProblems(withRule({ reasonCode: 'contact.phone_country_differs' }))).toEqual([
      `points.rules.0.reasonCode: ${protectedAttributeMessage}`,
    ]);
  });

  test('nor can a policy in the configuration file, which says why', () => {
    const config = JSON.stringify({ properties: { 7: { policy: withWhen({ gender: 'F' }) } } });
    expect(readConfigFile(config, manifests)).toEqual({
      problems: [{ name: 'properties.7.policy.providers.identity.when.0.gender', message: protectedAttributeMessage }],
    });
  });

  test('what is merely unknown is called so', () => {
    expect(listProblems(withWhen({ nights: { atLeast: 1 }, moon: 'full' }))).toEqual([
      'providers.identity.when.0.moon: is not known',
    ]);
  });
});
