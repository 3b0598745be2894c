import { cleanText } from './clean-text.ts';
import type { CsvForm } from './csv-rows.ts';
import { readCsvRows } from './csv-rows.ts';
import { ListFileError } from './list-file-error.ts';

export interface CsvTableForm extends CsvForm {
  /** Columns without which it is another file. Compared without regard to case. */
  readonly required: readonly string[];
  /** Rows written by hand: fewer fields than the header has, or more that are blank, are as good. */
  readonly unevenRows?: boolean;
}

export interface CsvTable {
  /** What stood above the header. */
  readonly preamble: readonly (readonly string[])[];
  readonly columns: readonly string[];
  readonly rows: AsyncGenerator<CsvRow>;
}

export interface CsvRow {
  /** As a spreadsheet shows it: the header is row 1, or further down where something stands above it. */
  readonly number: number;
  /** The cell's text, undefined where it is blank or there is no such column. */
  readonly cell: (column: string) => string | undefined;
}

/** How many lines a publisher may put above the header. */
const maxPreamble = 3;

/**
 * A CSV file with a header. A row with more or fewer fields is `wrong_columns`, and `truncated` where it is the last;
 * a file without the required columns is `not_a_list`. Rows without any text are left out.
 */
export async function openCsvTable(text: AsyncIterable<string>, form: CsvTableForm): Promise<CsvTable> {
  const rows = readCsvRows(text, form);
  const preamble: (readonly string[])[] = [];
  const required = form.required.map(toColumnKey);
  for (;;) {
    const next = await rows.next();
    if (next.done || preamble.length > maxPreamble) throw new ListFileError('not_a_list', { found: 'other_columns' });
    const keys = next.value.map(toColumnKey);
    const isHeader = !isBlank(next.value) && required.every((column) => keys.includes(column));
    if (isHeader) {
      const tail = { rows, keys, above: preamble.length, unevenRows: form.unevenRows ?? false };
      return { preamble, columns: next.value.map((name) => name.trim()), rows: tableRows(tail) };
    }
    preamble.push(next.value);
  }
}

interface TableTail {
  readonly rows: AsyncGenerator<readonly string[]>;
  readonly keys: readonly string[];
  readonly above: number;
  readonly unevenRows: boolean;
}

async function* tableRows({ rows, keys, above, unevenRows }: TableTail): AsyncGenerator<CsvRow> {
  const positions = toPositions(keys);
  let number = above + 1;
  let uneven: number | undefined;
  for await (const fields of rows) {
    number += 1;
    if (isBlank(fields)) continue;
    if (uneven !== undefined) throw new ListFileError('wrong_columns', { row: uneven });
    const fits = unevenRows ? isBlank(fields.slice(keys.length)) : fields.length === keys.length;
    if (fits) yield toRow(fields, positions, number);
    else uneven = number;
  }
  if (uneven !== undefined) throw new ListFileError(unevenRows ? 'wrong_columns' : 'truncated', { row: uneven });
}

function isBlank(fields: readonly string[]): boolean {
  return fields.every((field) => field.trim() === '');
}

/** A header that occurs twice stands for its first column. */
function toPositions(keys: readonly string[]): ReadonlyMap<string, number> {
  const positions = new Map<string, number>();
  keys.forEach((key, index) => {
    if (!positions.has(key)) positions.set(key, index);
  });
  return positions;
}

function toRow(fields: readonly string[], positions: ReadonlyMap<string, number>, number: number): CsvRow {
  return {
    number,
    cell: (column) => {
      const position = positions.get(toColumnKey(column));
      return position === undefined ? undefined : cleanText(fields[position]);
    },
  };
}

function toColumnKey(column: string): string {
  return column.trim().toLowerCase();
}
