import { rarityWeight } from '../index/rarity.ts';
import { findRow } from '../index/rows.ts';
import { textHash } from '../index/text-hash.ts';
import { KIND_BITS, type WordTable } from '../index/match-index.ts';
import { KINDS } from '../index/word-table-builder.ts';
import type { PartKind } from '../parts/name-part.ts';
import type { Word } from '../parts/read-name.ts';
import { SETTINGS } from '../score/settings.ts';
import { gainOf } from '../score/name-scorer.ts';
import { soundOf } from '../sound/encode.ts';
import { skeletonsOf } from '../sound/skeleton.ts';
import { similarityOf, wordOf, type QueryPart } from './query-name.ts';
import { SimilarWords } from './similar-words.ts';

/** Parts that are remembered: guests share given names and surnames. Less than a kilobyte each. */
const MOST_REMEMBERED = 4096;

/** Works out parts of guests' names against one word table, remembering the ones asked for last. */
export class QueryParts {
  private readonly words: WordTable;
  private readonly names: number;
  private readonly similarWords: SimilarWords;
  private readonly remembered = new Map<string, QueryPart>();

  constructor(words: WordTable, names: number) {
    this.words = words;
    this.names = names;
    this.similarWords = new SimilarWords(words);
  }

  get(word: Word): QueryPart {
    const key = `${word.kind}:${word.spoken}:${word.text}:${word.certainty}`;
    const known = this.remembered.get(key);
    if (known !== undefined) {
      this.remembered.delete(key);
      this.remembered.set(key, known);
      return known;
    }
    const part = this.workOut(word);
    this.remembered.set(key, part);
    if (this.remembered.size > MOST_REMEMBERED) {
      for (const oldest of this.remembered.keys()) {
        this.remembered.delete(oldest);
        break;
      }
    }
    return part;
  }

  private workOut(word: Word): QueryPart {
    const sound = soundOf(word);
    const part = { text: word.text, kind: word.kind, hash: textHash(word.text), sound, skeletons: skeletonsOf(sound) };
    const found = this.similarWords.find(part);
    const weight = this.weightOf(word, { ...part, similarWords: found });
    return { ...part, weight, ...this.bestFirst(found, weight) };
  }

  private bestFirst(found: Uint32Array, weight: number): Pick<QueryPart, 'similarWords' | 'gains'> {
    const gainFor = (packed: number): number =>
      gainOf(similarityOf(packed)) * Math.min(weight, this.words.weights[wordOf(packed)] ?? 0);
    const similarWords = found.sort((one, other) => gainFor(other) - gainFor(one));
    return { similarWords, gains: similarWords.map(gainFor) };
  }

  /**
   * By rarity: that of the listed word, or of its skeleton where it is not listed; less where the script is ambiguous. An unlisted word that is nearly a
   * listed one is likely a slip of it, so it is worth no more than that.
   */
  private weightOf(word: Word, { hash, skeletons, sound, similarWords }: Omit<QueryPart, 'weight' | 'gains'>): number {
    const { weights, hashes, bySkeleton, skeletonNames } = this.words;
    const sameKind = [...similarWords].filter((packed) => this.kindOf(wordOf(packed)) === word.kind);
    const listed = sameKind.find((packed) => hashes[wordOf(packed)] === hash);
    const row = findRow(bySkeleton, skeletons[0] ?? 0);
    const skeletonHolders = row < 0 ? 0 : (skeletonNames[row] ?? 0);
    const own = rarityWeight({ ...word, length: sound.length, holders: 0, skeletonHolders, names: this.names });
    if (listed !== undefined) return Math.min(own, weights[wordOf(listed)] ?? 0);
    if (word.kind !== 'full') return own;
    const slips = sameKind
      .filter((packed) => similarityOf(packed) >= SETTINGS.slipSimilarity)
      .map((packed) => Math.max(weights[wordOf(packed)] ?? 0, SETTINGS.leastMissingWeight));
    return Math.min(own, ...slips);
  }

  private kindOf(word: number): PartKind | undefined {
    return KINDS[(this.words.flags[word] ?? 0) & KIND_BITS];
  }
}
