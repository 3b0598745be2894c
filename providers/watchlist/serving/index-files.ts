import { createHash } from 'node:crypto';
import { join } from 'node:path';
import type { EditionMetadata } from '../refresh/stored-edition.ts';

/** The files that are made of one edition of a list. Their names hold the edition's key: an older one's never pass for it. */
export interface IndexFiles {
  readonly snapshot: string;
  readonly entries: string;
}

/** Another for everything that could change what is served, the reader's version included. */
export function toEditionKey({ sha256, fetchedAt, readerVersion }: EditionMetadata): string {
  return createHash('sha256')
    .update(JSON.stringify([sha256, fetchedAt, readerVersion]))
    .digest('hex')
    .slice(0, 16);
}

export function toIndexFiles(folder: string, listId: string, editionKey: string): IndexFiles {
  const start = join(folder, `${listId}.${editionKey}`);
  return { snapshot: `${start}.index`, entries: `${start}.entries.ndjson` };
}

/** Whether a file is of an edition of this list that is not the given one. */
export function isOfOtherEdition(name: string, listId: string, editionKey: string): boolean {
  const key = /^\.([0-9a-f]{16})\.(?:index|entries\.ndjson)$/.exec(name.slice(listId.length))?.[1];
  return name.startsWith(`${listId}.`) && key !== undefined && key !== editionKey;
}
