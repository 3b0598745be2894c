import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ownListMappingSchema } from '../../../providers/watchlist/lists/own-list-mapping.ts';
import { EditionStore } from '../../../providers/watchlist/refresh/edition-store.ts';
import { toListStatus } from '../../../providers/watchlist/refresh/list-status.ts';
import { storeOwnList } from '../../../providers/watchlist/refresh/store-own-list.ts';
import { saveOwnList } from '../../../providers/watchlist/serving/save-own-list.ts';
import type { StoredEdition } from '../../../providers/watchlist/refresh/stored-edition.ts';
import { read, refusal, unSample } from './sample-files.ts';

let directory: string;
let store: EditionStore;

beforeEach(async () => {
  directory = join(await mkdtemp(join(tmpdir(), 'watchlist-store-')), 'lists');
  store = new EditionStore(directory);
});

afterEach(() => rm(join(directory, '..'), { recursive: true }));

async function sample(): Promise<StoredEdition> {
  const edition = { ...(await read('un-xml', unSample)), listId: 'un' };
  const at = '2026-03-01T06:00:00.000Z';
  const sha256 = 'a'.repeat(64);
  const known = { count: edition.persons.length, readerVersion: 1, publishedOn: '2026-02-27', validators: {} };
  return { edition, metadata: { listId: 'un', fetchedAt: at, checkedAt: at, sha256, ...known } };
}

test('what was stored is found as it was', async () => {
  const stored = await sample();
  expect(await store.find('un')).toEqual({ state: 'missing' });
  await store.save(stored);
  expect(await new EditionStore(directory).find('un')).toEqual({ state: 'stored', ...stored });
});

test('a confirmation counts for the edition that it was about and for no other', async () => {
  const stored = await sample();
  await store.save(stored);
  const checkedAt = '2026-03-02T06:00:00.000Z';
  await store.saveChecked({ ...stored.metadata, checkedAt });
  expect(await store.find('un')).toMatchObject({ metadata: { checkedAt } });
  await store.save({ ...stored, metadata: { ...stored.metadata, sha256: 'b'.repeat(64) } });
  expect(await store.find('un')).toMatchObject({ metadata: { checkedAt: stored.metadata.checkedAt } });
});

test('a confirmation from before the same bytes were taken again makes them no older', async () => {
  const stored = await sample();
  await store.save(stored);
  await store.saveChecked({ ...stored.metadata, validators: { main: { etag: '"old"' } } });
  const at = '2026-03-05T06:00:00.000Z';
  const again = { ...stored.metadata, fetchedAt: at, checkedAt: at, validators: { main: { etag: '"new"' } } };
  await store.save({ ...stored, metadata: again });
  expect(await store.find('un')).toMatchObject({ metadata: again });
  expect(await store.findMetadata('un')).toEqual(again);
});

test.each([
  ['cut off', (content: string) => content.slice(0, -40)],
  ['without its last line', (content: string) => content.slice(0, content.indexOf('\n') + 1)],
  ['of another version', (content: string) => content.replace('"fileVersion":1', '"fileVersion":2')],
  ['of another list', (content: string) => content.replaceAll('"listId":"un"', '"listId":"eu"')],
  ['empty', () => ''],
  ['nonsense', () => '\0\0\0'],
])('a stored file that is %s is damaged, and not half a list', async (_how, damage) => {
  await store.save(await sample());
  const path = join(directory, 'un.edition.ndjson');
  await writeFile(path, damage(await readFile(path, 'utf8')));
  expect(await store.find('un')).toEqual({ state: 'damaged' });
});

test('a write that fails midway leaves the edition before it and nothing else', async () => {
  const stored = await sample();
  await store.save(stored);
  const circular: Record<string, unknown> = {};
  circular.self = circular;
  const unwritable = { ...stored.edition, persons: [...stored.edition.persons, circular as never] };
  await expect(store.save({ ...stored, edition: unwritable })).rejects.toThrow(TypeError);
  expect(await store.find('un')).toEqual({ state: 'stored', ...stored });
  expect(await readdir(directory)).toEqual(['un.edition.ndjson']);
});

test('what a crash left of a download goes after a day', async () => {
  const now = new Date('2026-03-03T06:00:00.000Z');
  for (const [name, at] of [
    ['.incoming-old', '2026-03-01T06:00:00Z'],
    ['.incoming-new', '2026-03-03T05:00:00Z'],
  ] as const) {
    await mkdir(join(directory, name), { recursive: true });
    await utimes(join(directory, name), new Date(at), new Date(at));
  }
  await store.makeIncoming(now);
  const names = await readdir(directory);
  expect(names).not.toContain('.incoming-old');
  expect(names).toContain('.incoming-new');
});

test.each(['../un', 'UN', '.un', 'un/x', ''])(
  '%j is no list id, so that no file outside the directory is touched',
  async (listId) => {
    await expect(store.find(listId)).rejects.toThrow('list id');
  },
);

describe('The status of a list', () => {
  const hour = 60 * 60 * 1000;

  test('is missing, fresh, or stale but there', async () => {
    const { metadata } = await sample();
    expect(toListStatus(undefined, new Date())).toEqual({ state: 'missing' });
    const status = (at: string) => toListStatus(metadata, new Date(at));
    expect(status('2026-03-01T07:00:00Z')).toEqual({ state: 'fresh', ageMs: hour, metadata });
    expect(status('2026-03-03T06:00:00Z')).toMatchObject({ state: 'fresh', ageMs: 48 * hour });
    expect(status('2026-03-03T06:00:01Z')).toMatchObject({ state: 'stale', metadata });
    expect(status('2026-02-01T00:00:00Z')).toMatchObject({ state: 'fresh', ageMs: 0 });
  });
});

describe('A property’s own list', () => {
  const mapping = ownListMappingSchema.parse({ name: 'Name', birthDate: 'Born' });
  const upload = (content: string) => ({ listId: 'house-1', content: Buffer.from(content), mapping });
  const now = new Date('2026-03-01T06:00:00.000Z');

  test('takes the place of the one before it, and may shrink', async () => {
    await storeOwnList(upload('Name,Born\nTariq Zalmoudi,1961\nSomeone Else,\nA Third,\n'), { store, now });
    const { count } = await storeOwnList(upload('Name,Born\nSomeone Else,\n'), { store, now });
    expect(count).toBe(1);
    expect(await store.find('house-1')).toMatchObject({
      edition: { persons: [{ names: [{ full: 'Someone Else' }] }] },
    });
  });

  test('with a mistake in it, leaves the one before', async () => {
    await storeOwnList(upload('Name,Born\nTariq Zalmoudi,1961\n'), { store, now });
    const refused = await refusal(storeOwnList(upload('Name,Born\nSomeone Else,soon\n'), { store, now }));
    expect(refused).toMatchObject({ problems: [{ row: 2, column: 'Born', reason: 'date_unreadable' }] });
    expect(await store.find('house-1')).toMatchObject({
      edition: { persons: [{ names: [{ full: 'Tariq Zalmoudi' }] }] },
    });
  });

  test('given as text is not taken for another encoding, whatever stands in it', async () => {
    const save = (csv: string) =>
      saveOwnList({ listId: 'house-1', upload: { csv, mapping: { name: 'Name' } } }, { store, now });
    const asBytes = Buffer.from('Name\nRené Zalmoudi\nSomeone Else\n', 'utf16le').toString('latin1');
    await expect(save(asBytes)).rejects.toMatchObject({ problems: [{ path: '/csv', message: 'wrong_encoding' }] });
    await save('\uFEFFName\nRené Zalmoudi\n');
    expect(await store.find('house-1')).toMatchObject({
      edition: { persons: [{ names: [{ full: 'René Zalmoudi' }] }] },
    });
  });
});
