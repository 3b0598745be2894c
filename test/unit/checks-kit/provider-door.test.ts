import { gzipSync } from 'node:zlib';
import type { LookupFunction } from 'node:net';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createProviderDoors, type DoorOptions } from '../../../src/checks/http/provider-doors.ts';
import { createCheckedLookup } from '../../../src/network/checked-lookup.ts';
import type { SettingValues } from '../../../src/ports/check-provider.ts';
import { ProviderHttpError, type ProviderRequest } from '../../../src/ports/provider-http.ts';
import { startVendor, type Vendor } from '../../support/vendor-server.ts';
import { createAskingProvider } from './kit-fixture.ts';

let vendor: Vendor;
let other: Vendor;

beforeEach(async () => {
  vendor = await startVendor();
  other = await startVendor();
});

afterEach(async () => {
  await vendor.close();
  await other.close();
});

interface Opened {
  readonly hosts?: readonly string[];
  readonly settings?: SettingValues;
  readonly options?: DoorOptions;
  readonly signal?: AbortSignal;
}

function open({ hosts = ['{serviceUrl}'], settings, options = {}, signal }: Opened = {}) {
  const { manifest } = createAskingProvider({ hosts });
  const given = settings ?? { serviceUrl: vendor.url };
  return createProviderDoors(options).open(manifest, given, signal ?? new AbortController().signal);
}

const get = (url: string): ProviderRequest => ({ method: 'GET', url });

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return error instanceof ProviderHttpError ? error.code : String(error);
}

/** A name server of the test. */
const resolvingTo =
  (...addresses: readonly string[]): LookupFunction =>
  (_host, _options, callback) =>
    callback(
      null,
      addresses.map((address) => ({ address, family: address.includes(':') ? 6 : 4 })),
    );

describe('where the door leads', () => {
  test('to the hotel’s own service, on the port that its setting names', async () => {
    expect((await open().http.request(get(`${vendor.url}/a?b=c`))).status).toBe(200);
    expect(vendor.requests[0]).toMatchObject({ method: 'GET', path: '/a?b=c' });
  });

  test.each([
    ['another port of the same machine', () => other.url],
    ['a host that nobody declared', () => 'https://elsewhere.example/'],
    ['a name that begins like a declared one', () => 'https://api.vendor.example.evil.example/'],
    ['a URL with a password', () => vendor.url.replace('http://', 'http://user:secret@')],
    ['no URL at all', () => 'not a url'],
  ])('not to %s', async (_what, toTarget) => {
    const door = open({ hosts: ['{serviceUrl}', 'api.vendor.example'] });
    expect(await codeOf(door.http.request(get(toTarget())))).toBe('host_undeclared');
    expect(other.requests).toEqual([]);
  });

  test('not to a vendor without encryption', async () => {
    const door = open({ hosts: ['api.vendor.example'] });
    expect(await codeOf(door.http.request(get('http://api.vendor.example/')))).toBe('scheme_refused');
  });

  test('a setting that is empty opens nothing', async () => {
    expect(await codeOf(open({ settings: { serviceUrl: '' } }).http.request(get(vendor.url)))).toBe('host_undeclared');
  });

  test('a host that a test plays must still be declared', async () => {
    const options = { testRoutes: { 'api.vendor.example': vendor.url } };
    const declared = open({ hosts: ['api.vendor.example'], options });
    expect((await declared.http.request(get('https://api.vendor.example/x'))).status).toBe(200);
    const undeclared = open({ hosts: [], options });
    expect(await codeOf(undeclared.http.request(get('https://api.vendor.example/x')))).toBe('host_undeclared');
  });
});

describe('the address behind a vendor’s name', () => {
  test.each(['127.0.0.1', '10.1.2.3', '192.168.0.9', '169.254.169.254', '172.16.4.4', '100.64.0.1', '0.0.0.0', '::1'])(
    'is refused when it is %s',
    async (address) => {
      const door = open({ hosts: ['api.vendor.example'], options: { resolve: resolvingTo(address) } });
      expect(await codeOf(door.http.request(get('https://api.vendor.example/')))).toBe('address_private');
      expect(door.hasSent()).toBe(false);
    },
  );

  test.each(['fd00::1', 'fe80::1', '::ffff:127.0.0.1', '64:ff9b::7f00:1', '2002:7f00:1::', 'ff02::1'])(
    'is refused when it is %s',
    async (address) => {
      const door = open({ hosts: ['api.vendor.example'], options: { resolve: resolvingTo(address) } });
      expect(await codeOf(door.http.request(get('https://api.vendor.example/')))).toBe('address_private');
    },
  );

  test('is refused when only one of several is private', async () => {
    const door = open({
      hosts: ['api.vendor.example'],
      options: { resolve: resolvingTo('93.184.216.34', '10.0.0.1') },
    });
    expect(await codeOf(door.http.request(get('https://api.vendor.example/')))).toBe('address_private');
  });

  test('is looked at each time that a connection is made, so that a second answer of the name server helps nobody', async () => {
    let asked = 0;
    const rebinding: LookupFunction = (host, options, callback) => {
      asked += 1;
      resolvingTo(asked === 1 ? '93.184.216.34' : '127.0.0.1')(host, options, callback);
    };
    const toRefusal = () => new ProviderHttpError('address_private');
    const lookup = createCheckedLookup({ reach: 'public', toRefusal, resolve: rebinding });
    const ask = () =>
      new Promise((resolve) => lookup('api.vendor.example', { all: true }, (error, found) => resolve(error ?? found)));
    expect(await ask()).toEqual([{ address: '93.184.216.34', family: 4 }]);
    expect(await ask()).toEqual(new ProviderHttpError('address_private'));
  });

  test('of the hotel’s own service may be private, and never link-local', async () => {
    const settings = { serviceUrl: vendor.url.replace('127.0.0.1', 'yente.hotel.example') };
    const own = open({ settings, options: { resolve: resolvingTo('127.0.0.1') } });
    expect((await own.http.request(get(settings.serviceUrl))).status).toBe(200);
    const cloud = open({ settings, options: { resolve: resolvingTo('169.254.169.254') } });
    expect(await codeOf(cloud.http.request(get(settings.serviceUrl)))).toBe('address_private');
    const literal = { serviceUrl: 'http://169.254.169.254' };
    expect(await codeOf(open({ settings: literal }).http.request(get(literal.serviceUrl)))).toBe('address_private');
  });
});

describe('redirects', () => {
  const to = (location: string, status = 302) => ({ status, headers: { location } });

  test('within the declared host are followed', async () => {
    vendor.answer = ({ path }) => (path === '/new' ? { body: { here: true } } : to('/new'));
    expect((await open().http.request(get(`${vendor.url}/old`))).json()).toEqual({ here: true });
  });

  test('away from it are not', async () => {
    vendor.answer = () => to(other.url);
    expect(await codeOf(open().http.request(get(vendor.url)))).toBe('host_undeclared');
    expect(other.requests).toEqual([]);
  });

  test('of a vendor into the hotel’s own network are not', async () => {
    vendor.answer = () => to(other.url);
    const door = open({
      hosts: ['api.vendor.example', '{serviceUrl}'],
      settings: { serviceUrl: other.url },
      options: { testRoutes: { 'api.vendor.example': vendor.url } },
    });
    expect(await codeOf(door.http.request(get('https://api.vendor.example/')))).toBe('host_undeclared');
    expect(other.requests).toEqual([]);
  });

  test('end after three', async () => {
    vendor.answer = ({ path }) => to(`${path}x`);
    expect(await codeOf(open().http.request(get(`${vendor.url}/`)))).toBe('host_undeclared');
    expect(vendor.requests).toHaveLength(4);
  });

  test('take no key along to another declared host, and no body where the standard says so', async () => {
    vendor.answer = () => to('https://eu.vendor.example/', 302);
    const hosts = ['api.vendor.example', 'eu.vendor.example'];
    const options = { testRoutes: { 'api.vendor.example': vendor.url, 'eu.vendor.example': other.url } };
    const door = open({ hosts, options });
    const headers = { 'x-api-key': 'secret' };
    await door.http.request({ method: 'POST', url: 'https://api.vendor.example/', headers, json: { a: 1 } });
    expect(vendor.requests[0]?.headers['x-api-key']).toBe('secret');
    expect(other.requests).toMatchObject([{ method: 'GET', body: '' }]);
    expect(other.requests[0]?.headers['x-api-key']).toBeUndefined();
  });

  test('by 307 bring the question again', async () => {
    vendor.answer = ({ path }) => (path === '/new' ? {} : to('/new', 307));
    await open().http.request({ method: 'POST', url: vendor.url, json: { a: 1 } });
    expect(vendor.requests.at(-1)).toMatchObject({ method: 'POST', path: '/new', body: '{"a":1}' });
  });
});

describe('what comes back', () => {
  test('any status is an answer', async () => {
    vendor.answer = () => ({ status: 418, body: 'teapot' });
    expect(await open().http.request(get(vendor.url))).toMatchObject({ status: 418, text: 'teapot' });
  });

  test('a page where JSON was expected is said so, without a word of it', async () => {
    vendor.answer = () => ({ body: '<html>Zyxanna</html>' });
    const response = await open().http.request(get(vendor.url));
    expect(() => response.json()).toThrow(new ProviderHttpError('not_json', 200));
  });

  test('too much of it ends the reading', async () => {
    vendor.answer = () => ({ body: 'x'.repeat(2_000) });
    expect(await codeOf(open({ options: { largestBytes: 1_000 } }).http.request(get(vendor.url)))).toBe('too_large');
  });

  test('too much of it when unpacked, too', async () => {
    vendor.answer = () => ({ headers: { 'content-encoding': 'gzip' }, body: gzipSync('x'.repeat(1_000_000)) });
    expect(await codeOf(open({ options: { largestBytes: 10_000 } }).http.request(get(vendor.url)))).toBe('too_large');
  });

  test('nothing until the deadline is a timeout', async () => {
    vendor.answer = () => undefined;
    const ending = new AbortController();
    const door = open({ signal: ending.signal });
    const asked = codeOf(door.http.request(get(vendor.url)));
    ending.abort(new DOMException('deadline', 'TimeoutError'));
    expect(await asked).toBe('timeout');
  });

  test('nobody there is unreachable, and nothing was sent', async () => {
    await other.close();
    const door = open({ settings: { serviceUrl: other.url } });
    expect(await codeOf(door.http.request(get(other.url)))).toBe('unreachable');
    expect(door.hasSent()).toBe(false);
    other = await startVendor();
  });

  test('an error holds neither the question nor the key nor the address', async () => {
    vendor.answer = () => undefined;
    const ending = new AbortController();
    const door = open({ signal: ending.signal });
    const request = {
      method: 'POST',
      url: `${vendor.url}/p`,
      headers: { 'x-key': 'K3Y' },
      json: { n: 'Zyxanna' },
    } as const;
    const asked = door.http.request(request).catch((thrown: unknown) => thrown);
    ending.abort(new DOMException('deadline', 'TimeoutError'));
    const error = (await asked) as Error;
    expect(`${JSON.stringify(error)} ${error.stack ?? ''} ${String(error.cause)}`).not.toMatch(
      /Zyxanna|K3Y|127\.0\.0\.1:\d/,
    );
  });
});

test('what frames a message is not the provider’s to say', async () => {
  const headers = { Host: 'inner.example', 'Content-Length': '3', 'X-Mine': 'yes' };
  await open().http.request({ method: 'POST', url: vendor.url, headers, form: { a: 'ü' } });
  expect(vendor.requests[0]).toMatchObject({ body: 'a=%C3%BC' });
  expect(vendor.requests[0]?.headers).toMatchObject({
    host: new URL(vendor.url).host,
    'x-mine': 'yes',
    'content-type': 'application/x-www-form-urlencoded',
  });
});
