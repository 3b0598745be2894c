import { describe, expect, test } from '@jest/globals';
import {
  euCsvSample,
  euXmlSample,
  getPerson,
  ofacAdvancedSample,
  ofacCsvSample,
  ofacXmlSample,
  read,
  unSample,
} from './sample-files.ts';
import {
  openSanctionsCsvSample,
  openSanctionsFtmSample,
  openSanctionsNestedSample,
  ukConsolidatedSample,
  ukCsvSample,
  ukXmlSample,
} from './sample-files-more.ts';

describe('UN', () => {
  test('an individual is read with all that is published, and entities are left out', async () => {
    const edition = await read('un-xml', unSample);
    expect(edition).toMatchObject({ listId: 'sample', publishedOn: '2026-02-27' });
    expect(edition.persons).toEqual([
      {
        entryId: '900001',
        reference: 'SAi.001',
        names: [
          { full: 'TARIQ BEN ZALMOUDI', quality: 'primary' },
          { full: 'Tarek Zalmudi', quality: 'strong' },
          { full: 'Tariq Salmoudi', quality: 'strong' },
          { full: 'T. Zelmoudi', quality: 'strong' },
          { full: 'Jin Lisan', quality: 'strong' },
          { full: 'طارق بن زلمودي', quality: 'original_script' },
          { full: '金利三', quality: 'original_script' },
          { full: 'Abu Sample', quality: 'weak' },
        ],
        birthDates: [
          { year: 1970, month: 2, day: 3 },
          { year: 1968, yearTo: 1971 },
          { year: 1969, circa: true },
          { year: 1973, month: 11 },
        ],
        birthPlaces: ['Sfax, Tunisia'],
        countries: ['TN'],
        gender: 'M',
        documents: [{ type: 'Passport', number: 'Z303217', country: 'TN' }],
        programmes: ['Sample'],
        listedOn: '2015-04-07',
        links: ['https://example.org/notices/900001'],
      },
    ]);
  });
});

describe('OFAC', () => {
  test('the CSV files become one list, with what the remarks tell', async () => {
    const edition = await read('ofac-csv', ofacCsvSample);
    expect(edition.persons.map((person) => person.entryId)).toEqual(['7001', '7002']);
    expect(getPerson(edition, '7001')).toEqual({
      entryId: '7001',
      names: [
        { full: 'Tariq Ben ZALMOUDI', quality: 'primary', parts: { given: 'Tariq Ben', family: 'ZALMOUDI' } },
        { full: 'Tarek ZALMUDI', quality: 'strong', parts: { given: 'Tarek', family: 'ZALMUDI' } },
        { full: 'ABU SAMPLE', quality: 'weak' },
      ],
      birthDates: [
        { year: 1961, month: 3, day: 15 },
        { year: 1960, circa: true },
      ],
      birthPlaces: ['Sfax, Tunisia'],
      countries: ['TN', 'MM'],
      gender: 'M',
      documents: [
        { type: 'Passport', number: 'A123456', country: 'TN' },
        { type: 'Passport', number: 'B98765' },
        { type: 'National ID No', number: '232-504', country: 'IQ' },
      ],
      programmes: ['SDGT', 'IRAQ2'],
      links: ['https://sanctionssearch.ofac.treas.gov/Details.aspx?id=7001'],
    });
    expect(getPerson(edition, '7002')).toMatchObject({ birthDates: [{ year: 1976, yearTo: 1978 }], gender: 'F' });
  });

  test('remarks that went over into the comments file count too', async () => {
    const edition = await read('ofac-csv', { ...ofacCsvSample, comments: '7002,"POB Hamhung, North Korea."\r\n' });
    expect(getPerson(edition, '7002').birthPlaces).toEqual(['Hamhung, North Korea']);
  });

  test('the classic XML tells weak aliases and documents apart from other remarks', async () => {
    const edition = await read('ofac-xml', ofacXmlSample);
    expect(edition.publishedOn).toBe('2020-04-22');
    expect(edition.persons).toHaveLength(1);
    expect(getPerson(edition, '8001')).toMatchObject({
      names: [
        { full: 'Tariq Ben ZALMOUDI', quality: 'primary' },
        { full: 'Tarek ZALMUDI', quality: 'strong' },
        { full: 'TATA SAMPLE', quality: 'weak' },
      ],
      birthDates: [{ year: 1951, yearTo: 1953 }],
      countries: ['PK'],
      gender: 'M',
      documents: [{ type: 'Passport', number: 'A5250', country: 'PK' }],
    });
  });

  test('the advanced XML gives names in their script, and its numbers are resolved', async () => {
    const edition = await read('ofac-advanced-xml', ofacAdvancedSample);
    expect(edition).toMatchObject({ publishedOn: '2026-02-07' });
    expect(edition.persons).toEqual([
      {
        entryId: '9001',
        names: [
          {
            full: 'Tariq Ivanovich ZALMOUDI',
            quality: 'primary',
            parts: { given: 'Tariq', middle: 'Ivanovich', family: 'ZALMOUDI' },
          },
          { full: 'Тарик Залмуди', quality: 'original_script', parts: { given: 'Тарик', family: 'Залмуди' } },
          { full: 'Abu Sample', quality: 'weak', parts: { given: 'Abu Sample' } },
        ],
        birthDates: [{ year: 1962, circa: true }],
        birthPlaces: ['Sfax, Tunisia'],
        countries: ['TN'],
        gender: 'M',
        documents: [{ type: 'Passport', number: 'P12345', country: 'TN' }],
        programmes: ['SDGT'],
        listedOn: '2019-09-13',
        links: ['https://sanctionssearch.ofac.treas.gov/Details.aspx?id=9001'],
      },
    ]);
  });
});

describe('EU', () => {
  const person = {
    entryId: '5001',
    reference: 'EU.1.1',
    birthPlaces: ['Sfax, TUNISIA'],
    countries: ['TN'],
    gender: 'M',
    documents: [{ type: 'National passport', number: 'L191609', country: 'TN' }],
    programmes: ['TAQA'],
    listedOn: '2008-07-03',
  };

  test('the XML, with weak names, ranges, and no years of other calendars', async () => {
    const edition = await read('eu-xml', euXmlSample);
    expect(edition).toMatchObject({ publishedOn: '2026-04-15' });
    expect(edition.persons).toEqual([
      {
        ...person,
        names: [
          {
            full: 'Tariq Ben Zalmoudi',
            quality: 'primary',
            parts: { given: 'Tariq', middle: 'Ben', family: 'Zalmoudi' },
          },
          { full: 'Тарик Залмуди', quality: 'original_script' },
          { full: 'Abu Sample', quality: 'weak' },
        ],
        birthDates: [
          { year: 1965, month: 12, day: 12 },
          { year: 1958, circa: true },
          { year: 1955, yearTo: 1958 },
        ],
        links: ['https://example.eu/act?a=1&b=2'],
      },
    ]);
  });

  test('the CSV, whose rows are put together', async () => {
    const edition = await read('eu-csv', euCsvSample);
    expect(edition).toMatchObject({ publishedOn: '2026-04-15' });
    expect(edition.persons).toMatchObject([
      {
        ...person,
        birthDates: [
          { year: 1965, month: 12, day: 12 },
          { year: 1958, circa: true },
        ],
      },
    ]);
  });
});

describe('UK', () => {
  test('the current CSV', async () => {
    const edition = await read('uk-csv', ukCsvSample);
    expect(edition).toMatchObject({ publishedOn: '2026-06-24' });
    expect(edition.persons).toEqual([
      {
        entryId: 'SAM0001',
        reference: '12703',
        names: [
          {
            full: 'Tariq Ben ZALMOUDI',
            quality: 'primary',
            parts: { given: 'Tariq', middle: 'Ben', family: 'ZALMOUDI' },
          },
          { full: 'Tarek ZALMUDI', quality: 'strong', parts: { given: 'Tarek', family: 'ZALMUDI' } },
          { full: 'طارق بن زلمودي', quality: 'original_script' },
          { full: 'ABU SAMPLE', quality: 'weak' },
        ],
        birthDates: [{ year: 1961, month: 3, day: 15 }, { year: 1960 }, { year: 1962, month: 4 }],
        birthPlaces: ['Sfax, Tunisia', 'Tunis, Tunisia'],
        countries: ['TN', 'AF'],
        gender: 'M',
        documents: [
          { type: 'Passport', number: 'A123456' },
          { type: 'Passport', number: 'B98765' },
          { type: 'National identification', number: '232504' },
        ],
        programmes: ['The Sample Regulations 2020'],
        listedOn: '2021-02-01',
        links: [],
      },
    ]);
  });

  test('the current XML', async () => {
    const edition = await read('uk-xml', ukXmlSample);
    expect(edition).toMatchObject({ publishedOn: '2026-07-31' });
    expect(edition.persons).toHaveLength(1);
    expect(getPerson(edition, 'SAM0001')).toMatchObject({
      names: [
        { full: 'Tariq Ben ZALMOUDI', quality: 'primary' },
        { full: 'طارق بن زلمودي', quality: 'original_script' },
        { full: 'ABU SAMPLE', quality: 'weak' },
      ],
      birthDates: [{ year: 1961, month: 3, day: 15 }, { year: 1960 }],
      birthPlaces: ['Sfax, Tunisia'],
      documents: [{ type: 'Passport', number: 'A123456' }],
      listedOn: '2021-02-01',
      gender: 'M',
    });
  });

  test('the older consolidated CSV, whose rows repeat a person for each birth date', async () => {
    const edition = await read('uk-consolidated-csv', ukConsolidatedSample);
    expect(edition).toMatchObject({ publishedOn: '2020-04-27' });
    expect(edition.persons).toHaveLength(1);
    expect(getPerson(edition, '13063')).toMatchObject({
      names: [
        { full: 'Tariq Ben ZALMOUDI', quality: 'primary' },
        { full: 'Tarek ZALMUDI', quality: 'weak' },
      ],
      birthDates: [{ year: 1983 }, { year: 1984, month: 4 }, { year: 1985 }],
      countries: ['PK'],
    });
  });
});

describe('OpenSanctions', () => {
  const common = {
    entryId: 'smp-1',
    countries: ['TN'],
    gender: 'M',
    birthDates: [{ year: 1961, month: 3 }],
    documents: [{ type: 'Passport', number: 'A123456', country: 'TN' }],
    programmes: ['SDGT'],
    listedOn: '2019-09-13',
    names: [
      { full: 'Tariq Zalmoudi', quality: 'primary' },
      { full: 'Tarek Zalmudi', quality: 'strong' },
      { full: 'Тарик Залмуди', quality: 'original_script' },
      { full: 'Abu Sample', quality: 'weak' },
    ],
  };

  test('targets.simple.csv', async () => {
    const edition = await read('opensanctions-csv', openSanctionsCsvSample);
    expect(edition.persons).toMatchObject([
      {
        entryId: 'smp-1',
        countries: ['TN', 'IR'],
        birthDates: [{ year: 1961, month: 3, day: 15 }, { year: 1960 }],
        documents: [{ type: 'identifier', number: 'A123456' }],
        links: ['https://www.opensanctions.org/entities/smp-1/'],
      },
    ]);
  });

  test.each([
    ['opensanctions-nested', openSanctionsNestedSample],
    ['opensanctions-ftm', openSanctionsFtmSample],
  ] as const)('%s, with sanctions and passports, and without relatives', async (format, sample) => {
    expect((await read(format, sample)).persons).toMatchObject([common]);
  });
});
