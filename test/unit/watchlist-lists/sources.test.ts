import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { listReaders } from '../../../providers/watchlist/lists/list-formats.ts';
import { listFileCodes } from '../../../providers/watchlist/lists/list-file-error.ts';
import { officialSources } from '../../../providers/watchlist/lists/official-sources.ts';
import { httpsGet } from '../../../providers/watchlist/refresh/https-get.ts';
import { refreshCodes } from '../../../providers/watchlist/refresh/refresh-error.ts';

describe.each(officialSources)('$listId', (source) => {
  test('comes over https from named hosts, in a format that is read, with a licence', () => {
    for (const url of [...Object.values(source.files), source.landingPage, source.licence.url]) {
      expect(new URL(url)).toMatchObject({ protocol: 'https:', port: '', username: '' });
    }
    expect(listReaders[source.format]).toBeDefined();
    expect(source.licence.name).not.toBe('');
    expect(Object.keys(source.files)).toContain(source.format === 'ofac-csv' ? 'sdn' : 'main');
  });
});

test('docs/watchlists.md names every list with its format, and every way to fail', () => {
  const page = readFileSync(join(import.meta.dirname, '../../../docs/watchlists.md'), 'utf8');
  for (const { listId, format, isDefault } of officialSources) {
    const row = page.split('\n').find((line) => line.startsWith(`| \`${listId}\``));
    expect(row).toMatch(new RegExp(`\\| \`${format}\` +\\| ${isDefault ? 'yes' : 'no'} +\\|$`));
  }
  const uploadOnly = ['invalid_value'];
  for (const code of [...refreshCodes, ...listFileCodes])
    if (!uploadOnly.includes(code)) expect(page).toContain(`\`${code}\``);
});

test('list ids are unique, and the default set is the governments’', () => {
  const ids = officialSources.map((source) => source.listId);
  expect(new Set(ids).size).toBe(ids.length);
  const defaults = officialSources.filter((source) => source.isDefault).map((source) => source.listId);
  expect(defaults).toEqual(['us-ofac-sdn', 'us-ofac-consolidated', 'un-sc', 'eu-fsf', 'uk-sl']);
});

test('a name that leads to this machine is not connected to', async () => {
  const request = { url: new URL('https://localhost:9/list.xml'), headers: {}, signal: AbortSignal.timeout(5000) };
  await expect(httpsGet(request)).rejects.toMatchObject({ code: 'address_refused' });
});
