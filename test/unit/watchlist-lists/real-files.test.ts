import { createReadStream, existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import type { ListedPerson, WatchlistEdition } from '../../../providers/watchlist/listed-person.ts';
import { listReaders } from '../../../providers/watchlist/lists/list-formats.ts';
import type { ListFile } from '../../../providers/watchlist/lists/list-reader.ts';
import type { ListFormat } from '../../../providers/watchlist/lists/list-formats.ts';

/** The publishers' own files lie beside the project where there are any; they are no part of it. */
const directory = join(import.meta.dirname, '../../../../shared/data/lists');
const withFiles = existsSync(directory) ? describe : describe.skip;

function read(format: ListFormat, files: Readonly<Record<string, string>>): Promise<WatchlistEdition> {
  const opened = Object.entries(files).map(([role, path]) => [role, toListFile(join(directory, path))] as const);
  return listReaders[format](Object.fromEntries(opened), { listId: 'real' });
}

function toListFile(path: string): ListFile {
  return { [Symbol.asyncIterator]: () => createReadStream(path)[Symbol.asyncIterator]() };
}

function count(edition: WatchlistEdition, holds: (person: ListedPerson) => boolean): number {
  return edition.persons.filter(holds).length;
}

function expectSound(edition: WatchlistEdition): void {
  const ids = edition.persons.map((person) => person.entryId);
  expect(new Set(ids).size).toBe(ids.length);
  for (const person of edition.persons) {
    const leading = person.names.filter((name) => name.quality === 'primary');
    expect(leading.length).toBe(person.names[0]?.quality === 'original_script' ? 0 : 1);
    for (const name of person.names) expect(name.full).toMatch(/^\S(?:.*\S)?$/u);
    for (const country of person.countries) expect(country).toMatch(/^[A-Z]{2}$/);
    for (const document of person.documents) expect(document.number).toMatch(/^\S*\d\S*$/);
    for (const date of person.birthDates) {
      expect(date.year).toBeGreaterThanOrEqual(1850);
      expect(date.year).toBeLessThan(2030);
    }
  }
}

withFiles('The publishers’ files of ../shared/data/lists, where they are present', () => {
  test('OFAC SDN of 2021 as CSV: 4,620 individuals, and every DOB, gender and alias of theirs', async () => {
    const files = { sdn: 'ofac/sdn.csv', alt: 'ofac/alt.csv', add: 'ofac/add.csv' };
    const edition = await read('ofac-csv', files);
    expectSound(edition);
    expect(edition.persons).toHaveLength(4620);
    expect(count(edition, (person) => person.birthDates.length > 0)).toBe(4428);
    expect(count(edition, (person) => person.gender !== undefined)).toBe(1513);
    expect(count(edition, (person) => person.names.some((name) => name.quality === 'weak'))).toBeGreaterThan(800);
    expect(count(edition, (person) => person.documents.length > 0)).toBeGreaterThan(2240);
    expect(count(edition, (person) => person.countries.length > 0)).toBeGreaterThan(2500);
    expect(edition.persons.flatMap((person) => person.names).length).toBeGreaterThan(12_500);
  });

  test('OFAC’s classic XML: the individuals of the sample', async () => {
    const edition = await read('ofac-xml', { main: 'ofac/sdn-advanced-sample.xml' });
    expectSound(edition);
    expect(edition.publishedOn).toBe('2020-04-22');
    expect(edition.persons.map((person) => person.entryId)).toEqual(
      expect.arrayContaining(['10689', '18619', '12057']),
    );
  });

  test('UN of 2026-02: 730 individuals, all with a date of listing', async () => {
    const edition = await read('un-xml', { main: 'un/un-consolidated-2026-02.xml' });
    expectSound(edition);
    expect(edition.publishedOn).toBe('2026-02-27');
    expect(edition.persons).toHaveLength(730);
    expect(count(edition, (person) => person.listedOn !== undefined)).toBe(730);
    expect(count(edition, (person) => person.gender !== undefined)).toBe(97);
    expect(count(edition, (person) => person.countries.length > 0)).toBe(624);
    expect(count(edition, (person) => person.birthDates.length > 0)).toBeGreaterThan(670);
    expect(count(edition, (person) => person.birthDates.some((date) => date.yearTo !== undefined))).toBeGreaterThan(25);
    expect(count(edition, (person) => person.names.some((name) => name.quality === 'original_script'))).toBeGreaterThan(
      180,
    );
    for (const { full } of edition.persons.flatMap((person) => person.names)) {
      expect(full.length).toBeLessThan(100);
      expect(full).not.toMatch(/[();]/);
    }
  });

  test.each([
    ['un-xml', 'un/un-sample.xml', 7, '2024-10-17'],
    // Two of its seven entries carry the same logical id.
    ['eu-xml', 'eu/eu-sample.xml', 6, '2020-04-15'],
    ['uk-consolidated-csv', 'uk/uk-sample.csv', 6, '2020-04-27'],
    ['opensanctions-csv', 'opensanctions/targets.simple.csv', 5, undefined],
    ['opensanctions-nested', 'opensanctions/targets.nested.json', 5, undefined],
  ] as const)('%s: %s', async (...[format, path, persons, publishedOn]) => {
    const edition = await read(format, { main: path });
    expectSound(edition);
    expect(edition.persons).toHaveLength(persons);
    expect(edition.publishedOn).toBe(publishedOn);
  });

  test('OpenSanctions’ exports of one dataset agree on the persons that all of them hold', async () => {
    const simple = await read('opensanctions-csv', { main: 'opensanctions/targets.simple.csv' });
    const nested = await read('opensanctions-nested', { main: 'opensanctions/targets.nested.json' });
    const ftm = await read('opensanctions-ftm', { main: 'opensanctions/entities.ftm.json' });
    expectSound(ftm);
    const namesIn = (edition: WatchlistEdition, id: string) =>
      edition.persons
        .find((person) => person.entryId === id)
        ?.names.map((name) => name.full)
        .toSorted();
    for (const { entryId } of simple.persons) expect(namesIn(nested, entryId)).toEqual(namesIn(simple, entryId));
    expect(ftm.persons.length).toBeGreaterThan(400);
  });
});
