import { describe, expect, test } from '@jest/globals';
import { readOwnListCsv } from '../../../providers/watchlist/lists/own-list-csv.ts';
import { OwnListError } from '../../../providers/watchlist/lists/own-list-error.ts';
import { ownListMappingSchema } from '../../../providers/watchlist/lists/own-list-mapping.ts';
import { refusal, refusalOf, toFile } from './sample-files.ts';

const mapping = ownListMappingSchema.parse({
  id: 'No',
  given: 'First name',
  family: 'Last name',
  aliases: 'Also known as',
  birthDate: 'Born',
  countries: 'Nationality',
  gender: 'Sex',
  documentNumber: 'Passport',
  reason: 'Why',
  listedOn: 'Since',
});
const header = 'No,First name,Last name,Also known as,Born,Nationality,Sex,Passport,Why,Since,Remark';

function read(rows: string, using = mapping) {
  return readOwnListCsv(toFile(rows), using, { listId: 'house' });
}

async function problemsOf(rows: string, using = mapping) {
  const refused = await refusal(read(rows, using));
  if (!(refused instanceof OwnListError)) throw refused;
  return refused.problems;
}

test('a property’s own list is read by its mapping, in the columns’ own order and case', async () => {
  const edition = await read(
    `${header.replace('Born', 'BORN')}\n17,Tariq,Zalmoudi,Tarek Zalmudi|T. Salmoudi,15.03.1961,German; FRA,m,C01X 00T47,Broke a lamp,2024-05-01,x\n`,
  );
  expect(edition).toEqual({
    listId: 'house',
    persons: [
      {
        entryId: '17',
        names: [
          { full: 'Tariq Zalmoudi', quality: 'primary', parts: { given: 'Tariq', family: 'Zalmoudi' } },
          { full: 'Tarek Zalmudi', quality: 'strong' },
          { full: 'T. Salmoudi', quality: 'strong' },
        ],
        birthDates: [{ year: 1961, month: 3, day: 15 }],
        birthPlaces: [],
        countries: ['DE', 'FR'],
        gender: 'M',
        documents: [{ type: 'document', number: 'C01X00T47' }],
        programmes: ['Broke a lamp'],
        listedOn: '2024-05-01',
        links: [],
      },
    ],
  });
});

test.each([
  ['semicolons', 'Name;Geboren\r\nMüller, Jörg;01.02.1970\r\n'],
  ['tabs', 'Name\tGeboren\nMüller, Jörg\t01.02.1970\n'],
  ['bars', 'Name|Geboren\nMüller, Jörg|01.02.1970'],
  ['commas and quotes', '"Name","Geboren"\n"Müller, Jörg","01.02.1970"\n'],
])('fields may be parted by %s', async (_how, rows) => {
  const using = ownListMappingSchema.parse({ name: 'Name', birthDate: 'Geboren' });
  for (const encoding of ['utf8', 'latin1'] as const) {
    const edition = await readOwnListCsv([Buffer.from(rows, encoding)], using, { listId: 'house' });
    expect(edition.persons).toMatchObject([
      { names: [{ full: 'Müller, Jörg' }], birthDates: [{ year: 1970, month: 2, day: 1 }] },
    ]);
  }
});

test('without ids, a person is the same in the next edition, whatever else changed, and the id shows no name', async () => {
  const using = ownListMappingSchema.parse({ name: 'Name', birthDate: 'Born', reason: 'Why' });
  const first = await read('Name,Born,Why\nTariq Zalmoudi,1961-03-15,Lamp\nSomeone Else,,\n', using);
  const next = await read('Name,Born,Why\nAnother One,,\nTARIQ ZALMOUDI,1961-03-15,Lamp and bed\n', using);
  expect(next.persons[1]?.entryId).toBe(first.persons[0]?.entryId);
  expect(first.persons[0]?.entryId).toMatch(/^[\w-]{22}$/);
});

describe('What spreadsheets write is understood', () => {
  const german = ownListMappingSchema.parse({
    family: 'Nachname',
    given: 'Vorname',
    birthDate: 'Geburtsdatum',
    gender: 'Geschlecht',
    countries: 'Staatsangehörigkeit',
    reason: 'Grund',
  });
  const rows = [
    'Nachname;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;Grund',
    'Müller-Beispiel;Jörg;31.12.1980;männlich;Österreich;Lampe, zerbrochen',
    ';;;;;',
    '',
    'Beispiel;Änne;12/31/1980;w;Türkei',
    'Muster;Kim;31.12.1980 00:00:00;divers;;;;',
  ];
  const persons = [
    {
      names: [{ full: 'Jörg Müller-Beispiel' }],
      birthDates: [{ year: 1980, month: 12, day: 31 }],
      gender: 'M',
      countries: ['AT'],
      programmes: ['Lampe, zerbrochen'],
    },
    {
      names: [{ full: 'Änne Beispiel' }],
      birthDates: [{ year: 1980, month: 12, day: 31 }],
      gender: 'F',
      countries: ['TR'],
    },
    { names: [{ full: 'Kim Muster' }], birthDates: [{ year: 1980, month: 12, day: 31 }] },
  ];
  const csv = `${rows.join('\r\n')}\r\n`;

  test.each([
    ['Windows-1252', Buffer.from(csv, 'latin1')],
    ['UTF-8 with its mark', Buffer.from(`\uFEFF${csv}`)],
    ['UTF-16 with its mark', Buffer.from(`\uFEFF${csv}`, 'utf16le')],
    ['the delimiter announced', Buffer.from(`sep=;\r\n${csv}`, 'latin1')],
    ['a title above the header', Buffer.from(`Hausverbote, Stand Mai;;;;;\r\n;;;;;\r\n${csv}`, 'latin1')],
  ])('%s, days in two orders, blank and short rows', async (_how, content) => {
    const edition = await readOwnListCsv(toFile(content), german, { listId: 'house' });
    expect(edition.persons).toMatchObject(persons);
    expect(edition.persons[2]?.gender).toBeUndefined();
  });

  test('a problem is told by the row that the spreadsheet shows, blank rows counted', async () => {
    const wrong = csv.replace('12/31/1980', 'irgendwann');
    expect(await problemsOf(wrong, german)).toEqual([{ row: 5, column: 'Geburtsdatum', reason: 'date_unreadable' }]);
    const titled = await problemsOf(`Hausverbote;;;;;\n${wrong}`, german);
    expect(titled).toEqual([{ row: 6, column: 'Geburtsdatum', reason: 'date_unreadable' }]);
  });
});

describe('Errors name every row and column, and nothing of the person', () => {
  test('what cannot be understood', async () => {
    const rows = [
      '1,Tariq,Zalmoudi,,31.02.1961,Atlantis,z,,,,',
      '2,,,,,,,,,,',
      '3,"=HYPERLINK(""https://example.org"")",Zalmoudi,,,,,,,gestern,',
      `4,Tariq,${'Z'.repeat(500)},12345,,,,,,,`,
    ];
    expect(await problemsOf(`${header}\n${rows.join('\n')}\n`)).toEqual([
      { row: 2, column: 'Born', reason: 'date_unreadable' },
      { row: 2, column: 'Nationality', reason: 'country_unknown' },
      { row: 2, column: 'Sex', reason: 'gender_unknown' },
      { row: 3, column: 'Last name', reason: 'name_missing' },
      { row: 4, column: 'First name', reason: 'formula' },
      { row: 4, column: 'Since', reason: 'date_unreadable' },
      { row: 5, column: 'Last name', reason: 'name_unreadable' },
      { row: 5, column: 'Also known as', reason: 'name_unreadable' },
    ]);
  });

  test.each(['=1+1', '+Tariq', '-Tariq', '@SUM(A1)'])('the formula %s is no name', async (cell) => {
    expect(await problemsOf(`${header}\n1,${cell},Zalmoudi,,,,,,,,\n`)).toMatchObject([{ reason: 'formula' }]);
  });

  test('columns that the mapping names and the file does not have', async () => {
    expect(await problemsOf('No,First name,Last name\n1,Tariq,Zalmoudi\n')).toMatchObject([
      { row: 1, column: 'Also known as', reason: 'column_missing' },
      { row: 1, column: 'Born' },
      { row: 1, column: 'Nationality' },
      { row: 1, column: 'Sex' },
      { row: 1, column: 'Passport' },
      { row: 1, column: 'Why' },
      { row: 1, column: 'Since' },
    ]);
  });

  test('a hundred problems are enough', async () => {
    const rows = '1,Tariq,Zalmoudi,,x,x,x,,,,\n'.repeat(10_000);
    expect(await problemsOf(`${header}\n${rows}`)).toHaveLength(100);
  });

  test('a file that is no list at all', async () => {
    expect(await refusalOf(read(''))).toBe('empty');
    expect(await refusalOf(read(`${header}\n`))).toBe('no_persons');
    const more = `${header}\n1,Tariq,Zalmoudi\n2,,b,,,,,,,,,more\n`;
    expect(await refusal(read(more))).toMatchObject({ code: 'wrong_columns', facts: { row: 3 } });
    expect(await refusalOf(read('<html><body>Login</body></html>'))).toBe('not_a_list');
  });
});

test('a mapping needs a column for the name and knows no other keys', () => {
  expect(ownListMappingSchema.safeParse({ birthDate: 'Born' }).success).toBe(false);
  expect(ownListMappingSchema.safeParse({ name: 'Name', nmae: 'x' }).success).toBe(false);
});
