import { describe, expect, test } from '@jest/globals';
import { findDocumentNumber } from '../../../providers/watchlist/lists/document-number.ts';
import { listReaders } from '../../../providers/watchlist/lists/list-formats.ts';
import { toUnNames } from '../../../providers/watchlist/lists/un-names.ts';
import { getPerson, ofacAdvancedSample, ofacCsvSample, ofacXmlSample, read, unSample } from './sample-files.ts';

describe('UN: an alias may hold several names, in two scripts', () => {
  test.each([
    [
      'Latin names in brackets after one in its own script',
      'أبو نور (Abu Nour; Abou Nur)',
      ['أبو نور', 'Abu Nour', 'Abou Nur'],
    ],
    ['one Latin name in brackets', 'عبدالله الزلمودي (Abdullah Zalmoudi)', ['عبدالله الزلمودي', 'Abdullah Zalmoudi']],
    ['the script that is announced', 'Amir Sample (original script: Амир Сампле)', ['Amir Sample', 'Амир Сампле']],
    ['the script without announcement', 'Jin Lisan (金利三)', ['Jin Lisan', '金利三']],
    ['a note in brackets is no name', 'Tarek Zalmudi (previously listed as)', ['Tarek Zalmudi']],
    ['nor is a note with a semicolon', 'Tarek Zalmudi (false identity; see above)', ['Tarek Zalmudi']],
    ['a title in brackets is none', '(Sheikh) Musa Sample', ['Musa Sample']],
    ['letters and digits before names', 'A. Sample b) B. Sample; C. Sample', ['A. Sample', 'B. Sample', 'C. Sample']],
    ['what follows the name is none of it', 'Safia Sample, born 1 Jan. 1953 (passport no.03825)', ['Safia Sample']],
    ['a bracket that was never opened', ') Tarek Zalmudi', ['Tarek Zalmudi']],
    ['a bracket that is not closed', 'Tarek Zalmudi (previously', ['Tarek Zalmudi']],
  ])('%s', (_what, alias, names) => {
    expect(toUnNames(alias)).toEqual(names);
  });
});

describe('UN: what is told in words alone', () => {
  test('a gender among the comments', async () => {
    const untold = unSample.replace('<GENDER>Male</GENDER>', '');
    const said = untold.replace('Nothing else.', 'Review concluded. Gender: Female.');
    expect(getPerson(await read('un-xml', said), '900001').gender).toBe('F');
    expect(getPerson(await read('un-xml', untold), '900001').gender).toBeUndefined();
  });

  test('a birth between two months of one year was in that year', async () => {
    const sample = unSample.replace('Nov. 1973 ', 'Between Aug. and Sep. 1977');
    expect(getPerson(await read('un-xml', sample), '900001').birthDates).toContainEqual({ year: 1977 });
  });

  test('a year of the Islamic calendar is no birth date', async () => {
    const sample = unSample.replace('Nov. 1973 ', '24/06/1402 (Hijri Calendar)');
    expect(getPerson(await read('un-xml', sample), '900001').birthDates).toHaveLength(3);
  });
});

describe('OFAC: documents of natural persons, whatever they are called', () => {
  const types = [
    'Diplomatic Passport',
    'Stateless Person Passport',
    'Numero de Identidad',
    "Citizen's Card Number",
    'Credencial electoral',
    'C.U.I.',
    'RFC',
    'N.I.E.',
    'Tarjeta Profesional',
    'Immigration No.',
  ];

  test.each(types)('%s, in the CSV’s remarks and in the classic XML', async (type) => {
    const sdn = ofacCsvSample.sdn.replace('National ID No.', type);
    const csv = getPerson(await read('ofac-csv', { ...ofacCsvSample, sdn }), '7001');
    const known = { type: type.replace(/[.:\s]+$/, ''), number: '232-504', country: 'IQ' };
    expect(csv.documents).toContainEqual(known);

    const xml = await read('ofac-xml', ofacXmlSample.replace('Passport<', `${type}<`));
    expect(getPerson(xml, '8001').documents).toEqual([{ ...known, number: 'A5250', country: 'PK' }]);
  });

  test.each(['Phone Number', 'Email Address', 'Digital Currency Address - XBT', 'Executive Order 13846 information:'])(
    '%s is no document',
    async (type) => {
      const sdn = ofacCsvSample.sdn.replace('National ID No.', type);
      expect(getPerson(await read('ofac-csv', { ...ofacCsvSample, sdn }), '7001').documents).toHaveLength(2);
      const xml = await read('ofac-xml', ofacXmlSample.replace('Passport<', `${type}<`));
      expect(getPerson(xml, '8001').documents).toEqual([]);
    },
  );
});

describe('OFAC’s advanced XML: a country may be given by its code alone', () => {
  test.each([
    ['a country without a name', '<Country ID="11">Tunisia</Country>', '<Country ID="11" ISO2="TN"/>'],
    [
      'an area instead of a country',
      '<Location ID="500"><LocationCountry CountryID="11"/>',
      '<Location ID="500"><LocationAreaCode AreaCodeID="21"/>',
    ],
  ])('%s', async (_what, said, instead) => {
    const areas =
      '<AreaCodeValues><AreaCode ID="21" CountryID="11" Description="Tunisia">TN</AreaCode></AreaCodeValues>';
    const sample = ofacAdvancedSample.replace(said, instead).replace('<CountryValues>', `${areas}<CountryValues>`);
    expect(getPerson(await read('ofac-advanced-xml', sample), '9001').countries).toEqual(['TN']);
  });
});

describe('The number of a document', () => {
  test.each([
    ['Booklet A5250', 'A5250'],
    ['12 345 678', '12345678'],
    ['D489833(9)', 'D489833(9)'],
    ['D489833(9) (Hong Kong)', 'D489833(9)'],
    ['13/Ta Ta Na (Naing)019077', '13/TATANA(NAING)019077'],
    ['(HWI)040182', '(HWI)040182'],
    ['German travel document (“Reiseausweis”) A 0139243', 'A0139243'],
    ['Laissez-Passer 02154', '02154'],
    ['1372584, Kenya', '1372584'],
    ['A123456 (Iraq, issued 2012)', 'A123456'],
    ['A123456(Iraq)', 'A123456'],
    ['none', undefined],
  ])('of “%s” is %s', (text, number) => {
    expect(findDocumentNumber(text)).toBe(number);
  });
});

test('an XML file that comes in one piece is as good as one that comes in many', async () => {
  const entry = /<INDIVIDUAL>[^]*<\/INDIVIDUAL>/.exec(unSample)?.[0] ?? '';
  const many = Array.from({ length: 700 }, (_, at) => entry.replace('900001', String(100_000 + at))).join('');
  const content = Buffer.from(unSample.replace(entry, many));
  expect(content.length).toBeGreaterThan(1_000_000);
  const edition = await listReaders['un-xml']({ main: [content] }, { listId: 'sample' });
  expect(edition.persons).toHaveLength(700);
});
