import type { RequestListener } from 'node:http';
import { afterEach, describe, expect, test } from '@jest/globals';
import { watchman } from '../../../providers/watchman/check.ts';
import type { CheckAnswer } from '../../../src/domain/finding.ts';
import type { CheckContext, SettingValues } from '../../../src/ports/check-provider.ts';
import { createWatchmanFake, type WatchmanFakeOptions } from '../../../src/vendor-fakes/watchman.ts';
import { type LocalServer, startLocalServer } from '../providers-hosted-session/local-server.ts';
import { ask, guest, now, toContext, traces } from '../providers-hosted-session/provider-context.ts';

const servers: LocalServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

const drakov = { firstName: 'Viktor', lastName: 'Drakov', birthDate: '1961-04-17' };
const anHourAgo = () => new Date(now.getTime() - 3_600_000);

interface Fixture {
  readonly urls: () => readonly string[];
  readonly origin: string;
  ask(fields: object, settings?: SettingValues, changes?: Partial<CheckContext>): Promise<CheckAnswer>;
}

async function startFake(options: WatchmanFakeOptions = {}): Promise<Fixture> {
  const fake = createWatchmanFake({ refreshedAt: anHourAgo, ...options });
  return { ...(await start(fake.app)), urls: () => fake.requests.map(({ url }) => url) };
}

async function start(listener: RequestListener): Promise<Fixture> {
  const server = await startLocalServer(listener);
  servers.push(server);
  return {
    urls: () => [],
    origin: server.origin,
    ask: (fields, settings = {}, changes = {}) =>
      ask(watchman, fields, toContext(watchman, { settings: { url: server.origin, ...settings }, changes })),
  };
}

describe('a search', () => {
  test('finds nobody like an ordinary guest, and says how old the lists are', async () => {
    const server = await startFake();
    expect(await server.ask(guest)).toEqual({ result: 'clear', reasons: [], note: 'lists of 23 Nov' });
  });

  test('finds who is listed, with list and programmes', async () => {
    const server = await startFake();
    const answer = await server.ask(drakov);
    expect(answer).toMatchObject({ result: 'match', strength: 'strong', note: 'strong match, lists of 23 Nov' });
    expect(answer.reasons).toEqual([
      {
        code: 'watchman.listed',
        text: 'On a list as “Viktor Drakov” (score 1.00, same birth date): list us_ofac_sdn; programmes SDGT',
      },
    ]);
  });

  test.each([
    ['without the guest’s birth date, possible', { ...drakov, birthDate: undefined }, 'possible'],
    [
      'without a birth date on the list, possible',
      { firstName: 'Edmund', lastName: 'Marlowe', birthDate: '1970-01-01' },
      'possible',
    ],
    [
      'with the year of birth alone, likely',
      { firstName: 'Adaeze', lastName: 'Okonrun', birthDate: '1974-05-06' },
      'likely',
    ],
    [
      'with a year that is loaded as its first day, no more',
      { firstName: 'Adaeze', lastName: 'Okonrun', birthDate: '1974-01-01' },
      'likely',
    ],
  ] as const)('finds %s', async (_what, fields, strength) => {
    const server = await startFake();
    expect((await server.ask(fields)).strength).toBe(strength);
  });

  test('keeps to the threshold that is set', async () => {
    const server = await startFake();
    const half = { ...drakov, lastName: 'Drakovsky' };
    expect((await server.ask(half)).result).toBe('clear');
    expect(await server.ask(half, { possibleFrom: 0.5 })).toMatchObject({ result: 'match', strength: 'possible' });
  });

  test('that finds nobody by half a name makes the guest incomplete, and by no name asks nobody', async () => {
    const server = await startFake();
    expect(await server.ask({ lastName: 'Qwortzel' })).toMatchObject({ result: 'incomplete', missing: ['firstName'] });
    expect((await server.ask({ firstName: '?' })).missing).toEqual(['firstName', 'lastName']);
    expect(server.urls()).toHaveLength(2);
  });
});

describe('what is sent', () => {
  test('is name and birth date', async () => {
    const server = await startFake();
    await server.ask({ ...guest, country: 'DE', documentType: 'passport', documentIssuingCountry: 'DE' });
    expect(server.urls()).toEqual([
      '/v2/listinfo',
      '/v2/search?type=person&name=Zyxanna+Qwortzel&birthDate=1987-06-05&minMatch=0.8&limit=10',
    ]);
  });

  test('leaves out a birth date that the calendar has not, and bounds the name', async () => {
    const server = await startFake();
    await server.ask({ firstName: '\uD800', lastName: '太郎'.repeat(5_000), birthDate: '1985-02-31' });
    expect(decodeURIComponent(server.urls().at(-1) ?? '')).toBe(
      `/v2/search?type=person&name=${'太郎'.repeat(60)}&minMatch=0.8&limit=10`,
    );
  });

  test('has the number of a passport only where that is switched on, and of no other document', async () => {
    const server = await startFake();
    const on = { isPassportNumberSent: true };
    const document = { documentNumber: 'ZZ 765-4321', documentIssuingCountry: 'ZZ' };
    expect((await server.ask({ ...guest, ...document, documentType: 'passport' })).result).toBe('clear');
    expect((await server.ask({ ...guest, ...document, documentType: 'dni' }, on)).result).toBe('clear');
    expect(server.urls().join()).not.toContain('gov_');
    const answer = await server.ask({ ...guest, ...document, documentType: 'passport' }, on);
    expect(answer).toMatchObject({ result: 'match', strength: 'strong' });
    expect(server.urls().at(-1)).toContain('gov_passport=ZZ%3AZZ7654321');
  });
});

describe('nobody is clear where the server', () => {
  test('has loaded no lists', async () => {
    for (const lists of [{}, { us_ofac: 0 }]) {
      const server = await startFake({ lists });
      await expect(server.ask(guest)).rejects.toMatchObject({ code: 'vendor_unavailable' });
      expect(server.urls()).toEqual(['/v2/listinfo']);
    }
  });

  test('has lists older than the hotel allows', async () => {
    const server = await startFake({ refreshedAt: () => new Date(now.getTime() - 80 * 3_600_000) });
    await expect(server.ask(guest)).rejects.toMatchObject({ code: 'vendor_unavailable' });
    expect((await server.ask(guest, { listsMayBeHoursOld: 96 })).result).toBe('clear');
  });

  const fresh = JSON.stringify({ lists: { us_ofac: 1 }, endedAt: anHourAgo() });
  const answering =
    (body: string, status = 200): RequestListener =>
    (request, response) => {
      const isInfo = request.url === '/v2/listinfo';
      response.writeHead(isInfo ? 200 : status).end(isInfo ? fresh : body);
    };

  test.each<readonly [string, RequestListener, string]>([
    ['answers with a page', answering('<html>Zyxanna</html>'), 'not_json'],
    ['answers without entities', answering('{}'), 'not_json'],
    ['scores in words', answering('{"entities":[{"name":"X","match":"high"}]}'), 'not_json'],
    ['refuses the question', answering('{"error":"Zyxanna Qwortzel"}', 400), 'vendor_refused'],
    ['fails', answering('', 500), 'vendor_unavailable'],
    ['does not say what it has loaded', (_request, response) => void response.end('{}'), 'not_json'],
    [
      'never was refreshed',
      (_request, response) => void response.end('{"lists":{"a":1},"endedAt":"?"}'),
      'vendor_unavailable',
    ],
    [
      'is an old one, without the second version',
      (_request, response) => void response.writeHead(404).end(),
      'vendor_refused',
    ],
    ['hangs up', (request) => void request.socket.destroy(), 'unreachable'],
  ])('%s', async (_what, listener, code) => {
    const server = await start(listener);
    const failure: unknown = await server.ask(guest).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ProviderHttpError', code });
    const told = failure instanceof Error ? `${failure.message} ${String(failure.cause)}`.toLowerCase() : '';
    for (const trace of traces) expect(told).not.toContain(trace);
  });

  test.each(['', 'watchman'])('is not named: “%s”', async (url) => {
    const server = await startFake();
    await expect(server.ask(guest, { url })).rejects.toMatchObject({ code: 'unreachable' });
  });
});

describe('the fake refuses, as the vendor does or would leave out,', () => {
  test.each([
    ['a search without a type', '/v2/search?name=A'],
    ['a search for nobody', '/v2/search?type=person&name='],
    ['a threshold in per cent', '/v2/search?type=person&name=A&minMatch=80'],
    ['a birth date in another form', '/v2/search?type=person&name=A&birthDate=17.04.1961'],
    ['a number without its country', '/v2/search?type=person&name=A&gov_passport=123'],
    ['a parameter that there is not', '/v2/search?type=person&name=A&surname=B'],
  ])('%s', async (_what, path) => {
    const { origin } = await startFake();
    expect((await fetch(`${origin}${path}`)).status).toBe(400);
    expect((await fetch(`${origin}/v2/search`, { method: 'POST' })).status).toBe(405);
  });
});
