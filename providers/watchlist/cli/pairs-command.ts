import { readFileSync } from 'node:fs';
import { parse } from 'csv-parse/sync';
import { comparePair } from '../matching/compare-pair.ts';

/** Scores the names of a CSV file with the columns `name1` and `name2` against each other, one JSON line per pair. */
export function runPairs(file: string, print: (line: string) => void): void {
  const rows: unknown = parse(readFileSync(file, 'utf8'), {
    columns: true,
    bom: true,
    skip_empty_lines: true,
    relax_quotes: true,
  });
  for (const row of rows as readonly Readonly<Record<string, string | undefined>>[]) {
    const { name1 = '', name2 = '' } = row;
    print(JSON.stringify({ name1, name2, score: comparePair(name1, name2) }));
  }
}
