import { describe, expect, test } from '@jest/globals';
import { listReaders } from '../../../providers/watchlist/lists/list-formats.ts';
import type { ListFormat } from '../../../providers/watchlist/lists/list-formats.ts';
import { read, refusal, refusalOf, unSample } from './sample-files.ts';
import { ukCsvSample } from './sample-files-more.ts';
import { readComputingMs } from '../../support/computing-time.ts';

const root = '<CONSOLIDATED_LIST><INDIVIDUALS><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>';
const end = '</FIRST_NAME></INDIVIDUAL></INDIVIDUALS></CONSOLIDATED_LIST>';

/** Refused, and within a time and a memory that the service does not feel. */
async function refusedQuickly(format: ListFormat, content: string) {
  const started = readComputingMs();
  const before = process.memoryUsage().rss;
  const reading = listReaders[format]({ main: piecesOf(content) }, { listId: 'sample' });
  const { code } = await refusal(reading);
  expect(readComputingMs() - started).toBeLessThan(5000);
  expect(process.memoryUsage().rss - before).toBeLessThan(500e6);
  return code;
}

function* piecesOf(content: string) {
  const bytes = Buffer.from(content, 'utf8');
  for (let at = 0; at < bytes.length; at += 65_536) yield bytes.subarray(at, at + 65_536);
}

describe('Hostile XML', () => {
  test('an external entity is not fetched, its document type is refused', async () => {
    const doctype = '<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY x SYSTEM "file:///etc/passwd">]>';
    expect(await refusedQuickly('un-xml', `${doctype}${root}&x;${end}`)).toBe('hostile');
    const remote = '<!DOCTYPE CONSOLIDATED_LIST SYSTEM "https://example.org/evil.dtd">';
    expect(await refusedQuickly('un-xml', `${remote}${root}A${end}`)).toBe('hostile');
  });

  test('a billion laughs are not laughed', async () => {
    const levels = Array.from({ length: 9 }, (_, level) => `<!ENTITY l${level + 1} "${`&l${level};`.repeat(10)}">`);
    const doctype = `<!DOCTYPE CONSOLIDATED_LIST [<!ENTITY l0 "lol">${levels.join('')}]>`;
    expect(await refusedQuickly('un-xml', `${doctype}${root}&l9;${end}`)).toBe('hostile');
  });

  test('an entity that nobody declared is malformed', async () => {
    expect(await refusedQuickly('un-xml', `${root}&nbsp;${end}`)).toBe('malformed');
  });

  test('10,000 elements within one another are refused', async () => {
    expect(await refusedQuickly('un-xml', `${root}${'<a>'.repeat(10_000)}${'</a>'.repeat(10_000)}${end}`)).toBe(
      'hostile',
    );
    expect(await refusedQuickly('un-xml', `<CONSOLIDATED_LIST>${'<a>'.repeat(10_000)}`)).toBe('hostile');
  });

  test.each([
    ['text', `${root}${'A'.repeat(10_000_000)}${end}`],
    ['attribute', `<CONSOLIDATED_LIST a="${'A'.repeat(10_000_000)}">`],
    ['comment', `${root}<!--${'A'.repeat(10_000_000)}-->${end}`],
    ['element name', `<CONSOLIDATED_LIST><${'a'.repeat(10_000_000)}>`],
    ['document type', `<!DOCTYPE ${'A'.repeat(10_000_000)}>`],
    ['record', `${root}${`<a>${'A'.repeat(1000)}</a>`.repeat(10_000)}${end}`],
  ])('10 MB of %s are refused', async (_what, content) => {
    expect(await refusedQuickly('un-xml', content)).toBe('too_large');
  });

  test('elements that do not match, and content after the end, are malformed', async () => {
    expect(await refusedQuickly('un-xml', `${root}A</LAST_NAME>`)).toBe('malformed');
    expect(await refusedQuickly('un-xml', `${unSample}<more/>`)).toBe('malformed');
  });

  test('names of elements and attributes cannot reach into the service’s own objects', async () => {
    const evil = unSample.replace('<DATAID>', '<__proto__ constructor="x" __proto__="y">1</__proto__><DATAID>');
    expect((await read('un-xml', evil)).persons).toHaveLength(1);
    expect(({} as { readonly y?: string }).y).toBeUndefined();
  });
});

describe('Hostile CSV', () => {
  test('a quote that is never closed is refused, small or large', async () => {
    const unclosed = ukCsvSample.replace('ZALMUDI', '"ZALMUDI');
    expect(await refusedQuickly('uk-csv', unclosed)).toBe('truncated');
    expect(await refusedQuickly('uk-csv', unclosed + 'a,b\n'.repeat(2_500_000))).toBe('too_large');
  });

  test('a field of 10 MB is refused', async () => {
    expect(await refusedQuickly('uk-csv', ukCsvSample.replace('ZALMUDI', 'Z'.repeat(10_000_000)))).toBe('too_large');
  });

  test('a line of 20 MB of JSON is refused', async () => {
    expect(await refusedQuickly('opensanctions-ftm', `{"id":"${'x'.repeat(20_000_000)}`)).toBe('too_large');
  });

  test('JSON that is nested 100,000 deep is refused', async () => {
    expect(await refusedQuickly('opensanctions-ftm', '['.repeat(100_000))).toBe('not_a_list');
  });

  test('a row with more or fewer fields than the header is refused, and said where', async () => {
    const lines = ukCsvSample.split('\n');
    for (const row of ['SAM9,too,few', `${lines[2] ?? ''},too,many`]) {
      const damaged = [...lines.slice(0, 3), row, ...lines.slice(3)].join('\n');
      expect(await refusal(read('uk-csv', damaged))).toMatchObject({ code: 'wrong_columns', facts: { row: 4 } });
    }
  });

  test('text after a closing quote is malformed', async () => {
    expect(await refusalOf(read('uk-csv', ukCsvSample.replace('ZALMUDI', '"ZAL"MUDI')))).toBe('malformed');
  });

  test('a formula in a publisher’s cell is text, and no more', async () => {
    const edition = await read('uk-csv', ukCsvSample.replace('ZALMUDI', '"=HYPERLINK(""https://example.org"")"'));
    expect(edition.persons[0]?.names.map((name) => name.full)).toContain('Tarek =HYPERLINK("https://example.org")');
  });

  test('a text of 10,000 characters in the place of a name is no name', async () => {
    const edition = await read('uk-csv', ukCsvSample.replace('ZALMUDI', 'Z'.repeat(10_000)));
    expect(edition.persons[0]?.names).toHaveLength(3);
  });
});
