import { describe, expect, test } from '@jest/globals';
import { guessColumns, readOwnList } from '../../../src/web/dashboard/administration/lists/own-list-file.ts';

const german = 'Nachname;Vorname;Geburtsdatum;Geschlecht;Staatsangehörigkeit;Passnummer;Grund;Seit;Lfd. Nr.';

test.each([
  ['as Windows writes it', Buffer.from(german, 'latin1')],
  ['UTF-8 with its mark', Buffer.from(`\uFEFF${german}`)],
  ['UTF-16 with its mark', Buffer.from(`\uFEFF${german}`, 'utf16le')],
  ['the delimiter announced', Buffer.from(`sep=;\r\n${german}`, 'latin1')],
  ['a title and a blank row above', Buffer.from(`Hausverbote, Stand Mai;;\r\n;;\r\n${german}`, 'latin1')],
])('a German spreadsheet’s columns are found and guessed: %s', async (_how, content) => {
  const rows = Buffer.from('\r\nBeispiel;Anna', content.includes(0) ? 'utf16le' : 'latin1');
  const { header = [] } = (await readOwnList(new Blob([content, rows]))) ?? {};
  expect(header).toEqual(german.split(';'));
  expect(guessColumns(header)).toEqual({
    family: 'Nachname',
    given: 'Vorname',
    birthDate: 'Geburtsdatum',
    gender: 'Geschlecht',
    countries: 'Staatsangehörigkeit',
    documentNumber: 'Passnummer',
    reason: 'Grund',
    listedOn: 'Seit',
    id: 'Lfd. Nr.',
  });
});

test.each([
  [
    ['No', 'First name', 'Last name', 'Date of birth', 'Nationality', 'Why'],
    ['id', 'given', 'family', 'birthDate', 'countries', 'reason'],
  ],
  [
    ['Nom', 'Prénom', 'Date de naissance', 'Sexe', 'Motif'],
    ['family', 'given', 'birthDate', 'gender', 'reason'],
  ],
  [
    ['Apellidos', 'Nombre', 'Fecha de nacimiento', 'País'],
    ['family', 'given', 'birthDate', 'countries'],
  ],
  [
    ['Nombre', 'Fecha de nacimiento'],
    ['name', 'birthDate'],
  ],
  [
    ['Cognome', 'Nome', 'Data di nascita', 'Cittadinanza'],
    ['family', 'given', 'birthDate', 'countries'],
  ],
  [
    ['Achternaam', 'Voornaam', 'Geboortedatum'],
    ['family', 'given', 'birthDate'],
  ],
  [
    ['Прізвище', 'Ім’я', 'Дата народження', 'Громадянство'],
    ['family', 'given', 'birthDate', 'countries'],
  ],
  [
    ['姓名', '出生日期', '国籍'],
    ['name', 'birthDate', 'countries'],
  ],
  [
    ['氏名', '生年月日'],
    ['name', 'birthDate'],
  ],
  [
    ['الاسم', 'تاريخ الميلاد', 'الجنسية'],
    ['name', 'birthDate', 'countries'],
  ],
])('%s', (header, fields) => {
  const guessed = guessColumns(header);
  expect(Object.fromEntries(Object.entries(guessed))).toEqual(
    Object.fromEntries(fields.map((field, at) => [field, header[at]])),
  );
});

test.each([
  ['a row with more cells than the header', 'Name,Born\nMaria Example,1970-03-15,x,y,z\n', ['Name', 'Born']],
  ['a header that nobody knows', 'Spalte 1;Spalte 2\nMaria, Example, x;2;3;4\n', ['Spalte 1', 'Spalte 2']],
  ['nothing', '', []],
])('%s: what the columns are called is not lost', async (_what, csv, header) => {
  expect((await readOwnList(new Blob([csv])))?.header).toEqual(header);
});

test('what nobody knows is left to whoever gives the file', () => {
  expect(guessColumns(['Spalte 1', 'Spalte 2'])).toEqual({});
});

/** Words of the west that come near to what other encodings look like there. */
const WESTERN = [
  'Þórður Alþingisson',
  'Ýmir Sigurðsson Lýðsdóttir',
  'Bergþór Eðvarð Þorvaldsson',
  'Bjørn Sørvág',
  'Søren Høgnadóttir',
  'Mª José Núñez',
  'Nº 12, 1ª planta',
  'Zimmer 20 m²; £50',
  'Hélène Lefèvre',
  'Õnne Võsu',
  'Françoise Müller',
  '3 m³ Ballast, 20 ºC',
  'C/ Mayor 3, 2.ºB, 1.ªIzq',
  'þ.e. þ. 3. maí',
  'ÞÓRÐUR SÝN ÞJÓÐBJÖRG',
];

describe('the letters of a file', () => {
  const names = 'Name;Reason\nJosé Müller;5 € – “été”\nÞórður Æðey;señor\n';
  const cyrillic = 'Имя;Причина\nІван Петренко;шум\n';
  const bigEndian = (text: string) => Buffer.from(text, 'utf16le').swap16();
  const toCsv = async (bytes: Buffer) => (await readOwnList(new Blob([bytes])))?.csv;

  test.each([
    ['UTF-16 without its mark', Buffer.from(names, 'utf16le'), names],
    ['the other UTF-16 without its mark', bigEndian(names), names],
    ['UTF-16 that begins with no ASCII sign', Buffer.from(cyrillic, 'utf16le'), cyrillic],
    [
      'as Windows writes them in the west',
      Buffer.from('Jos\xe9;5 \x80 \x96 \x93\xe9t\xe9\x94', 'latin1'),
      'José;5 € – “été”',
    ],
    ...WESTERN.map((text) => [text, Buffer.from(text, 'latin1'), text] as const),
  ])('are told: %s', async (_how, bytes, text) => {
    expect(await toCsv(bytes)).toBe(text);
  });

  test.each([
    ['Cyrillic', 'cfe5f2f0e5edeaee'], // Петренко
    ['Greek', 'd0e1f0e1e4fcf0eff5ebeff2'], // Παπαδόπουλος
    ['Arabic', 'e3cde3cf'], // محمد
    ['Polish', '5761b3ea7361'], // Wałęsa
    ['Polish at the end of a word', '4d69636861b3'], // Michał
    ['Polish at its start', 'a3756b61737a'], // Łukasz
    ['Czech', '44766ff8e16b'], // Dvořák
    ['Polish in capitals', '4d49434841a3'], // MICHAŁ
    ['Czech in capitals', '44564fd8c14b'], // DVOŘÁK
    ['Romanian', 'aa746566616e'], // Ştefan
    ['Turkish in capitals', '4b4144494fd04c55'], // KADIOĞLU
    ['Turkish after a vowel', '446ff0616e'], // Doğan
    ['Turkish without a dot', '59fd6c6d617a'], // Yılmaz
    ['Turkish without a dot, at the end', '417964fd6e'], // Aydın
    ['Turkish at the end of a word', '426172fdfe'], // Barış
    ['Turkish within', '4b6164fd6ff06c75'], // Kadıoğlu
    ['Turkish beside what Iceland lacks', 'c761f06c6172'], // Çağlar
    ['Turkish at its start', 'dd62726168696d'], // İbrahim
    ['Japanese', '8e52936391be9859208e8196bc'], // 山田太郎 氏名
    ['no text at all', '00000000ff00d8'],
    ['Chinese', 'cdf5d0a1c3f7'], // 王小明
  ])('are not guessed where they would become names that nobody has: %s', async (_script, name) => {
    expect(await toCsv(Buffer.from(`${Buffer.from('Name;Born\n').toString('hex')}${name}`, 'hex'))).toBeUndefined();
  });
});
