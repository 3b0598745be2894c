import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { loadSnapshot, SnapshotError } from '../matching/index/snapshot.ts';
import { Matcher } from '../matching/search/matcher.ts';
import { EditionStore } from '../refresh/edition-store.ts';
import type { EditionMetadata } from '../refresh/stored-edition.ts';
import { findSystemErrorCode } from '../refresh/system-error.ts';
import { isOfOtherEdition, toEditionKey, toIndexFiles } from './index-files.ts';
import type { IndexTask } from './index-edition.ts';
import { indexInWorker } from './index-in-worker.ts';
import { ListedEntries } from './listed-entries.ts';

/** One edition of a list, ready to be searched. */
export interface ServedList {
  readonly metadata: EditionMetadata;
  readonly editionKey: string;
  readonly matcher: Matcher;
  readonly entries: ListedEntries;
}

/**
 * Opens the edition at hand: from its snapshot, or by indexing it where that is not there, of another version or damaged.
 * `undefined` where there is no edition that can be used.
 */
export async function openServedList(task: IndexTask): Promise<ServedList | undefined> {
  const { folder, listId } = task;
  const metadata = await new EditionStore(folder).findMetadata(listId);
  if (metadata === undefined) return undefined;
  const known = await tryLoad(folder, metadata);
  if (known !== undefined) return known;
  await indexInWorker(task);
  const made = await tryLoad(folder, metadata);
  await removeOthers(folder, listId, toEditionKey(metadata));
  return made;
}

async function tryLoad(folder: string, metadata: EditionMetadata): Promise<ServedList | undefined> {
  const editionKey = toEditionKey(metadata);
  const files = toIndexFiles(folder, metadata.listId, editionKey);
  try {
    const entries = new ListedEntries(await readFile(files.entries));
    const matcher = new Matcher(loadSnapshot(files.snapshot));
    if (entries.count !== matcher.index.persons.count) return undefined;
    return { metadata, editionKey, matcher, entries };
  } catch (error) {
    if (error instanceof SnapshotError || findSystemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

async function removeOthers(folder: string, listId: string, editionKey: string): Promise<void> {
  const names = (await readdir(folder)).filter((name) => isOfOtherEdition(name, listId, editionKey));
  await Promise.all(names.map((name) => rm(join(folder, name), { force: true })));
}
