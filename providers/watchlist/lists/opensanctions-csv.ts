import { findBirthDate } from './birth-date.ts';
import { splitBy } from './clean-text.ts';
import { openCsvTable } from './csv-table.ts';
import type { CsvRow } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListReader } from './list-reader.ts';
import { toOpenSanctionsLink } from './opensanctions-entity.ts';
import { PersonDrafts } from './person-drafts.ts';

const form = { delimiter: ',', required: ['id', 'schema', 'name', 'aliases', 'birth_date', 'countries'] };

/**
 * OpenSanctions' `targets.simple.csv`: several values in a cell are parted by `;`. Its countries are any that are
 * linked to the person, and its identifiers have no type.
 */
export const readOpenSanctionsCsv: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  const maxBytes = context.maxBytes ?? defaultMaxBytes;
  const table = await openCsvTable(decodeText(getFile(files), { maxBytes }), form);
  for await (const row of table.rows) {
    const id = row.cell('id');
    if (id !== undefined && row.cell('schema') === 'Person') readRow(id, row, drafts);
  }
  return drafts.toEdition(context.listId, undefined);
};

function readRow(id: string, row: CsvRow, drafts: PersonDrafts): void {
  const draft = drafts.getOrAdd(id);
  draft.addName(row.cell('name'), 'primary');
  for (const alias of splitBy(';', row.cell('aliases'))) draft.addName(alias, 'strong');
  for (const date of splitBy(';', row.cell('birth_date'))) draft.addBirthDate(findBirthDate(date));
  for (const country of splitBy(';', row.cell('countries'))) draft.addCountry(country.toUpperCase());
  for (const number of splitBy(';', row.cell('identifiers'))) {
    if (number !== id) draft.addDocument({ type: 'identifier', number });
  }
  for (const programme of splitBy(';', row.cell('sanctions') ?? row.cell('dataset'))) draft.addProgramme(programme);
  draft.addLink(toOpenSanctionsLink(id));
}
