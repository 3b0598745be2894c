import { createHash } from 'node:crypto';
import type { WatchlistEdition } from '../listed-person.ts';
import { openCsvTable } from './csv-table.ts';
import type { CsvRow } from './csv-table.ts';
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
 * tab or bar. Fails with an `OwnListError` that names every row and column that cannot be used.
 */
export async function readOwnListCsv(
  file: ListFile,
  mapping: OwnListMapping,
  context: ReadContext,
): Promise<WatchlistEdition> {
  const text = decodeText(file, { maxBytes: context.maxBytes ?? defaultMaxBytes, fallback: 'windows-1252' });
  const { delimiter, whole } = await findDelimiter(text);
  const table = await openCsvTable(whole, { delimiter, required: [] });
  const header = table.columns.map((name) => name.toLowerCase());
  const missing = columnsOf(mapping).filter((column) => !header.includes(column.toLowerCase()));
  if (missing.length > 0) throw new OwnListError(missing.map((column) => toProblem(1, column, 'column_missing')));

  const drafts = new PersonDrafts();
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

/** The delimiter that the header has most of. */
async function findDelimiter(
  text: AsyncGenerator<string>,
): Promise<{ readonly delimiter: string; readonly whole: AsyncIterable<string> }> {
  const first = await text.next();
  if (first.done || first.value.trim() === '') throw new ListFileError('empty');
  const start = first.value;
  const header = start.slice(0, start.search(/\r?\n|$/)).replace(/"[^"]*"/g, '');
  const counts = delimiters.map((delimiter) => header.split(delimiter).length);
  const delimiter = delimiters[counts.indexOf(Math.max(...counts))] ?? ',';
  return { delimiter, whole: continued(start, text) };
}

async function* continued(start: string, rest: AsyncIterable<string>): AsyncGenerator<string> {
  yield start;
  yield* rest;
}
