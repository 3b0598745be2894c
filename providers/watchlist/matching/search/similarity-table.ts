/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over the index: word numbers come from the index itself */
import type { WordTable } from '../index/match-index.ts';
import { MOST_PARTS } from '../parts/written-name.ts';
import { partSimilarity } from '../score/part-similarity.ts';
import { similarityOf, wordOf, type QueryPart } from './query-name.ts';
import { LoadedWord } from './similar-words.ts';

export const UNKNOWN = 0;
/** The two have nothing to do with each other. */
export const UNLIKE = 1;

const NOTHING = new Uint32Array(0);

/** Remembers, for the name at hand, how alike each of its parts and each listed word are: compared once, used often. */
export class SimilarityTable {
  private readonly words: WordTable;
  private readonly rows: Uint8Array[] = [];
  /** By position: what was noted, and the words that were compared since. */
  private readonly noted: Uint32Array[] = [];
  private readonly compared: number[][] = Array.from({ length: MOST_PARTS }, () => []);
  private readonly candidate = new LoadedWord();

  constructor(words: WordTable) {
    this.words = words;
  }

  clear(): void {
    for (let position = 0; position < this.rows.length; position += 1) {
      const row = this.rowAt(position);
      const noted = this.noted[position] ?? NOTHING;
      for (let at = 0; at < noted.length; at += 2) row[wordOf(noted[at]!)] = UNKNOWN;
      this.noted[position] = NOTHING;
      const compared = this.compared[position];
      while (compared !== undefined && compared.length > 0) row[compared.pop()!] = UNKNOWN;
    }
  }

  /** Notes the listed words that a part is like. */
  note(position: number, { similarWords }: QueryPart): void {
    const row = this.rowAt(position);
    this.noted[position] = similarWords;
    for (let at = 0; at < similarWords.length; at += 2) {
      const packed = similarWords[at]!;
      const word = wordOf(packed);
      row[word] = Math.max(UNLIKE, row[word]!, similarityOf(packed));
    }
  }

  /** What is known of a part by word: 0 nothing, `UNLIKE`, or how alike they are. */
  known(position: number): Uint8Array {
    return this.rowAt(position);
  }

  /** Compares a part and a word; at least `UNLIKE`. */
  workOut(position: number, part: QueryPart, word: number): number {
    const similarity = Math.max(UNLIKE, partSimilarity(part, this.candidate.load(this.words, word)));
    this.rowAt(position)[word] = similarity;
    this.compared[position]?.push(word);
    return similarity;
  }

  private rowAt(position: number): Uint8Array {
    const row = this.rows[position];
    if (row !== undefined) return row;
    if (position >= MOST_PARTS) throw new RangeError(`no position ${position}`);
    return (this.rows[position] = new Uint8Array(this.words.count));
  }
}
