import type { z } from 'zod';
import { OwnListRefused, type OwnListUpload } from '../../../src/ports/watchlists.ts';
import { ListFileError } from '../lists/list-file-error.ts';
import { OwnListError } from '../lists/own-list-error.ts';
import { type OwnListMapping, ownListMappingSchema } from '../lists/own-list-mapping.ts';
import type { EditionStore } from '../refresh/edition-store.ts';
import { storeOwnList } from '../refresh/store-own-list.ts';

/** Takes an own list in place of its last one, or says of every cell what is wrong with it. */
export async function saveOwnList(
  { listId, upload }: { readonly listId: string; readonly upload: OwnListUpload },
  { store, now }: { readonly store: EditionStore; readonly now: Date },
): Promise<void> {
  const mapping = readMapping(upload.mapping);
  const content = toUtf8(upload.csv);
  try {
    await storeOwnList({ listId, content, mapping }, { store, now });
  } catch (error) {
    if (error instanceof OwnListError) {
      throw new OwnListRefused(
        error.problems.map(({ row, column, reason }) => ({
          path: '/csv',
          message: `${reason} in row ${row}, column ${column}`,
        })),
      );
    }
    if (error instanceof ListFileError) throw new OwnListRefused([{ path: '/csv', message: toMessage(error) }]);
    throw error;
  }
}

/** It is text already: with its mark nobody takes it for another encoding. */
function toUtf8(csv: string): Buffer {
  return Buffer.from(csv.startsWith('\uFEFF') ? csv : `\uFEFF${csv}`, 'utf8');
}

/** Of the file as a whole, or of the row from which on it cannot be read. */
function toMessage({ code, facts }: ListFileError): string {
  const row = facts.row ?? facts.line;
  return row === undefined ? code : `${code} in row ${row}`;
}

function readMapping(given: unknown): OwnListMapping {
  const parsed = ownListMappingSchema.safeParse(given);
  if (parsed.success) return parsed.data;
  throw new OwnListRefused(parsed.error.issues.map(toProblem));
}

function toProblem({ path, message }: z.core.$ZodIssue): OwnListRefused['problems'][number] {
  return { path: ['/mapping', ...path.map(String)].join('/'), message };
}
