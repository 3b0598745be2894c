import type { WordTable } from '../index/match-index.ts';
import { MOST_PARTS } from '../parts/read-name.ts';
import { partSimilarity } from '../score/part-similarity.ts';
import { similarityOf, wordOf, type QueryPart } from './query-name.ts';
import { LoadedWord } from './similar-words.ts';

const UNKNOWN = 0;
const UNLIKE = 1;

/** Remembers, for the name at hand, how alike each of its parts and each listed word are: compared once, used often. */
export class SimilarityTable {
  private readonly words: WordTable;
  private readonly rows: Uint8Array[] = [];
  private readonly filled: number[][] = [];
  private readonly candidate = new LoadedWord();

  constructor(words: WordTable) {
    this.words = words;
  }

  clear(): void {
    for (const [position, words] of this.filled.entries()) {
      const row = this.rows[position];
      for (const word of words) if (row !== undefined) row[word] = UNKNOWN;
      words.length = 0;
    }
  }

  /** Notes the listed words that a part is like. */
  note(position: number, { similarWords }: QueryPart): void {
    for (const packed of similarWords) this.set(position, wordOf(packed), similarityOf(packed));
  }

  private set(position: number, word: number, similarity: number): void {
    const row = this.rowAt(position);
    if (row[word] === UNKNOWN) this.filled[position]?.push(word);
    row[word] = Math.max(UNLIKE, row[word] ?? 0, similarity);
  }

  /** 0 where the two have nothing to do with each other. */
  get(position: number, part: QueryPart, word: number): number {
    const known = this.rowAt(position)[word] ?? UNKNOWN;
    if (known > UNLIKE) return known;
    if (known === UNLIKE) return 0;
    const similarity = partSimilarity(part, this.candidate.load(this.words, word));
    this.set(position, word, similarity);
    return similarity;
  }

  /** What is known so far; 0 where nothing is. */
  peek(position: number, word: number): number {
    const known = this.rowAt(position)[word] ?? UNKNOWN;
    return known > UNLIKE ? known : 0;
  }

  private rowAt(position: number): Uint8Array {
    if (position >= MOST_PARTS) throw new RangeError(`no position ${position}`);
    const row = this.rows[position];
    if (row !== undefined) return row;
    this.filled[position] = [];
    return (this.rows[position] = new Uint8Array(this.words.count));
  }
}
