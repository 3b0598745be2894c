import { expect, test } from '@jest/globals';
import { findDocument } from '../../../src/web/form/reader/document-zone.ts';

/** ICAO 9303's own specimen, with Norway in place of its invented country: check digits do not cover it. */
const upper = 'P<NORERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<<<';
const lower = 'L898902C36NOR7408122F1204159ZE184226B<<<<<10';
const today = new Date('2026-11-23');
const read = (...lines: readonly string[]) => findDocument(lines.join('\n'), today);

test('a passport is read with its dates in the century that can be', () => {
  expect(read('PASSPORT', upper, lower)).toEqual({
    ...{ documentMrz: `${upper}\n${lower}`, documentType: 'passport', documentNumber: 'L898902C3', gender: 'F' },
    ...{ issuingState: 'NOR', nationality: 'NOR', birthDate: '1974-08-12', documentExpiresOn: '2012-04-15' },
    ...{ firstName: 'Anna Maria', lastName: 'Eriksson' },
  });
});

test.each([
  ['261122', '8', '2026-11-22'],
  ['261231', '7', '1926-12-31'],
])('nobody is born on a day to come: %s', (digits, checkDigit, birthDate) => {
  expect(read(upper, lower.replace('7408122', digits + checkDigit))?.birthDate).toBe(birthDate);
});

test.each([
  ['fillers read as letters, and as too many', 'P<NORERIKSSON<<ANNA<MARIA<<<K<KLLILLILLLLLILLILKLK', lower],
  ['one letter read as two', upper, 'L898902C36N0OR7408122F1204159ZE184226B<<<<<10'],
  ['fillers read as too few', 'P<NORERIKSSON<<ANNA<MARIA<<<<<<<<<<<<<<<<<', lower],
  ['spaces and guillemets', `${upper.slice(0, 20)} ${upper.slice(20)}`, lower.replaceAll('<', '«')],
])('%s are no matter', (_what, ...lines) => {
  expect(read(...lines)).toEqual(read(upper, lower));
});

test.each([
  ['a wrong digit', upper, lower.replace('7408122', '7408222')],
  ['a line that is missing', upper, 'SOME OTHER WORDS THAT STAND ON A PAGE'],
  ['no document', 'THIS IS NO PASSPORT AT ALL, NOT EVEN NEARLY', 'ONLY SOME WORDS THAT SOMEBODY HAS WRITTEN DOWN'],
])('with %s nothing is read', (_what, ...lines) => {
  expect(read(...lines)).toBeUndefined();
});
