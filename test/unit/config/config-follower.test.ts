import { beforeEach, expect, test } from '@jest/globals';
import { readConfigFile } from '../../../src/config/config-file.ts';
import { type ConfigFollower, createConfigFollower } from '../../../src/config/config-follower.ts';
import { createRecordedLogger } from '../cloudbeds/recorded-logger.ts';

const atStart = '{ defaults: { writeBack: both }, properties: { 1: { language: de } } }';
const changed = '{ defaults: { writeBack: both }, properties: { 1: { language: pt } } }';
const wrong = '{ properties: { 1: { langauge: pt } } }';

let text: string | Error;
let counted: string[];
let logger: ReturnType<typeof createRecordedLogger>;
let follower: ConfigFollower;

beforeEach(() => {
  text = atStart;
  counted = [];
  logger = createRecordedLogger();
  const reading = readConfigFile(atStart, []);
  if ('problems' in reading) throw new Error('The first must be right');
  follower = createConfigFollower({
    first: { text: atStart, properties: reading.properties },
    readText: () => {
      if (text instanceof Error) throw text;
      return text;
    },
    manifests: [],
    logger,
    metrics: {
      count: (name, labels) => counted.push([name, ...Object.values(labels)].join(' ')),
      observe: () => undefined,
    },
  });
});

const languageNow = () => follower.properties.configFor('1').language;
const listRefused = () => logger.lines.filter(({ event }) => event === 'configuration.refused');

test('a file that does not change is nothing new', () => {
  expect([follower.look(), follower.look()]).toEqual([undefined, undefined]);
  expect(counted).toEqual([]);
});

test('a change is taken once it has stood still for a look, and says whom it concerns', () => {
  text = changed;
  expect(follower.look()).toBeUndefined();
  expect(languageNow()).toBe('de');
  const hasChanged = follower.look();
  expect([hasChanged?.('1'), hasChanged?.('2')]).toEqual([true, false]);
  expect(languageNow()).toBe('pt');
  expect([follower.look(), counted]).toEqual([undefined, ['configuration_reloads taken']]);
});

test('a file that is still being written is not taken', () => {
  text = '{}';
  follower.look();
  text = changed;
  expect(follower.look()).toBeUndefined();
  expect(languageNow()).toBe('de');
});

test('asked to reload, it takes the file at once', () => {
  text = changed;
  expect(follower.reload()?.('1')).toBe(true);
  expect(languageNow()).toBe('pt');
});

test('a file that is wrong is told of once, by the path of what is wrong, and the one before stays', () => {
  text = wrong;
  for (let looks = 0; looks < 4; looks += 1) expect(follower.look()).toBeUndefined();
  expect(languageNow()).toBe('de');
  expect(listRefused()).toMatchObject([{ facts: { name: 'properties.1.langauge', message: 'is not known' } }]);
  expect(counted).toEqual(['configuration_reloads refused']);
  expect(follower.reload()).toBeUndefined();
  expect(listRefused()).toHaveLength(2);
  text = changed;
  follower.look();
  expect(follower.look()?.('1')).toBe(true);
});

test('what is wrong with the file can be asked for until a good one is taken, or the one before is back', () => {
  const listNames = () => follower.listProblems().map(({ name }) => name);
  expect(listNames()).toEqual([]);
  for (const good of [changed, changed, atStart]) {
    text = wrong;
    follower.look();
    expect(listNames()).toEqual([]);
    follower.look();
    expect(listNames()).toEqual(['properties.1.langauge']);
    text = good;
    follower.look();
    follower.look();
    expect(listNames()).toEqual([]);
  }
  text = wrong;
  follower.reload();
  expect(listNames()).toEqual(['properties.1.langauge']);
  text = atStart;
  follower.reload();
  expect(listNames()).toEqual([]);
});

test('a file that is gone for a while changes nothing', () => {
  text = Object.assign(new Error('gone'), { code: 'ENOENT' });
  for (let looks = 0; looks < 3; looks += 1) follower.look();
  expect(listRefused()).toMatchObject([{ facts: { name: 'CONFIG_FILE', message: 'cannot be read (ENOENT)' } }]);
  text = atStart;
  expect([follower.look(), follower.look(), languageNow()]).toEqual([undefined, undefined, 'de']);
  text = wrong;
  for (let looks = 0; looks < 2; looks += 1) follower.look();
  expect(listRefused()).toHaveLength(2);
});

test('who signs in how stays as it was at start, and is said to need one', () => {
  text = '{ signIn: { oidc: { label: Other, roles: [] } } }';
  follower.reload();
  expect(follower.properties.oidc.label).toBe('Single sign-on');
  expect(logger.lines).toContainEqual(
    expect.objectContaining({ event: 'configuration.restart_needed', facts: { name: 'signIn' } }),
  );
});
