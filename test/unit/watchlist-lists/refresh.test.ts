import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { brotliCompressSync, deflateSync, gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ListSource } from '../../../providers/watchlist/lists/list-source.ts';
import { EditionStore } from '../../../providers/watchlist/refresh/edition-store.ts';
import type { RefreshResult } from '../../../providers/watchlist/refresh/refresh-list.ts';
import { refreshLists } from '../../../providers/watchlist/refresh/refresh-lists.ts';
import { failed, RefreshFixture, source, unList, updated } from './refresh-fixture.ts';
import { ofacCsvSample } from './sample-files.ts';

let the: RefreshFixture;

beforeEach(async () => {
  the = await RefreshFixture.start();
});

afterEach(() => the.stop());

test('a first edition is taken, and there after a restart with all that is known of it', async () => {
  the.server.serve('/un.xml', unList(20));
  expect(await updated(the.refresh())).toMatchObject({ listId: 'sample-un', metadata: { count: 20 } });
  const found = await new EditionStore(the.directory).find('sample-un');
  expect(found).toMatchObject({
    state: 'stored',
    metadata: {
      fetchedAt: '2026-03-01T06:00:00.000Z',
      checkedAt: '2026-03-01T06:00:00.000Z',
      publishedOn: '2026-02-27',
      count: 20,
      sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
      validators: { main: { etag: expect.any(String) } },
    },
  });
  expect((await the.stored()).edition.persons).toHaveLength(20);
  expect(await readdir(the.directory)).toEqual(['sample-un.edition.ndjson']);
});

test('an edition that its publisher confirms is not taken again, and its age starts anew', async () => {
  the.server.serve('/un.xml', unList(20));
  await updated(the.refresh());
  the.now = new Date('2026-03-02T06:00:00.000Z');
  const result = await the.refresh(await the.stored());
  expect(result).toMatchObject({ state: 'unchanged', metadata: { checkedAt: '2026-03-02T06:00:00.000Z' } });
  expect(the.server.requests[1]?.headers['if-none-match']).toBeDefined();
  expect((await the.stored()).metadata).toMatchObject({
    fetchedAt: '2026-03-01T06:00:00.000Z',
    checkedAt: '2026-03-02T06:00:00.000Z',
  });
});

test('the same bytes from a publisher that knows no conditional requests are no new edition', async () => {
  const content = unList(20);
  the.server.on('/un.xml', (response) => response.end(content));
  await updated(the.refresh());
  expect(await the.refresh(await the.stored())).toMatchObject({ state: 'unchanged' });
});

test('a publisher that only tells when a file was changed is asked by that', async () => {
  const lastModified = 'Fri, 27 Feb 2026 00:00:00 GMT';
  the.server.on('/un.xml', (response, request) => {
    if (request.headers['if-modified-since'] === lastModified) response.writeHead(304).end();
    else response.writeHead(200, { 'last-modified': lastModified }).end(unList(20));
  });
  await updated(the.refresh());
  expect(await the.refresh(await the.stored())).toMatchObject({ state: 'unchanged' });
});

test('an edition that an older reader made is taken anew', async () => {
  the.server.serve('/un.xml', unList(20));
  await updated(the.refresh());
  const previous = await the.stored();
  const older = { ...previous, metadata: { ...previous.metadata, readerVersion: 0 } };
  expect(await the.refresh(older)).toMatchObject({ state: 'updated' });
});

test('a list may shrink by the allowed share, and by more when a person says so', async () => {
  the.server.serve('/un.xml', unList(20));
  await updated(the.refresh());
  the.server.serve('/un.xml', unList(18));
  await updated(the.refresh(await the.stored()));
  the.server.serve('/un.xml', unList(5));
  expect(await failed(the.refresh(await the.stored()))).toMatchObject({
    code: 'shrunken',
    facts: { count: 5, before: 18 },
  });
  expect((await updated(the.refresh(await the.stored(), { maxShrinkShare: 1 }))).metadata.count).toBe(5);
});

test('a day that had not come when its edition was taken does not keep later editions out', async () => {
  the.server.serve('/un.xml', unList(20).replace('2026-02-27', '2062-02-27'));
  await updated(the.refresh());
  the.server.serve('/un.xml', unList(20, 'more'));
  expect((await updated(the.refresh(await the.stored()))).metadata.publishedOn).toBe('2026-02-27');
});

test('a redirect to a declared host is followed, over https only', async () => {
  the.server.on('/un.xml', (response) =>
    response.writeHead(302, { location: 'https://storage.example/files/un.xml' }).end(),
  );
  the.server.serve('/files/un.xml', unList(20));
  await updated(the.refresh());
  expect(the.server.requests.map((request) => request.host)).toEqual(['lists.example', 'storage.example']);
});

test.each([
  ['gzip', gzipSync],
  ['br', brotliCompressSync],
  ['deflate', deflateSync],
] as const)(
  'a file that its publisher’s storage keeps as %s is unpacked, whatever was asked for',
  async (encoding, pack) => {
    const body = pack(unList(20));
    the.server.on('/un.xml', (response) => {
      response.writeHead(200, { 'content-encoding': encoding, 'content-length': body.length }).end(body);
    });
    expect(await updated(the.refresh())).toMatchObject({ metadata: { count: 20 } });
    expect(the.server.requests[0]?.headers['accept-encoding']).toBe('identity');
  },
);

test.each(['http://lists.example/un.xml', 'https://10.0.0.1/un.xml', 'https://user:word@lists.example/un.xml'])(
  'an address like %s is never asked',
  async (main) => {
    await failed(the.refresh(undefined, { source: { ...source, files: { main } } }));
    expect(the.server.requests).toEqual([]);
  },
);

describe('A list of several files', () => {
  const triple: ListSource = {
    ...source,
    listId: 'sample-ofac',
    format: 'ofac-csv',
    files: Object.fromEntries(['sdn', 'alt', 'add'].map((role) => [role, `https://lists.example/${role}.csv`])),
  };
  const serveAll = () => {
    for (const role of ['sdn', 'alt', 'add'] as const) the.server.serve(`/${role}.csv`, ofacCsvSample[role]);
  };

  test('is taken as one, and unchanged only when all its files are', async () => {
    serveAll();
    await updated(the.refresh(undefined, { source: triple }));
    expect(await the.refresh(await the.stored('sample-ofac'), { source: triple })).toMatchObject({
      state: 'unchanged',
    });
    the.server.serve('/alt.csv', ofacCsvSample.alt.replace('ZALMUDI', 'ZELMOUDI'));
    const result = await updated(the.refresh(await the.stored('sample-ofac'), { source: triple }));
    const { edition } = await the.stored('sample-ofac');
    expect(edition.persons[0]?.names.map(({ full }) => full)).toContain('Tarek ZELMOUDI');
    expect(result.metadata.count).toBe(2);
  });

  test('is not taken at all where one of its files fails', async () => {
    serveAll();
    await updated(the.refresh(undefined, { source: triple }));
    const first = await the.stored('sample-ofac');
    the.server.serve('/sdn.csv', ofacCsvSample.sdn.replace('ZALMOUDI', 'CHANGED'));
    the.server.on('/alt.csv', (response) => response.writeHead(500).end());
    expect(await failed(the.refresh(await the.stored('sample-ofac'), { source: triple }))).toMatchObject({
      code: 'http_status',
    });
    expect((await the.stored('sample-ofac')).edition).toEqual(first.edition);
  });
});

test('an edition that is served is not read again to be refreshed, one that is damaged and not served is replaced', async () => {
  the.server.serve('/un.xml', unList(20));
  const { metadata } = await updated(the.refresh());
  await writeFile(
    join(the.directory, 'sample-un.edition.ndjson'),
    `${JSON.stringify({ fileVersion: 1, ...metadata })}\n`,
  );
  const context = { store: the.store, httpGet: the.server.httpGet, now: () => the.now };
  const states = async (served?: typeof metadata) => {
    const results: string[] = [];
    const known = { ...context, findServed: () => served };
    for await (const { state } of refreshLists([source], known)) results.push(state);
    return results;
  };
  expect(await states(metadata)).toEqual(['unchanged']);
  expect(await states()).toEqual(['updated']);
  expect((await the.stored()).edition.persons).toHaveLength(20);
});

test('a schedule goes on after a list that failed, with what the store holds', async () => {
  the.server.serve('/un.xml', unList(20));
  await updated(the.refresh());
  const broken = { ...source, listId: 'sample-broken', files: { main: 'https://lists.example/nothing.xml' } };
  const results: RefreshResult[] = [];
  const context = { store: the.store, httpGet: the.server.httpGet, now: () => the.now };
  for await (const result of refreshLists([broken, source], context)) results.push(result);
  expect(results).toMatchObject([
    { listId: 'sample-broken', state: 'failed', code: 'http_status', facts: { status: 404 } },
    { listId: 'sample-un', state: 'unchanged' },
  ]);
});
