import { createHash } from 'node:crypto';
import type { WatchlistEdition } from '../listed-person.ts';
import { openCsvTable } from './csv-table.ts';
import type { CsvRow, CsvTable } from './csv-table.ts';
import { decodeText } from './decode-text.ts';
import { ListFileError } from './list-file-error.ts';
import { defaultMaxBytes } from './list-reader.ts';
import type { ListFile, ReadContext } from './list-reader.ts';
import { maxOwnListProblems, OwnListError } from './own-list-error.ts';
import type { OwnListProblem, OwnListReason } from './own-list-error.ts';
import { columnsOf } from './own-list-mapping.ts';
import type { OwnListMapping } from './own-list-mapping.ts';
import { OwnListRow } from './own-list-row.ts';
import { PersonDrafts } from './person-drafts.ts';

const delimiters = [',', ';', '\t', '|'];

/**
 * A property's own list: CSV with a header, in UTF-8, UTF-16 or Windows-1252, its fields parted by comma, semicolon,
 * tab or bar. Lines above the header, rows without text and blank cells too many are passed over. Fails with an
 * `OwnListError` that names every row and column that cannot be used.
 */
export async function readOwnListCsv(
  file: ListFile,
  mapping: OwnListMapping,
  context: ReadContext,
): Promise<WatchlistEdition> {
  const table = await openOwnList(file, mapping, context);
  const drafts = new PersonDrafts(context);
  const problems: OwnListProblem[] = [];
  for await (const row of table.rows) {
    const reader = new OwnListRow(row, mapping);
    reader.readInto(drafts.getOrAdd(toEntryId(row, mapping)));
    problems.push(...reader.problems);
    if (problems.length >= maxOwnListProblems) break;
  }
  if (problems.length > 0) throw new OwnListError(problems.slice(0, maxOwnListProblems));
  return drafts.toEdition(context.listId, undefined);
}

/** The header is the first line with all the columns; where none has, the first line tells which are missing. */
async function openOwnList(file: ListFile, mapping: OwnListMapping, { maxBytes }: ReadContext): Promise<CsvTable> {
  const columns = columnsOf(mapping);
  const open = async (required: readonly string[]) => {
    const text = decodeText(file, { maxBytes: maxBytes ?? defaultMaxBytes, fallback: 'windows-1252' });
    const { delimiter, whole } = await findDelimiter(text, columns);
    return openCsvTable(whole, { delimiter, required, unevenRows: true });
  };
  try {
    return await open(columns);
  } catch (error) {
    if (!(error instanceof ListFileError && error.code === 'not_a_list' && error.facts.found === 'other_columns')) {
      throw error;
    }
    const header = (await open([])).columns.map((name) => name.toLowerCase());
    const missing = columns.filter((column) => !header.includes(column.toLowerCase()));
    throw new OwnListError(missing.map((column) => toProblem(1, column, 'column_missing')));
  }
}

function toProblem(row: number, column: string, reason: OwnListReason): OwnListProblem {
  return { row, column, reason };
}

/** Without an id column, the person is known again by name and birth date, in a digest that shows neither. */
function toEntryId(row: CsvRow, mapping: OwnListMapping): string {
  const id = mapping.id === undefined ? undefined : row.cell(mapping.id);
  if (id !== undefined && id.length <= 100) return id;
  const known = [mapping.name, mapping.given, mapping.family, mapping.birthDate].map((column) =>
    column === undefined ? '' : (row.cell(column)?.toLowerCase() ?? ''),
  );
  return createHash('sha256').update(JSON.stringify(known)).digest('base64url').slice(0, 22);
}

/** Titles and blank lines may stand above it. */
const headerWithin = 4;
/** Excel's own way to say what parts the fields. */
const announced = /^sep=([,;\t|])\r?\n/i;

/** The delimiter that is announced, or by which the columns are found, or else that the first line has most of. */
async function findDelimiter(
  text: AsyncGenerator<string>,
  columns: readonly string[],
): Promise<{ readonly delimiter: string; readonly whole: AsyncIterable<string> }> {
  const first = await text.next();
  if (first.done || first.value.trim() === '') throw new ListFileError('empty');
  const start = first.value;
  const told = announced.exec(start);
  if (told?.[1] !== undefined) return { delimiter: told[1], whole: continued(start.slice(told[0].length), text) };
  const lines = start.split(/\r?\n/, headerWithin).map((line) => line.toLowerCase());
  const fitting = delimiters.find((delimiter) => lines.some((line) => hasColumns(line.split(delimiter), columns)));
  return { delimiter: fitting ?? getMostUsed(lines[0] ?? ''), whole: continued(start, text) };
}

function hasColumns(cells: readonly string[], columns: readonly string[]): boolean {
  const names = cells.map((cell) =>
    cell
      .trim()
      .replace(/^"(.*)"$/s, '$1')
      .trim(),
  );
  return columns.every((column) => names.includes(column.toLowerCase()));
}

function getMostUsed(line: string): string {
  const counts = delimiters.map((delimiter) => line.replace(/"[^"]*"/g, '').split(delimiter).length);
  return delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
}

async function* continued(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}
