import { describe, expect, test } from '@jest/globals';
import { readConfigFile, type PropertyConfigs } from '../../../src/config/config-file.ts';
import { defaultPolicy } from '../../../src/config/default-policy.ts';
import { defaultFormSettings } from '../../../src/domain/form/form-settings.ts';
import type { ProviderManifest } from '../../../src/ports/check-provider.ts';

const spoken = 'must be one of en, de, fr, es, it, pt, nl, uk, zh, ja, ar, ml';

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

describe('a provider that is switched on without what it cannot do without', () => {
  const service: ProviderManifest = {
    ...manifest,
    id: 'list-server',
    isOnByDefault: false,
    settings: { url: { type: 'string', description: 'Where it is.', default: '', isRequired: true } },
  };
  const list = (text: string): readonly string[] => {
    const reading = readConfigFile(text, [manifest, service]);
    return 'problems' in reading ? reading.problems.map(({ name, message }) => `${name}: ${message}`) : [];
  };
  const [on, url] = ['list-server: { enabled: true }', "list-server: { settings: { url: 'http://lists' } }"];
  const message = 'is required where the provider is on';

  test('is named, once, where it was switched on', () => {
    const problems = [`defaults.providers.list-server.settings.url: ${message}`];
    expect(list(`defaults: { providers: { ${on} } }`)).toEqual(problems);
    expect(list(`{ defaults: { providers: { ${on} } }, properties: { 1: { writeBack: note } } }`)).toEqual(problems);
    expect(list(`properties: { 1: { providers: { ${on} } } }`)).toEqual([
      `properties.1.providers.list-server.settings.url: ${message}`,
    ]);
    expect(list(`defaults: { providers: { list-server: { enabled: true, settings: { url: ' ' } } } }`)).toEqual(
      problems,
    );
  });

  test('is in order where another section has it, or where it is off', () => {
    expect(list(`{ defaults: { providers: { ${on} } }, properties: { 1: { providers: { ${url} } } } }`)).toEqual([]);
    expect(list(`{ defaults: { providers: { ${url} } }, properties: { 1: { providers: { ${on} } } } }`)).toEqual([]);
    expect(list('')).toEqual([]);
  });

  test('is named at each property that lacks it, where another one has it', () => {
    const text = `{ defaults: { providers: { ${on} } }, properties: { 1: { providers: { ${url} } }, 2: {} } }`;
    expect(list(text)).toEqual([`properties.2.providers.list-server.settings.url: ${message}`]);
  });
});

describe('a configuration file', () => {
  test('that is empty leaves everything at its default', () => {
    expect(getConfigs('').configFor('1')).toEqual({
      writeBack: 'custom_fields',
      drift: 'repair',
      phoneCountry: undefined,
      alerts: { hook: undefined, mailTo: [] },
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

  test('lays the mails of a property’s form over the others, key by key', () => {
    const configs = getConfigs(`
      defaults: { form: { mail: { thanks: true } } }
      properties: { 1: { form: { mail: { replyTo: desk@hotel.example } } } }
    `);
    expect(configs.configFor('1').form.mail).toEqual({
      invitations: true,
      thanks: true,
      replyTo: 'desk@hotel.example',
    });
  });

  test('says which language a property speaks, in its forms and in its mails', () => {
    const configs = getConfigs(`
      defaults: { language: de }
      properties: { 1: { language: pt, form: { mail: { language: fr } } }, 2: {} }
    `);
    expect(configs.configFor('1')).toMatchObject({
      language: 'pt',
      form: { language: 'pt', mail: { language: 'fr' } },
    });
    expect(configs.configFor('2')).toMatchObject({ language: 'de', form: { language: 'de' } });
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
    ['a language in words', '{defaults: {language: German}}', [`defaults.language: ${spoken}`]],
    ['a language that is not spoken here', '{defaults: {language: sv}}', [`defaults.language: ${spoken}`]],
    ['mails in one', '{defaults: {form: {mail: {language: sv}}}}', [`defaults.form.mail.language: ${spoken}`]],
    ['a list', '- 1', ['CONFIG_FILE: must be of type object']],
    ['a key given twice', 'defaults: {}\ndefaults: {}', [expect.stringContaining('line 2')]],
    ['text that does not parse', '{"defaults": ', [expect.stringContaining('is neither JSON nor YAML')]],
    ['an alias that leads nowhere', 'defaults: *nobody', ['CONFIG_FILE: has aliases that cannot be resolved']],
    ['a prototype', '{"__proto__": {}}', ['__proto__: is not known']],
  ])('with %s is refused, with the path', (_, text, problems) => {
    expect(listProblems(text)).toEqual(problems);
  });
});
