import { CsvError, parse } from 'csv-parse/sync';
import { comparePair } from '../matching/compare-pair.ts';
import { CommandError, readInput } from './command-error.ts';
import type { Print } from './line-printer.ts';

type Row = Readonly<Record<string, string | undefined>>;

/**
 * Scores the names of a CSV file with the columns `name1` and `name2` against each other, one JSON line per pair. Throws
 * `CommandError` where the file is none or lacks a column.
 */
export async function runPairs(file: string, print: Print): Promise<void> {
  const rows = readRows(file);
  const [first] = rows;
  if (first?.name1 === undefined || first.name2 === undefined) {
    throw new CommandError('badData', `${file} has no rows with the columns name1 and name2`);
  }
  for (const { name1 = '', name2 = '' } of rows) {
    await print(JSON.stringify({ name1, name2, score: comparePair(name1, name2) }));
  }
}

function readRows(file: string): readonly Row[] {
  try {
    const rows: unknown = parse(readInput(file), {
      columns: true,
      bom: true,
      skip_empty_lines: true,
      relax_quotes: true,
      relax_column_count: true,
    });
    return rows as readonly Row[];
  } catch (error) {
    if (error instanceof CommandError) throw error;
    const line =
      error instanceof CsvError && typeof error.lines === 'number' ? `: line ${error.lines} cannot be read` : '';
    throw new CommandError('badData', `${file} is not CSV${line}`, { cause: error });
  }
}
