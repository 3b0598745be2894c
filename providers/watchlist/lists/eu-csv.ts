import { openCsvTable } from './csv-table.ts';
import type { CsvRow } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import { addEuBirth, addEuCitizenship, addEuName } from './eu-entry.ts';
import { findDay } from './listed-day.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListReader } from './list-reader.ts';
import type { PersonDraft } from './person-draft.ts';
import { PersonDrafts } from './person-drafts.ts';

const form = {
  delimiter: ';',
  looseQuotes: true,
  required: ['Entity_LogicalId', 'Entity_SubjectType', 'NameAlias_WholeName'],
};

/**
 * The EU's consolidated list as CSV 1.1: for each name, birth, citizenship and document of an entry a row of its own,
 * empty in the others' columns. It does not tell weak aliases; the XML does.
 */
export const readEuCsv: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  const maxBytes = context.maxBytes ?? defaultMaxBytes;
  const table = await openCsvTable(decodeText(getFile(files), { maxBytes }), form);
  let publishedOn: string | undefined;
  for await (const row of table.rows) {
    publishedOn ??= findDay(row.cell('fileGenerationDate'));
    const id = row.cell('Entity_LogicalId');
    if (id !== undefined && isPerson(row)) readRow(row, drafts.getOrAdd(id));
  }
  return drafts.toEdition(context.listId, publishedOn);
};

function isPerson(row: CsvRow): boolean {
  const types = [row.cell('Entity_SubjectType'), row.cell('Entity_SubjectType_ClassificationCode')];
  return types.some((type) => type === 'P' || type?.toLowerCase() === 'person');
}

function readRow(row: CsvRow, draft: PersonDraft): void {
  const cells = (prefix: string, names: readonly string[]) => names.map((name) => row.cell(`${prefix}_${name}`));
  draft.reference ??= row.cell('Entity_EU_ReferenceNumber');
  draft.listedOn ??=
    findDay(row.cell('Entity_DesignationDate')) ?? findDay(row.cell('Entity_Regulation_PublicationDate'));
  draft.addProgramme(row.cell('Entity_Regulation_Programme'));
  draft.addLink(row.cell('Entity_Regulation_PublicationUrl'));
  const [whole, first, middle, last] = cells('NameAlias', ['WholeName', 'FirstName', 'MiddleName', 'LastName']);
  const [strong, gender] = cells('NameAlias', ['Strong', 'Gender']);
  addEuName(draft, { whole, first, middle, last, strong, gender });
  const [date, year, month, day] = cells('BirthDate', ['BirthDate', 'Year', 'Month', 'Day']);
  const [yearFrom, yearTo, circa] = cells('BirthDate', ['YearRangeFrom', 'YearRangeTo', 'Circa']);
  const [calendar] = cells('BirthDate', ['CalendarType']);
  const place = cells('BirthDate', ['Place', 'City', 'Region', 'CountryDescription']);
  addEuBirth(draft, { date, year, month, day, yearFrom, yearTo, circa: circa?.toLowerCase(), calendar, place });
  const [code, description] = cells('Citizenship', ['CountryIso2Code', 'CountryDescription']);
  addEuCitizenship(draft, code, description);
  const [type, typeCode, country] = cells('Identification', ['TypeDescription', 'TypeCode', 'CountryIso2Code']);
  const [number, latinNumber] = cells('Identification', ['Number', 'LatinNumber']);
  draft.addDocument({ type: type ?? typeCode, number: latinNumber ?? number, country });
}
