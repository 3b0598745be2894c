import { rename, writeFile } from 'node:fs/promises';
import { buildIndex } from '../matching/index/build-index.ts';
import { saveSnapshot } from '../matching/index/snapshot.ts';
import { EditionStore } from '../refresh/edition-store.ts';
import { toEditionKey, toIndexFiles } from './index-files.ts';
import { toEntryLine } from './listed-entries.ts';

export interface IndexTask {
  readonly folder: string;
  readonly listId: string;
}

/** Makes the files of the list's edition at hand. Takes up to seconds of computing: for a thread of its own. */
export async function indexEdition({ folder, listId }: IndexTask): Promise<void> {
  const found = await new EditionStore(folder).find(listId);
  if (found.state !== 'stored') throw new Error(`the edition is ${found.state}`);
  const files = toIndexFiles(folder, listId, toEditionKey(found.metadata));
  const partial = `${files.entries}.partial`;
  await writeFile(partial, found.edition.persons.map(toEntryLine).join(''));
  await rename(partial, files.entries);
  saveSnapshot(buildIndex(found.edition.persons), files.snapshot);
}
