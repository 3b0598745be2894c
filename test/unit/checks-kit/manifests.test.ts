import { describe, expect, test } from '@jest/globals';
import { providers } from '../../../providers/index.ts';
import { assertProviders, listManifestProblems } from '../../../src/checks/manifest-problems.ts';
import type { CheckProvider, ProviderManifest } from '../../../src/ports/check-provider.ts';
import { createHostedCheck } from '../../support/hosted-check.ts';
import { createAskingProvider } from './kit-fixture.ts';

test('every provider of this service can be started', () => {
  expect(() => assertProviders(providers)).not.toThrow();
});

test('two providers with one id stop the start, which names both', () => {
  const twins = [createAskingProvider({ label: 'First' }), createAskingProvider({ label: 'Second' })];
  expect(() => assertProviders(twins)).toThrow(/“asking”: “First” and “Second”/);
});

test('all problems are told at once', () => {
  const bad = [createAskingProvider({ id: 'A b' }), createAskingProvider({ concurrency: 0 })];
  expect(() => assertProviders(bad)).toThrow(/kebab-case[\s\S]*concurrency/);
});

const { settings } = createAskingProvider().manifest;
const cost = { minorUnits: 5, currency: 'EUR' };

describe('a manifest is refused that', () => {
  test.each<[string, Partial<ProviderManifest>, RegExp]>([
    ['has no deadline', { deadlineMs: 0 }, /deadlineMs/],
    ['names a URL for a host', { hosts: ['https://vendor.example/'] }, /no host/],
    ['names an address for a host', { hosts: ['10.0.0.1'] }, /no host/],
    ['names this machine', { hosts: ['localhost'] }, /no host/],
    ['names a setting that there is not', { hosts: ['{url}'] }, /no such setting/],
    [
      'has a default of another type',
      { settings: { a: { type: 'number', description: 'A.', default: '1' } } },
      /default is no number/,
    ],
    [
      'brings a secret along',
      { settings: { a: { type: 'string', description: 'A.', default: 'k', isSecret: true } } },
      /secret/,
    ],
    ['costs without a ceiling', { cost, isOnByDefault: false, settings }, /monthlyCeiling/],
    ['costs by default', { cost }, /off by default/],
    ['tries for ever', { retry: { tries: 1_000, firstDelayMs: 1 } }, /tries/],
    ['answers later without a way to', { kind: 'later', later: { overdueAfterMs: 1 } }, /called back nor polled/],
    ['answers at once and is overdue', { later: { overdueAfterMs: 1 } }, /parts for later/],
  ])('%s', (_what, changes, problem) => {
    expect(listManifestProblems(createAskingProvider(changes)).join('\n')).toMatch(problem);
  });

  test('polls without saying how often', () => {
    const hosted: CheckProvider = { ...createHostedCheck(), poll: () => Promise.reject(new Error('x')) };
    expect(listManifestProblems(hosted).join()).toMatch(/both pollEveryMs and poll/);
  });
});
