import { cleanText } from './clean-text.ts';
import { readCsvRows } from './csv-rows.ts';
import { decodeText } from './decode-text.ts';
import { ListFileError } from './list-file-error.ts';
import { defaultMaxBytes, getFile } from './list-reader.ts';
import type { ListFile, ListReader, ReadContext } from './list-reader.ts';
import { toOfacLink, toOfacName } from './ofac-name.ts';
import { readOfacRemarks } from './ofac-remarks.ts';
import { PersonDrafts } from './person-drafts.ts';

/** Rows of `alt` and `add` about unknown entries, by which two files of different days betray themselves. */
const maxOrphanShare = 0.01;

/**
 * OFAC's CSV files without header: `sdn` (or cons_prim), `alt`, `add`, and, where present, `comments` with what did
 * not fit into the remarks. The older files are Windows-1252 and end with a Ctrl-Z.
 */
export const readOfacCsv: ListReader = async (files, context) => {
  const drafts = new PersonDrafts(context);
  const entries = new Set<string>();
  const remarks = new Map<string, string>();
  for await (const row of rowsOf(getFile(files, 'sdn'), { ...context, columns: 12 })) {
    readPerson(row, drafts, remarks);
    entries.add(row[0] ?? '');
  }
  if (files.comments) {
    for await (const [id = '', comment] of rowsOf(files.comments, { ...context, columns: 2 })) {
      if (drafts.find(id)) remarks.set(id, joinRemarks(remarks.get(id), comment));
    }
  }
  for (const [id, text] of remarks) readOfacRemarks(text, drafts.getOrAdd(id));
  await readAliases(rowsOf(getFile(files, 'alt'), { ...context, columns: 5 }), drafts, entries);
  await countOrphans(rowsOf(getFile(files, 'add'), { ...context, columns: 6 }), entries);
  return drafts.toEdition(context.listId, undefined);
};

function joinRemarks(remark = '', comment = ''): string {
  return remark === '' || /[.;]$/.test(remark) ? `${remark.replace(/[.;]$/, ';')} ${comment}` : `${remark} ${comment}`;
}

type OfacRow = readonly (string | undefined)[];

async function* rowsOf(file: ListFile, form: ReadContext & { readonly columns: number }): AsyncGenerator<OfacRow> {
  const text = decodeText(file, { maxBytes: form.maxBytes ?? defaultMaxBytes, fallback: 'windows-1252' });
  let number = 0;
  let uneven: number | undefined;
  for await (const fields of readCsvRows(text, { delimiter: ',', looseQuotes: true })) {
    const row = fields.map(toValue);
    if (row.every((value) => value === undefined)) continue;
    number += 1;
    if (uneven !== undefined) throw new ListFileError('wrong_columns', { row: uneven });
    if (fields.length !== form.columns) uneven = number;
    else if (/^\d+$/.test(row[0] ?? '')) yield row;
    else throw new ListFileError('not_a_list', { found: 'other_columns' });
  }
  if (uneven !== undefined) throw new ListFileError(number === 1 ? 'not_a_list' : 'truncated', { row: uneven });
}

/** `-0-` is OFAC's word for nothing. */
function toValue(field: string): string | undefined {
  const value = cleanText(field);
  return value === '-0-' ? undefined : value;
}

function readPerson(row: OfacRow, drafts: PersonDrafts, remarks: Map<string, string>): void {
  const [id, name, type, programmes] = row;
  if (id === undefined || name === undefined || type !== 'individual') return;
  const draft = drafts.getOrAdd(id);
  const { full, parts } = toOfacName(name);
  draft.addName(full, 'primary', parts);
  for (const programme of (programmes ?? '').split('] [')) draft.addProgramme(programme.replace(/[[\]]/g, ''));
  draft.addLink(toOfacLink(id));
  if (row[11] !== undefined) remarks.set(id, row[11]);
}

async function readAliases(rows: AsyncIterable<OfacRow>, drafts: PersonDrafts, known: Set<string>): Promise<void> {
  await countOrphans(rows, known, (id, row) => {
    const name = toOfacName(row[3] ?? '');
    drafts.find(id)?.addName(name.full, 'strong', name.parts);
  });
}

async function countOrphans(
  rows: AsyncIterable<OfacRow>,
  known: ReadonlySet<string>,
  use: (id: string, row: OfacRow) => void = () => undefined,
): Promise<void> {
  let all = 0;
  let orphans = 0;
  for await (const row of rows) {
    const id = row[0] ?? '';
    all += 1;
    if (known.has(id)) use(id, row);
    else orphans += 1;
  }
  if (orphans > 0 && orphans > all * maxOrphanShare) throw new ListFileError('files_disagree', { rows: all, orphans });
}
