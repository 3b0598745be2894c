import { describe, expect, test } from '@jest/globals';
import { readConfigFile, type PropertyConfigs } from '../../../src/config/config-file.ts';
import { defaultPolicy } from '../../../src/config/default-policy.ts';
import { defaultFormSettings } from '../../../src/domain/form/form-settings.ts';
import type { ProviderManifest } from '../../../src/ports/check-provider.ts';

const manifest: ProviderManifest = {
  id: 'booking-rules',
  version: '1',
  label: 'Booking rules',
  description: 'For tests.',
  reads: [],
  hosts: [],
  deadlineMs: 1_000,
  concurrency: 1,
  kind: 'instant',
  settings: {
    oneNightWeight: { type: 'number', description: 'Weight.', default: 10, minimum: 0, maximum: 200 },
    oneNight: { type: 'boolean', description: 'On.', default: true },
    apiKey: { type: 'string', description: 'Key.', default: '', isSecret: true },
  },
};

function getConfigs(text: string): PropertyConfigs {
  const reading = readConfigFile(text, [manifest]);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.properties;
}

function listProblems(text: string): readonly string[] {
  const reading = readConfigFile(text, [manifest]);
  return 'problems' in reading ? reading.problems.map(({ name, message }) => `${name}: ${message}`) : [];
}

describe('a configuration file', () => {
  test('that is empty leaves everything at its default', () => {
    expect(getConfigs('').configFor('1')).toEqual({
      writeBack: 'custom_fields',
      phoneCountry: undefined,
      policy: defaultPolicy,
      form: defaultFormSettings,
      providers: { 'booking-rules': { enabled: true, settings: { oneNightWeight: 10, oneNight: true, apiKey: '' } } },
    });
  });

  test('lays a property over the defaults, key by key', () => {
    const configs = getConfigs(`
      defaults: { writeBack: note, phoneCountry: PT, providers: { booking-rules: { settings: { oneNightWeight: 20 } } } }
      properties:
        123: { writeBack: both, providers: { booking-rules: { enabled: false, settings: { oneNight: false } } } }
    `);
    expect(configs.configFor('123')).toMatchObject({
      writeBack: 'both',
      phoneCountry: 'PT',
      providers: { 'booking-rules': { enabled: false, settings: { oneNightWeight: 20, oneNight: false } } },
    });
    expect(configs.configFor('456')).toMatchObject({
      writeBack: 'note',
      providers: { 'booking-rules': { enabled: true, settings: { oneNightWeight: 20, oneNight: true } } },
    });
  });

  test('may be JSON, and may bring a policy of its own', () => {
    const policy = {
      name: 'strict',
      version: '2',
      providers: {},
      otherwise: { required: true, onMatch: { possible: 'flagged', likely: 'flagged', strong: 'flagged' } },
      trust: { reasonCode: 'house_list.trusted', excuses: ['booking-rules'] },
    };
    const configs = getConfigs(JSON.stringify({ $schema: 'config.schema.json', defaults: { policy } }));
    expect(configs.configFor('1').policy).toEqual(policy);
  });

  test.each([
    ['an unknown key', 'colour: blue', ['colour: is not known']],
    [
      'an unknown provider',
      '{properties: {1: {providers: {tarot: {}}}}}',
      ['properties.1.providers.tarot: is not known'],
    ],
    [
      'an unknown setting',
      '{defaults: {providers: {booking-rules: {settings: {moon: 1}}}}}',
      ['defaults.providers.booking-rules.settings.moon: is not known'],
    ],
    [
      'a number out of bounds',
      '{properties: {123: {providers: {booking-rules: {settings: {oneNightWeight: 201}}}}}}',
      ['properties.123.providers.booking-rules.settings.oneNightWeight: Too big: expected number to be <=200'],
    ],
    [
      'a wrong type, without the value',
      '{defaults: {providers: {booking-rules: {settings: {apiKey: 4711}}}}}',
      ['defaults.providers.booking-rules.settings.apiKey: must be of type string'],
    ],
    [
      'a policy with a hole, in each place',
      '{defaults: {policy: {name: a, version: "1", providers: {}, trust: {reasonCode: a, excuses: [tarot]}}}}',
      ['defaults.policy.otherwise: is required', 'defaults.policy.trust.excuses.0: must be one of booking-rules'],
    ],
    [
      'a country in words',
      '{defaults: {phoneCountry: Portugal}}',
      [expect.stringContaining('defaults.phoneCountry: ')],
    ],
    ['a list', '- 1', ['CONFIG_FILE: must be of type object']],
    ['a key given twice', 'defaults: {}\ndefaults: {}', [expect.stringContaining('line 2')]],
    ['text that does not parse', '{"defaults": ', [expect.stringContaining('is neither JSON nor YAML')]],
    ['an alias that leads nowhere', 'defaults: *nobody', ['CONFIG_FILE: has aliases that cannot be resolved']],
    ['a prototype', '{"__proto__": {}}', ['__proto__: is not known']],
  ])('with %s is refused, with the path', (_, text, problems) => {
    expect(listProblems(text)).toEqual(problems);
  });
});
