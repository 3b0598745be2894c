import { createHash } from 'node:crypto';
import type { ListedPerson } from '../listed-person.ts';
import { toComparableText } from '../refresh/comparable-text.ts';

/** What is told of an entry beside what it was matched by. */
export interface ListedEntry {
  readonly entryId: string;
  /** Another for another state of the entry. */
  readonly hash: string;
  readonly reference?: string;
  readonly listedOn?: string;
  readonly programmes: readonly string[];
  readonly links: readonly string[];
}

const mostLinks = 3;
const newline = 0x0a;

export function toEntryLine(person: ListedPerson): string {
  const { entryId, reference, listedOn, programmes, links } = person;
  const hash = createHash('sha256').update(toComparableText(person)).digest('base64url').slice(0, 22);
  const entry: ListedEntry = {
    entryId,
    hash,
    ...(reference !== undefined && { reference }),
    ...(listedOn !== undefined && { listedOn }),
    programmes,
    links: links.slice(0, mostLinks),
  };
  return `${JSON.stringify(entry)}\n`;
}

/** Entries by their position, read when they are asked for: as bytes they take a tenth of what objects would. */
export class ListedEntries {
  readonly #bytes: Buffer;
  readonly #starts: Uint32Array;

  constructor(bytes: Buffer) {
    const starts = [0];
    for (let at = bytes.indexOf(newline); at !== -1; at = bytes.indexOf(newline, at + 1)) starts.push(at + 1);
    this.#bytes = bytes;
    this.#starts = Uint32Array.from(starts);
  }

  get count(): number {
    return this.#starts.length - 1;
  }

  /** Throws where there is no such position: positions come from the index of the same edition. */
  get(position: number): ListedEntry {
    const line = this.#bytes.toString('utf8', this.#starts[position], this.#starts[position + 1]);
    return JSON.parse(line) as ListedEntry;
  }

  /** The hash of every entry by its id. */
  toHashes(): Map<string, string> {
    const hashes = new Map<string, string>();
    for (let position = 0; position < this.count; position += 1) {
      const { entryId, hash } = this.get(position);
      hashes.set(entryId, hash);
    }
    return hashes;
  }
}
