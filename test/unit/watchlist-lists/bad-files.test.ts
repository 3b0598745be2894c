import { describe, expect, test } from '@jest/globals';
import { toMaxPersons } from '../../../providers/watchlist/lists/list-reader.ts';
import type { ListFormat } from '../../../providers/watchlist/lists/list-formats.ts';
import { listFormats, listReaders } from '../../../providers/watchlist/lists/list-formats.ts';
import {
  euCsvSample,
  euXmlSample,
  ofacAdvancedSample,
  ofacCsvSample,
  ofacXmlSample,
  read,
  refusal,
  refusalOf,
  toFile,
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

const samples: Readonly<Record<ListFormat, string>> = {
  'ofac-csv': ofacCsvSample.sdn,
  'ofac-xml': ofacXmlSample,
  'ofac-advanced-xml': ofacAdvancedSample,
  'un-xml': unSample,
  'eu-xml': euXmlSample,
  'eu-csv': euCsvSample,
  'uk-csv': ukCsvSample,
  'uk-xml': ukXmlSample,
  'uk-consolidated-csv': ukConsolidatedSample,
  'opensanctions-csv': openSanctionsCsvSample,
  'opensanctions-nested': openSanctionsNestedSample,
  'opensanctions-ftm': openSanctionsFtmSample,
};

function readSample(format: ListFormat, content: string) {
  return read(format, format === 'ofac-csv' ? { ...ofacCsvSample, sdn: content } : content);
}

const html =
  '<!DOCTYPE html>\n<html lang="en"><head><title>Maintenance</title></head><body><p>Back soon</p></body></html>';

describe.each(listFormats)('%s', (format) => {
  test('the sample is accepted', async () => {
    expect((await readSample(format, samples[format])).persons.length).toBeGreaterThan(0);
  });

  test.each(['', ' \n\n', '\uFEFF'])('an empty file (%j) is refused', async (content) => {
    expect(await refusalOf(readSample(format, content))).toBe('empty');
  });

  test('an HTML page instead of the list is refused', async () => {
    expect(await refusalOf(readSample(format, html))).toBe('not_a_list');
    expect(await refusalOf(readSample(format, html.replace('<!DOCTYPE html>\n', '')))).toBe('not_a_list');
  });

  test('another publisher’s list is refused', async () => {
    const others = listFormats.filter((other) => !other.startsWith(format.slice(0, 4)));
    for (const other of others) {
      expect(['not_a_list', 'malformed', 'wrong_columns', 'truncated']).toContain(
        await refusalOf(readSample(format, samples[other])),
      );
    }
  });

  test('a file that was cut off within a record is refused', async () => {
    const whole = samples[format].trimEnd();
    expect(await refusalOf(readSample(format, whole.slice(0, cutOf(format, whole))))).toBe('truncated');
  });

  test('a file that is larger than allowed is refused before it is read to the end', async () => {
    let given = 0;
    function* endless() {
      yield Buffer.from(samples[format]);
      for (;;) {
        given += 1;
        yield Buffer.from(`${' '.repeat(999)}\n`);
      }
    }
    const files = { main: endless(), sdn: endless(), alt: [], add: [] };
    const reading = listReaders[format](files, { listId: 'sample', maxBytes: 100_000 });
    expect(await refusalOf(reading)).toBe('too_large');
    expect(given).toBeLessThan(110);
  });

  test('a list of more persons than allowed is refused at the first too many', async () => {
    const main = toFile(samples[format]);
    const files = format === 'ofac-csv' ? { sdn: main, alt: [], add: [] } : { main };
    const reading = listReaders[format](files, { listId: 'sample', maxPersons: 0 });
    expect(await refusal(reading)).toMatchObject({ code: 'too_large', facts: { maxPersons: 0 } });
  });

  test('a refusal shows where, and nothing of what stands there', async () => {
    const whole = samples[format].trimEnd();
    const refused = await refusal(readSample(format, whole.slice(0, cutOf(format, whole))));
    expect(`${refused.message} ${JSON.stringify(refused.facts)} ${String(refused.cause)}`).not.toMatch(
      /zal|tari|sample t|abu|\d{5}/i,
    );
  });
});

/** Somewhere within the last record about a person. */
function cutOf(format: ListFormat, whole: string): number {
  if (format === 'ofac-csv') return whole.lastIndexOf('Gender Female');
  if (format === 'eu-csv' || format === 'uk-csv' || format === 'uk-consolidated-csv') return whole.length - 12;
  if (format === 'opensanctions-csv') return whole.lastIndexOf('Sample Trading') + 3;
  if (format.startsWith('opensanctions')) return whole.length - 5;
  return whole.lastIndexOf('</') - 5;
}

test('a list without a natural person is refused', async () => {
  const companies = ofacXmlSample.replaceAll('Individual', 'Entity');
  expect(await refusalOf(read('ofac-xml', companies))).toBe('no_persons');
});

test('OFAC’s files of different days are refused', async () => {
  const alt = `${ofacCsvSample.alt}9999,3,"aka","SOMEBODY ELSE",-0- \r\n`;
  expect(await refusalOf(read('ofac-csv', { ...ofacCsvSample, alt }))).toBe('files_disagree');
});

test('a process with little memory takes fewer persons than would kill it', () => {
  expect(toMaxPersons(4_496e6)).toBe(500_000);
  expect(toMaxPersons(1_000e6)).toBe(200_000);
  expect(toMaxPersons(100e6)).toBe(0);
});
