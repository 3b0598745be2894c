import { createHash } from 'node:crypto';
import { readerVersion } from '../lists/list-formats.ts';
import { readOwnListCsv } from '../lists/own-list-csv.ts';
import type { OwnListMapping } from '../lists/own-list-mapping.ts';
import { acceptEdition } from './accept-edition.ts';
import type { EditionStore } from './edition-store.ts';
import type { EditionMetadata } from './stored-edition.ts';

export interface OwnListUpload {
  readonly listId: string;
  readonly content: Uint8Array;
  readonly mapping: OwnListMapping;
}

/**
 * Takes a property's own list in place of its last one. It may shrink as its owner likes. Fails with a
 * `ListFileError`, of which an `OwnListError` names the cells; then the last one stays.
 */
export async function storeOwnList(
  { listId, content, mapping }: OwnListUpload,
  { store, now }: { readonly store: EditionStore; readonly now: Date },
): Promise<EditionMetadata> {
  const edition = await readOwnListCsv([content], mapping, { listId, maxBytes: 50 * 1024 * 1024 });
  const at = now.toISOString();
  const metadata = {
    listId,
    fetchedAt: at,
    checkedAt: at,
    sha256: createHash('sha256').update(content).digest('hex'),
    count: edition.persons.length,
    readerVersion,
    validators: {},
  };
  const rules = { minPersons: 1, maxShrinkShare: 1 };
  await acceptEdition({ edition, metadata }, undefined, { rules, store });
  return metadata;
}
