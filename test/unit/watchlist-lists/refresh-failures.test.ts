import { readdir, writeFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { EditionStore } from '../../../providers/watchlist/refresh/edition-store.ts';
import type { Answerer } from './list-server.ts';
import { failed, RefreshFixture, source, unList, updated } from './refresh-fixture.ts';

let the: RefreshFixture;

const packed = gzipSync(unList(20));
const bomb = gzipSync(Buffer.alloc(50_000_000, 'A'));

function compressed(response: ServerResponse, encoding: string, body: string | Buffer): void {
  response.writeHead(200, { 'content-encoding': encoding }).end(body);
}

beforeEach(async () => {
  the = await RefreshFixture.start();
});

afterEach(() => the.stop());

describe('Whatever goes wrong, the last good edition stays and says its age', () => {
  const cases: readonly (readonly [string, string, Answerer])[] = [
    ['not found', 'http_status', (response) => response.writeHead(404).end()],
    ['a server error', 'http_status', (response) => response.writeHead(503).end('down')],
    [
      '304 unasked',
      'http_status',
      (response, request) => response.writeHead(request.headers['if-none-match'] ? 500 : 304).end(),
    ],
    [
      'a page that says it is HTML',
      'not_a_list',
      (response) => response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end('<p>'),
    ],
    ['a page that does not say so', 'not_a_list', (response) => response.end('<!doctype html><html></html>')],
    ['an empty file', 'empty', (response) => response.end()],
    ['a file that ends too early', 'truncated', (response) => response.end(unList(20).slice(0, 1500))],
    [
      'a shorter file than announced',
      'truncated',
      (response) => {
        response.writeHead(200, { 'content-length': 5000 }).write(unList(20).slice(0, 1500), () => response.destroy());
      },
    ],
    ['a connection that is cut', 'unreachable', (response) => response.destroy()],
    ['another list', 'not_a_list', (response) => response.end('<sdnList></sdnList>')],
    ['XML with entities', 'hostile', (response) => response.end('<!DOCTYPE x [<!ENTITY a "b">]><CONSOLIDATED_LIST/>')],
    [
      'what is said to be compressed and is not',
      'wrong_encoding',
      (response) => compressed(response, 'gzip', 'no gzip at all'),
    ],
    ['a compression that nobody knows', 'wrong_encoding', (response) => compressed(response, 'zzz', 'x')],
    ['a compressed file cut off', 'truncated', (response) => compressed(response, 'gzip', packed.subarray(0, -30))],
    ['a small file that unpacks to gigabytes', 'too_large', (response) => compressed(response, 'gzip', bomb)],
    ['an archive', 'wrong_encoding', (response) => response.end(Buffer.from('PK\u0003\u0004 and so on'))],
    ['a packed file', 'wrong_encoding', (response) => response.end(packed)],
    ['a list that shrank by more than a tenth', 'shrunken', (response) => response.end(unList(17))],
    [
      'an edition of an earlier day',
      'older_edition',
      (response) => response.end(unList(20, 'more').replace('2026-02-27', '2026-02-26')),
    ],
    ['a list that never was one', 'no_persons', (response) => response.end('<CONSOLIDATED_LIST/>')],
    [
      'more than allowed, announced',
      'too_large',
      (response) => response.writeHead(200, { 'content-length': 2_000_000 }).write('<'),
    ],
    ['a redirect into nothing', 'redirect_refused', (response) => response.writeHead(302).end()],
    ['a redirect in circles', 'redirect_refused', (response) => response.writeHead(302, { location: '/un.xml' }).end()],
  ];

  test.each(cases)('%s: %s', async (_what, code, answer) => {
    the.server.serve('/un.xml', unList(20));
    const { metadata } = await updated(the.refresh());
    const { edition } = await the.stored();
    the.server.on('/un.xml', answer);
    the.now = new Date('2026-03-01T09:00:00.000Z');
    const result = await failed(the.refresh(await the.stored()));
    expect(result).toMatchObject({ code, serving: { metadata, ageMs: 3 * 60 * 60 * 1000 } });
    expect((await the.stored()).edition).toEqual(edition);
    expect(await readdir(the.directory)).toEqual(['sample-un.edition.ndjson']);
  });

  test.each([
    ['https://evil.example/moved.xml', 'redirect_refused'],
    ['http://lists.example/moved.xml', 'redirect_refused'],
    ['https://lists.example:8443/moved.xml', 'redirect_refused'],
    ['https://user:word@lists.example/moved.xml', 'redirect_refused'],
    ['file:///etc/passwd', 'redirect_refused'],
    ['https://127.0.0.1/moved.xml', 'address_refused'],
    ['https://2130706433/moved.xml', 'address_refused'],
    ['https://[::1]/moved.xml', 'address_refused'],
  ])('a redirect to %s is not followed, whatever waits there', async (location, code) => {
    the.server.serve('/moved.xml', unList(20));
    the.server.on('/un.xml', (response) => response.writeHead(302, { location }).end());
    expect(await failed(the.refresh())).toMatchObject({ code });
    expect(the.server.requests.map((request) => request.path)).toEqual(['/un.xml']);
  });

  test('fewer bytes than announced are not a file, even where the client does not mind', async () => {
    const body = [Buffer.from(unList(20))];
    const headers = { 'content-length': '999999' };
    const httpGet = () =>
      Promise.resolve({ status: 200, headers, body: Readable.from(body), discard: () => undefined });
    expect(await failed(the.refresh(undefined, { httpGet }))).toMatchObject({ code: 'truncated' });
  });

  test('a file that never ends is left as soon as it is larger than allowed', async () => {
    let sent = 0;
    the.server.on('/un.xml', (response) => {
      const more = (): void => {
        sent += 1;
        if (!response.destroyed) response.write('<!-- '.padEnd(65_536, 'x'), more);
      };
      more();
    });
    expect(await failed(the.refresh())).toMatchObject({ code: 'too_large' });
    // Beside what is allowed, what a machine's buffers between the two hold.
    expect(sent * 65_536).toBeLessThan(100_000_000);
  });

  test('a publisher that is silent is left at the deadline', async () => {
    the.server.on('/un.xml', () => undefined);
    expect(await failed(the.refresh(undefined, { timeoutMs: 40 }))).toMatchObject({ code: 'timeout' });
    the.server.on('/un.xml', (response) => response.write('<CONSOLIDATED_LIST>'));
    expect(await failed(the.refresh(undefined, { timeoutMs: 40 }))).toMatchObject({ code: 'timeout' });
  });

  test('so is one whose client takes no notice of the deadline', async () => {
    const httpGet = () => new Promise<never>(() => undefined);
    expect(await failed(the.refresh(undefined, { timeoutMs: 40, httpGet }))).toMatchObject({ code: 'timeout' });
  });

  test('a service that stops ends the refresh', async () => {
    const stopping = new AbortController();
    the.server.on('/un.xml', () => stopping.abort());
    expect(await failed(the.refresh(undefined, { signal: stopping.signal }))).toMatchObject({ code: 'stopped' });
  });

  test('a defect of ours is a failure too, by its class and without its message', async () => {
    const httpGet = the.server.httpGet;
    the.server.serve('/un.xml', unList(20));
    const broken = { ...source, format: 'nonsense' as 'un-xml' };
    const result = await failed(the.refresh(undefined, { httpGet, source: broken }));
    expect(result).toMatchObject({ code: 'unexpected', facts: { error: 'TypeError' } });
  });

  test('a disk that takes nothing is a failure', async () => {
    the.server.serve('/un.xml', unList(20));
    await writeFile(join(the.directory, 'a-file'), '');
    const nowhere = new EditionStore(join(the.directory, 'a-file', 'lists'));
    expect(await failed(the.refresh(undefined, { store: nowhere }))).toMatchObject({ code: 'storage_failed' });
  });

  test('a first edition with fewer persons than any whole one is refused', async () => {
    the.server.serve('/un.xml', unList(20));
    expect(await failed(the.refresh(undefined, { source: { ...source, minPersons: 21 } }))).toEqual({
      state: 'failed',
      listId: 'sample-un',
      code: 'too_few_persons',
      facts: { count: 20, minPersons: 21 },
    });
  });
});
