import { readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ChangedEntries, WatchlistChange } from '../../../src/ports/watchlists.ts';
import { findSystemErrorCode } from '../refresh/system-error.ts';
import type { ListedEntries } from './listed-entries.ts';

const keptMs = 30 * 86_400_000;

/**
 * Which entries changed since guests were last screened again for a list: the hashes that were announced last stand in a
 * file, and so does each difference until it is old. What is lost of them only means that more guests are looked at.
 */
export class ChangeFiles {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  async find(listId: string, editionKey: string, entries: ListedEntries): Promise<WatchlistChange | undefined> {
    const announced = await this.#read<Announced>(`${listId}.announced.json`);
    if (announced?.editionKey === editionKey) return undefined;
    const changeId = editionKey;
    if (announced === undefined) return { listId, changeId, entries: entries.count };
    const changed = toChanged(new Map(announced.hashes), entries.toHashes());
    await this.#write(`${listId}.${changeId}.change.json`, changed);
    return { listId, changeId, entries: changed.length };
  }

  async noteAnnounced(listId: string, editionKey: string, entries: ListedEntries): Promise<void> {
    const announced: Announced = { editionKey, hashes: [...entries.toHashes()] };
    await this.#write(`${listId}.announced.json`, announced);
    await this.#removeOld(listId);
  }

  async read(listId: string, changeId: string): Promise<ChangedEntries> {
    if (!/^[0-9a-f]{16}$/.test(changeId)) return 'all';
    const entryIds = await this.#read<readonly string[]>(`${listId}.${changeId}.change.json`);
    return entryIds === undefined ? 'all' : new Set(entryIds);
  }

  async #removeOld(listId: string): Promise<void> {
    for (const name of await readdir(this.#folder)) {
      if (!name.startsWith(`${listId}.`) || !name.endsWith('.change.json')) continue;
      const path = join(this.#folder, name);
      if (Date.now() - (await stat(path)).mtimeMs > keptMs) await rm(path, { force: true });
    }
  }

  /** Only this class writes them: what parses is as it was written. */
  async #read<Content>(name: string): Promise<Content | undefined> {
    try {
      return JSON.parse(await readFile(join(this.#folder, name), 'utf8')) as Content;
    } catch (error) {
      if (error instanceof SyntaxError || findSystemErrorCode(error) === 'ENOENT') return undefined;
      throw error;
    }
  }

  async #write(name: string, content: unknown): Promise<void> {
    const path = join(this.#folder, name);
    await writeFile(`${path}.partial`, JSON.stringify(content));
    await rename(`${path}.partial`, path);
  }
}

interface Announced {
  readonly editionKey: string;
  readonly hashes: readonly (readonly [entryId: string, hash: string])[];
}

function toChanged(before: ReadonlyMap<string, string>, now: ReadonlyMap<string, string>): string[] {
  const added = [...now].filter(([entryId, hash]) => before.get(entryId) !== hash).map(([entryId]) => entryId);
  const removed = [...before.keys()].filter((entryId) => !now.has(entryId));
  return [...added, ...removed];
}
