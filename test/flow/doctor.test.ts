import { spawn } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runDoctor } from '../../src/compose/run-doctor.ts';
import { systemClock } from '../../src/clock/system-clock.ts';
import type { CheckResult } from '../../src/ports/doctor.ts';
import { eventually } from '../support/eventually.ts';
import { adminToken, type Hotel, openHotel, toSettings } from '../support/hotel.ts';
import { repositoryRoot } from '../house/source-files.ts';

const ignore = () => undefined;
const surroundings = {
  clock: systemClock,
  logger: { debug: ignore, info: ignore, warn: ignore, error: ignore },
};
const { signal } = new AbortController();

let hotel: Hotel;
beforeAll(async () => {
  // The PMS tells the machine's own time with every answer.
  hotel = await openHotel({ clock: systemClock, config: '' });
  const summary = { name: 'Summary', shortcode: 'screening_summary', applyTo: 'guest', isPersonal: true } as const;
  hotel.sandbox.world.addCustomField({ ...summary, maxCharacters: 40 });
  await hotel.start();
  await eventually(() => hotel.sandbox.world.listSubscriptions().length >= 9 || undefined, { what: 'the property' });
  await hotel.untilIdle();
});
afterAll(() => hotel.close());

const look = (changes: Readonly<Record<string, string>> = {}) =>
  runDoctor(toSettings({ ...hotel.environment, ...changes }, ''), surroundings, signal);
const find = (results: readonly CheckResult[], check: string) => results.filter((result) => result.check === check);
const listNotOk = (results: readonly CheckResult[]) =>
  results.filter(({ state }) => state !== 'ok').map(({ check, state }) => `${check} ${state}`);

test('a service that runs is asked, and only says what a trial on one machine lacks', async () => {
  const results = await look();
  expect(listNotOk(results)).toEqual(['custom_fields warning', 'outside warning', 'mail warning']);
  expect(find(results, 'service')).toMatchObject([{ state: 'ok' }]);
  for (const check of ['database', 'secret_key', 'queue', 'buried_jobs', 'subscriptions', 'pms_key', 'clock']) {
    expect([check, find(results, check)[0]?.state]).toEqual([check, 'ok']);
  }
});

test('without its token a service that runs is looked at from outside', async () => {
  const environment = { ...hotel.environment, ADMIN_TOKEN: '' };
  const results = await runDoctor(toSettings(environment, ''), surroundings, signal);
  expect(listNotOk(results)).toEqual(['service warning', 'outside warning']);
  expect(find(results, 'database')).toMatchObject([{ state: 'ok' }]);
});

test('the API tells the same, names a field that is too short, and touches nothing', async () => {
  const answer = await hotel.api('GET', '/api/v1/diagnostics');
  const { checks, state } = answer.body as { readonly checks: readonly CheckResult[]; readonly state: string };
  expect([answer.status, state]).toEqual([200, 'warning']);
  const { propertyId, world } = hotel.sandbox;
  expect(find(checks, 'custom_fields')).toMatchObject([
    { propertyId, state: 'warning', says: 'too short: screening_summary (40 instead of 255)' },
  ]);
  expect(world.listSubscriptions()).toHaveLength(9);
});

test('a configuration file that was refused while the service runs is named with what is wrong, until it is right again', async () => {
  await hotel.configure('defaults: { writeBack: everywhere }');
  const listSettings = async () => {
    const { body } = (await hotel.api('GET', '/api/v1/diagnostics')) as { body: { checks: CheckResult[] } };
    return body.checks.filter(({ check }) => check === 'settings');
  };
  expect(await listSettings()).toEqual([
    expect.objectContaining({
      propertyId: null,
      state: 'problem',
      says: expect.stringMatching(/^defaults\.writeBack: /),
    }),
  ]);
  await hotel.configure('');
  expect(await listSettings()).toEqual([]);
});

test('a property that was disconnected is not asked about, and the doctor says why and what to do', async () => {
  const { propertyId, stats } = hotel.sandbox;
  const change = (step: string) => hotel.api('POST', `/api/v1/properties/${propertyId}/connection/${step}`);
  await change('disconnect');
  await hotel.untilIdle();
  stats.reset();
  const { checks } = (await hotel.api('GET', '/api/v1/diagnostics')).body as { checks: readonly CheckResult[] };
  expect(find(checks, 'pms_key').filter((check) => check.propertyId === propertyId)).toMatchObject([
    { state: 'warning', says: 'somebody disconnected it here: no requests are sent to the PMS' },
  ]);
  // Whether the key of the environment opens anything is another question.
  expect(stats.requestsByOperation).not.toHaveProperty('getWebhooks');
  await change('reconnect');
  await eventually(() => hotel.sandbox.world.listSubscriptions().length >= 9 || undefined, { what: 'the property' });
  await hotel.untilIdle();
});

describe('while the service does not run', () => {
  beforeAll(() => hotel.stop());

  test('an address that changed is seen by the subscriptions that it lacks', async () => {
    const results = await look({ PUBLIC_URL: 'https://screening.example.org' });
    expect(find(results, 'subscriptions')).toMatchObject([
      { state: 'problem', says: expect.stringContaining('not subscribed: reservation/created') },
    ]);
    expect(hotel.sandbox.world.listSubscriptions()).toHaveLength(9);
  });

  test('a key that the PMS does not take is a problem, whatever opens the properties until the next start', async () => {
    const results = await look({ CLOUDBEDS_API_KEY: 'cbat_wrong' });
    const keys = find(results, 'pms_key');
    expect(keys).toContainEqual(
      expect.objectContaining({ propertyId: null, state: 'problem', says: 'the PMS rejects our key' }),
    );
    expect(find(results, 'service')).toMatchObject([{ state: 'warning', says: 'is not running here' }]);
  });

  test('a database of another key stays as it is, and the rest is looked at all the same', async () => {
    const results = await look({ SECRET_KEY: randomBytes(32).toString('hex') });
    expect(find(results, 'secret_key')).toMatchObject([{ state: 'problem' }]);
    expect(find(results, 'pms_key')).toMatchObject([{ propertyId: null, state: 'ok' }]);
    // Nothing is told of the jobs of a database that stands in.
    expect(find(results, 'queue')).toEqual([]);
  });

  test('the command prints what it finds, never a secret, and exits with 1 where something is a problem', async () => {
    const { PATH, NODE_COMPILE_CACHE } = process.env;
    const run = async (environment: Readonly<Record<string, string>>, ...args: readonly string[]) => {
      const child = spawn(process.execPath, ['src/doctor.ts', ...args], {
        cwd: repositoryRoot,
        env: { PATH, NODE_COMPILE_CACHE, ...environment },
      });
      const chunks: string[] = [];
      child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk.toString()));
      const status = await new Promise<number | null>((resolve) => child.once('close', resolve));
      return { status, text: chunks.join('') };
    };
    const { CLOUDBEDS_API_KEY: apiKey = '', SECRET_KEY: secretKey = '' } = hotel.environment;
    const environment = { ...hotel.environment, CONFIG_FILE: '' };
    const well = await run(environment);
    expect(well.status).toBe(0);
    expect(well.text).toMatch(/^WARNING {2}service .*\n.*→ /);
    for (const secret of [apiKey, secretKey, adminToken]) expect(well.text).not.toContain(secret);
    const ill = await run(
      { ...environment, PORT: 'none', DATABASE_URL: `sqlite:${join(hotel.folder, 'x.db')}` },
      '--json',
    );
    expect(ill.status).toBe(1);
    expect(JSON.parse(ill.text)).toMatchObject({ state: 'problem', checks: [{ check: 'settings', state: 'problem' }] });
  });
});
