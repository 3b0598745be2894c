import { expect, test } from '@jest/globals';
import { listReaders } from '../../../providers/watchlist/lists/list-formats.ts';
import { getPerson, ofacCsvSample, read, refusalOf, toFile } from './sample-files.ts';

const context = { listId: 'sample' };

/** A UK list of one person. */
function ukText(family: string): string {
  return `Report Date: 24-Jun-2026\nUnique ID,Name 6,Name type,Designation Type\nSAM1,${family},Primary Name,Individual\n`;
}

const name = 'José MÜLLER';

async function namesOf(format: 'uk-csv' | 'un-xml', bytes: Uint8Array, pieceBytes = 7) {
  const edition = await listReaders[format]({ main: toFile(bytes, pieceBytes) }, context);
  return edition.persons.map((person) => person.names[0]?.full);
}

function unText(encoding: string): string {
  return `<?xml version="1.0"${encoding}?><CONSOLIDATED_LIST><INDIVIDUAL><DATAID>1</DATAID><FIRST_NAME>${name}</FIRST_NAME></INDIVIDUAL></CONSOLIDATED_LIST>`;
}

test.each([
  ['UTF-8', Buffer.from(ukText(name), 'utf8')],
  ['UTF-8 with a byte order mark', Buffer.from(`\uFEFF${ukText(name)}`, 'utf8')],
  ['UTF-16 LE with a byte order mark', Buffer.from(`\uFEFF${ukText(name)}`, 'utf16le')],
  ['UTF-16 BE with a byte order mark', Buffer.from(`\uFEFF${ukText(name)}`, 'utf16le').swap16()],
  ['Windows-1252', Buffer.from(ukText(name), 'latin1')],
])('a CSV in %s is read', async (_encoding, bytes) => {
  for (const pieceBytes of [1, 7, 10_000]) expect(await namesOf('uk-csv', bytes, pieceBytes)).toEqual([name]);
});

test.each([
  ['UTF-8 by declaration', Buffer.from(unText(' encoding="UTF-8"'), 'utf8')],
  ['UTF-8 without a word', Buffer.from(unText(''), 'utf8')],
  ['UTF-16 without a byte order mark', Buffer.from(unText(' encoding="UTF-16"'), 'utf16le')],
  ['ISO-8859-1 by declaration', Buffer.from(unText(' encoding="ISO-8859-1"'), 'latin1')],
])('an XML file in %s is read', async (_encoding, bytes) => {
  for (const pieceBytes of [1, 7, 10_000]) expect(await namesOf('un-xml', bytes, pieceBytes)).toEqual([name]);
});

test.each([
  ['XML that says UTF-8 and is not', Buffer.from(unText(' encoding="UTF-8"'), 'latin1')],
  ['XML that says nothing and is not UTF-8', Buffer.from(unText(''), 'latin1')],
  ['XML that says UTF-16 and is not', Buffer.from(unText(' encoding="UTF-16"'), 'utf8')],
  ['XML in an encoding that nobody knows', Buffer.from(unText(' encoding="EBCDIC-x"'), 'utf8')],
])('%s is refused as wrong encoding', async (_case, bytes) => {
  expect(await refusalOf(namesOf('un-xml', bytes))).toBe('wrong_encoding');
});

test('UTF-8 that turns into something else midway is refused', async () => {
  const bytes = Buffer.concat([
    Buffer.from(ukText(`José GOOD${' '.repeat(1000)}`), 'utf8'),
    Buffer.from('José again', 'latin1'),
  ]);
  expect(await refusalOf(namesOf('uk-csv', bytes, 64))).toBe('wrong_encoding');
});

test('null bytes within a text file are refused', async () => {
  const bytes = Buffer.from(ukText('A\0B NAME'), 'utf8');
  expect(await refusalOf(namesOf('uk-csv', bytes))).toBe('wrong_encoding');
});

test('invisible marks that steer the direction of text do not become part of a name', async () => {
  expect(await namesOf('uk-csv', Buffer.from(ukText('\u202eTariq\u200f ZALMOUDI\u202c'), 'utf8'))).toEqual([
    'Tariq ZALMOUDI',
  ]);
});

test('OFAC’s older files are Windows-1252 and end with a Ctrl-Z', async () => {
  const sdn = Buffer.from(ofacCsvSample.sdn.replace('Tariq Ben', 'José Ñame'), 'latin1');
  const files = { sdn: toFile(sdn), alt: toFile(ofacCsvSample.alt), add: toFile(ofacCsvSample.add) };
  const edition = await listReaders['ofac-csv'](files, context);
  expect(getPerson(edition, '7001').names[0]?.full).toBe('José Ñame ZALMOUDI');
  expect(await read('ofac-csv', ofacCsvSample)).toHaveProperty('persons.length', 2);
});
