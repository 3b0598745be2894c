import { createReadStream, existsSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { listReaders } from '../../../providers/watchlist/lists/list-formats.ts';
import { readerVersion } from '../../../providers/watchlist/lists/list-formats.ts';
import type { ListFormat } from '../../../providers/watchlist/lists/list-formats.ts';
import { EditionStore } from '../../../providers/watchlist/refresh/edition-store.ts';
import { openWatchlists } from '../../../providers/watchlist/serving/watchlists.ts';
import type { Watchlists } from '../../../src/ports/watchlists.ts';

/** The publishers' own files lie beside the project where there are any; they are no part of it. */
const directory = join(import.meta.dirname, '../../../../shared/data/lists');
const withFiles = existsSync(directory) ? describe : describe.skip;

const folder = mkdtempSync(join(tmpdir(), 'real-lists-'));
const at = '2026-03-01T06:00:00.000Z';
const ignore = () => undefined;
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
let watchlists: Watchlists;

async function take(listId: string, format: ListFormat, files: Readonly<Record<string, string>>): Promise<void> {
  const opened = Object.entries(files).map(([role, path]) => [role, createReadStream(join(directory, path))] as const);
  const edition = await listReaders[format](Object.fromEntries(opened), { listId });
  const count = edition.persons.length;
  const metadata = { listId, fetchedAt: at, checkedAt: at, sha256: listId, count, readerVersion, validators: {} };
  await new EditionStore(folder).save({ edition, metadata });
}

/** What indexing would write anew. */
function listFiles(): readonly string[] {
  return readdirSync(folder).map((name) => `${name} ${statSync(join(folder, name)).mtimeMs}`);
}

withFiles('The real lists of ../shared/data/lists, where they are present', () => {
  beforeAll(async () => {
    await take('us-ofac-sdn', 'ofac-csv', { sdn: 'ofac/sdn.csv', alt: 'ofac/alt.csv', add: 'ofac/add.csv' });
    await take('un-sc', 'un-xml', { main: 'un/un-consolidated-2026-02.xml' });
    watchlists = await openWatchlists({ folder, now: () => new Date(at), logger });
  }, 60_000);

  afterAll(() => rmSync(folder, { recursive: true }));

  test('are served: 4,620 persons of OFAC, 730 of the United Nations', () => {
    const persons = ['us-ofac-sdn', 'un-sc'].map((listId) => watchlists.find(listId, at)?.persons);
    expect(persons).toEqual([4620, 730]);
  });

  test('open from their snapshots without being indexed again', async () => {
    const before = listFiles();
    const again = await openWatchlists({ folder, now: () => new Date(at), logger });
    expect(again.list(at).filter(({ state }) => state !== 'missing')).toHaveLength(2);
    expect(listFiles()).toEqual(before);
  });

  test.each([
    ['Aiman al-Zawahiri', '1951-06-19'],
    ['Айман аз-Завахири', '1951-06-19'],
  ])('find %s, whose explanation adds up', (name, birthDate) => {
    const { matches } = watchlists.search({ name, birthDate }, { listIds: ['us-ofac-sdn', 'un-sc'], top: 3 });
    const [best] = matches;
    expect(['likely', 'strong']).toContain(best?.strength);
    for (const { parts, units } of matches) expect(parts.reduce((sum, part) => sum + part.units, 0)).toBe(units);
  });

  test('leave an ordinary guest alone', () => {
    const query = { name: 'Ingrid Solheim', birthDate: '1985-02-11', countries: ['NO'] };
    const { matches } = watchlists.search(query, { listIds: ['us-ofac-sdn', 'un-sc'], top: 5 });
    expect(matches.filter(({ strength }) => strength !== undefined)).toEqual([]);
  });
});
