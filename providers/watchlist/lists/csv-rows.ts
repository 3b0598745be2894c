import { Readable } from 'node:stream';
import { CsvError, parse } from 'csv-parse';
import { ListFileError } from './list-file-error.ts';

export interface CsvForm {
  readonly delimiter: string;
  /** A publisher that writes quotes within unquoted fields. */
  readonly looseQuotes?: boolean;
}

/** A row of the most talkative publisher has 40,000 characters. */
const maxRowLength = 1_000_000;

/** The rows of a CSV file as their fields, whatever their number. An empty line is a row of one empty field. */
export async function* readCsvRows(text: AsyncIterable<string>, form: CsvForm): AsyncGenerator<readonly string[]> {
  const source = Readable.from(text);
  const parser = parse({
    delimiter: form.delimiter,
    record_delimiter: ['\r\n', '\n'],
    relax_column_count: true,
    relax_quotes: form.looseQuotes ?? false,
    skip_empty_lines: false,
    max_record_size: maxRowLength,
  });
  source.on('error', (error) => parser.destroy(error));
  source.pipe(parser);
  try {
    for await (const row of parser) yield row as readonly string[];
  } catch (error) {
    throw toListFileError(error);
  } finally {
    source.destroy();
    parser.destroy();
  }
}

/** csv-parse quotes the offending row in its messages, so only its code and line go on. */
function toListFileError(error: unknown): unknown {
  if (!(error instanceof CsvError)) return error;
  const line = typeof error.lines === 'number' ? error.lines : 0;
  if (error.code === 'CSV_MAX_RECORD_SIZE') return new ListFileError('too_large', { line });
  if (error.code === 'CSV_QUOTE_NOT_CLOSED') return new ListFileError('truncated', { line });
  return new ListFileError('malformed', { line });
}
