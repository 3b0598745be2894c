import { openCsvTable } from './csv-table.ts';
import type { CsvRow } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import { findDay } from './listed-day.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListReader, ReadContext, ListFiles } from './list-reader.ts';
import type { WatchlistEdition } from '../listed-person.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonDrafts } from './person-drafts.ts';
import { addUkBirthDates, addUkBirthPlaces, addUkCountries, addUkDocuments, addUkName } from './uk-entry.ts';

/** What one fact about an entry is called in a form of the UK's CSV. */
interface UkColumns {
  readonly id: string;
  readonly reference: string;
  readonly kind: string;
  readonly nameType: string;
  readonly nameStrength: string;
  readonly originalScript: string;
  readonly regime: string;
  readonly listedOn: string;
  readonly birthDate: string;
  readonly nationality: string;
  readonly nationalId: string;
}

const currentColumns: UkColumns = {
  id: 'Unique ID',
  reference: 'OFSI Group ID',
  kind: 'Designation Type',
  nameType: 'Name type',
  nameStrength: 'Alias strength',
  originalScript: 'Name non-latin script',
  regime: 'Regime Name',
  listedOn: 'Date Designated',
  birthDate: 'D.O.B',
  nationality: 'Nationality(/ies)',
  nationalId: 'National Identifier number',
};

const consolidatedColumns: UkColumns = {
  id: 'Group ID',
  reference: 'Group ID',
  kind: 'Group Type',
  nameType: 'Alias Type',
  nameStrength: 'Alias Quality',
  originalScript: 'Name Non-Latin Script',
  regime: 'Regime',
  listedOn: 'Listed On',
  birthDate: 'DOB',
  nationality: 'Nationality',
  nationalId: 'National Identification Number',
};

/** The UK Sanctions List (FCDO), the only UK list since January 2026. Entry ids are its unique ids, e.g. `AFG0001`. */
export const readUkCsv: ListReader = (files, context) => readUk(files, context, currentColumns);

/** The consolidated list that HM Treasury (OFSI) published until January 2026. Entry ids are its group ids. */
export const readUkConsolidatedCsv: ListReader = (files, context) => readUk(files, context, consolidatedColumns);

/** Both repeat an entry in a row for every combination of its names, birth dates, places and documents. */
async function readUk(files: ListFiles, context: ReadContext, columns: UkColumns): Promise<WatchlistEdition> {
  const drafts = new PersonDrafts(context);
  const maxBytes = context.maxBytes ?? defaultMaxBytes;
  const table = await openCsvTable(decodeText(getFile(files), { maxBytes, fallback: 'windows-1252' }), {
    delimiter: ',',
    required: [columns.id, columns.kind, columns.nameType, 'Name 6'],
  });
  for await (const row of table.rows) {
    const id = row.cell(columns.id);
    if (id !== undefined && row.cell(columns.kind)?.toLowerCase() === 'individual') {
      readRow(row, columns, drafts.getOrAdd(id));
    }
  }
  return drafts.toEdition(context.listId, findReportDay(table.preamble));
}

function readRow(row: CsvRow, columns: UkColumns, draft: PersonDraft): void {
  if (columns.reference !== columns.id) draft.reference ??= row.cell(columns.reference);
  draft.listedOn ??= findDay(row.cell(columns.listedOn));
  draft.addProgramme(row.cell(columns.regime));
  addUkName(draft, {
    given: ['Name 1', 'Name 2', 'Name 3', 'Name 4', 'Name 5'].map((column) => row.cell(column)),
    family: row.cell('Name 6'),
    type: row.cell(columns.nameType),
    strength: row.cell(columns.nameStrength),
  });
  draft.addName(row.cell(columns.originalScript), 'original_script');
  addUkBirthDates(draft, row.cell(columns.birthDate));
  addUkCountries(draft, row.cell(columns.nationality));
  addUkBirthPlaces(draft, row.cell('Town of birth'), row.cell('Country of birth'));
  addUkDocuments(draft, 'Passport', row.cell('Passport number'));
  addUkDocuments(draft, 'National identification', row.cell(columns.nationalId));
  draft.setGender(row.cell('Gender'));
}

/** `Report Date: 24-Jun-2026`, or in the older list `Last Updated,27/04/2020`. */
function findReportDay(preamble: readonly (readonly string[])[]): string | undefined {
  const cells = preamble.flat().map((cell) => cell.replace(/^Report Date:\s*/i, ''));
  return cells.map((cell) => findDay(cell)).find((day) => day !== undefined);
}
