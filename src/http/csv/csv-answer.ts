import { toCsvLine } from './csv-text.ts';

/** Spreadsheets that do not ask take a file without it for one in the country's old encoding. */
const byteOrderMark = '\uFEFF';

export interface CsvColumn<Item> {
  readonly name: string;
  readonly toText: (item: Item) => string;
}

export interface CsvExport<Item> {
  readonly fileName: string;
  readonly columns: readonly CsvColumn<Item>[];
  readonly bom?: boolean | undefined;
  readonly pageSize: number;
  /** The items after this one, from the first where there is none; fewer than a page are the last. */
  readonly readPage: (after: Item | undefined) => Promise<readonly Item[]>;
}

/** A file to keep. */
export function toCsvAnswer<Item>(given: CsvExport<Item>) {
  return {
    status: 200,
    chunks: writePages(given),
    headers: {
      'Content-Type': 'text/csv; charset=utf-8; header=present',
      'Content-Disposition': `attachment; filename="${given.fileName}"`,
    },
  } as const;
}

/** A page at a time, so that an export of years holds no more of the memory, nor longer of the store, than a page does. */
async function* writePages<Item>({
  columns,
  bom = true,
  pageSize,
  readPage,
}: CsvExport<Item>): AsyncGenerator<string, void, undefined> {
  yield (bom ? byteOrderMark : '') + toCsvLine(columns.map(({ name }) => name));
  let page: readonly Item[] = [];
  do {
    page = await readPage(page.at(-1));
    if (page.length > 0) yield page.map((item) => toCsvLine(columns.map(({ toText }) => toText(item)))).join('');
  } while (page.length === pageSize);
}
