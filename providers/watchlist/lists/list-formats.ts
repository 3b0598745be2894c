import { readEuCsv } from './eu-csv.ts';
import { readEuXml } from './eu-xml.ts';
import type { ListReader } from './list-reader.ts';
import { readOfacAdvancedXml } from './ofac-advanced-xml.ts';
import { readOfacCsv } from './ofac-csv.ts';
import { readOfacXml } from './ofac-xml.ts';
import { readOpenSanctionsCsv } from './opensanctions-csv.ts';
import { readOpenSanctionsFtm, readOpenSanctionsNested } from './opensanctions-json.ts';
import { readUkConsolidatedCsv, readUkCsv } from './uk-csv.ts';
import { readUkXml } from './uk-xml.ts';
import { readUnXml } from './un-xml.ts';

export const listFormats = [
  'ofac-csv',
  'ofac-xml',
  'ofac-advanced-xml',
  'un-xml',
  'eu-xml',
  'eu-csv',
  'uk-csv',
  'uk-xml',
  'uk-consolidated-csv',
  'opensanctions-csv',
  'opensanctions-nested',
  'opensanctions-ftm',
] as const;

/** A publisher's file format. */
export type ListFormat = (typeof listFormats)[number];

/** A property's own list is not among them, as it needs a mapping: see `readOwnListCsv`. */
export const listReaders: Readonly<Record<ListFormat, ListReader>> = {
  'ofac-csv': readOfacCsv,
  'ofac-xml': readOfacXml,
  'ofac-advanced-xml': readOfacAdvancedXml,
  'un-xml': readUnXml,
  'eu-xml': readEuXml,
  'eu-csv': readEuCsv,
  'uk-csv': readUkCsv,
  'uk-xml': readUkXml,
  'uk-consolidated-csv': readUkConsolidatedCsv,
  'opensanctions-csv': readOpenSanctionsCsv,
  'opensanctions-nested': readOpenSanctionsNested,
  'opensanctions-ftm': readOpenSanctionsFtm,
};

/** Raised when a reader finds more or other things in the same file, so that a stored edition is read anew. */
export const readerVersion = 2;
