import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { findSystemErrorCode } from './system-error.ts';
import { parseChecked, parseEdition, parseMetadata, serializeChecked, serializeEdition } from './edition-file.ts';
import type { EditionMetadata, FoundEdition, StoredEdition } from './stored-edition.ts';

const validListId = /^[a-z0-9][a-z0-9._-]{0,99}$/;
const blockLength = 256 * 1024;
const leftoverAfterMs = 24 * 60 * 60 * 1000;

/**
 * The last good edition of every list, a file each, in one directory. An edition and what is known of it stand in the
 * same file, which is replaced by a rename: whoever reads, after whatever crash, finds the old one or the new one.
 */
export class EditionStore {
  readonly #directory: string;

  constructor(directory: string) {
    this.#directory = directory;
  }

  async find(listId: string): Promise<FoundEdition> {
    const content = await findContent(this.#pathOf(listId, 'edition.ndjson'));
    if (content === undefined) return { state: 'missing' };
    const stored = parseEdition(content);
    if (stored?.metadata.listId !== listId) return { state: 'damaged' };
    return { state: 'stored', edition: stored.edition, metadata: await this.#withChecked(stored.metadata) };
  }

  /** What is known of the edition at hand, without reading its persons. */
  async findMetadata(listId: string): Promise<EditionMetadata | undefined> {
    const content = await findContent(this.#pathOf(listId, 'edition.ndjson'));
    const metadata = parseMetadata(content?.slice(0, content.indexOf('\n')) ?? '');
    return metadata?.listId === listId ? this.#withChecked(metadata) : undefined;
  }

  async #withChecked(metadata: EditionMetadata): Promise<EditionMetadata> {
    const checked = parseChecked((await findContent(this.#pathOf(metadata.listId, 'checked.json'))) ?? '');
    if (checked?.sha256 !== metadata.sha256) return metadata;
    // An edition may come back after another: what was said of it then is older than what came with it.
    return checked.checkedAt > metadata.checkedAt ? { ...metadata, ...checked } : metadata;
  }

  /** Swaps the list's edition for this one. */
  async save(stored: StoredEdition): Promise<void> {
    await this.#replace(this.#pathOf(stored.metadata.listId, 'edition.ndjson'), serializeEdition(stored));
  }

  /** Notes that the edition at hand was confirmed, without writing its persons again. */
  async saveChecked(metadata: EditionMetadata): Promise<void> {
    await this.#replace(this.#pathOf(metadata.listId, 'checked.json'), [serializeChecked(metadata)]);
  }

  /** A new directory for a download, on the same disk. The caller removes it; what crashes leave goes after a day. */
  async makeIncoming(now: Date): Promise<string> {
    await mkdir(this.#directory, { recursive: true });
    for (const name of await readdir(this.#directory)) {
      if (!name.startsWith('.')) continue;
      const path = join(this.#directory, name);
      const age = now.getTime() - (await stat(path)).mtimeMs;
      if (age > leftoverAfterMs) await rm(path, { recursive: true, force: true });
    }
    return mkdtemp(join(this.#directory, '.incoming-'));
  }

  #pathOf(listId: string, kind: string): string {
    if (!validListId.test(listId))
      throw new Error('a list id has lower-case letters, digits, dots, dashes and no path');
    return join(this.#directory, `${listId}.${kind}`);
  }

  async #replace(path: string, lines: Iterable<string>): Promise<void> {
    await mkdir(this.#directory, { recursive: true });
    const temporary = join(this.#directory, `.${randomUUID()}.tmp`);
    try {
      await writeAndSync(temporary, lines);
      await rename(temporary, path);
      await syncDirectory(this.#directory);
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

async function writeAndSync(path: string, lines: Iterable<string>): Promise<void> {
  const file = await open(path, 'wx', 0o600);
  try {
    await file.writeFile(inBlocks(lines));
    await file.sync();
  } finally {
    await file.close();
  }
}

/** A write for every line would take ten times as long. */
function* inBlocks(lines: Iterable<string>): Generator<string> {
  let block = '';
  for (const line of lines) {
    block += line;
    if (block.length < blockLength) continue;
    yield block;
    block = '';
  }
  if (block !== '') yield block;
}

/** Without it, a power cut may take the rename back. */
async function syncDirectory(path: string): Promise<void> {
  const directory = await open(path, 'r');
  try {
    await directory.sync();
  } finally {
    await directory.close();
  }
}

async function findContent(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (findSystemErrorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}
