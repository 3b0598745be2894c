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

describe('Errors name every row and column, and nothing of the person', () => {
  test('what cannot be understood', async () => {
    const rows = [
      '1,Tariq,Zalmoudi,,31.02.1961,Atlantis,x,,,,',
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
    expect(await refusalOf(read(`${header}\n1,Tariq\n2,b\n`))).toBe('wrong_columns');
    expect(await refusalOf(read('<html><body>Login</body></html>'))).toBe('not_a_list');
  });
});

test('a mapping needs a column for the name and knows no other keys', () => {
  expect(ownListMappingSchema.safeParse({ birthDate: 'Born' }).success).toBe(false);
  expect(ownListMappingSchema.safeParse({ name: 'Name', nmae: 'x' }).success).toBe(false);
});
