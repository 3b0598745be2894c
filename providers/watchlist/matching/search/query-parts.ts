import { rarityWeight } from '../index/rarity.ts';
import { findRow } from '../index/rows.ts';
import { textHash } from '../index/text-hash.ts';
import type { WordTable } from '../index/match-index.ts';
import type { Word } from '../parts/read-name.ts';
import { SETTINGS } from '../score/settings.ts';
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
    const similarWords = this.similarWords.find(part);
    return { ...part, similarWords, weight: this.weightOf(word, { ...part, similarWords }) };
  }

  /**
   * By rarity: that of the listed word, or of its skeleton where it is not listed. A word that is nearly a listed one is
   * likely a slip of it, so it is worth no more than that.
   */
  private weightOf(word: Word, { hash, skeletons, sound, similarWords }: Omit<QueryPart, 'weight'>): number {
    const row = findRow(this.words.bySkeleton, skeletons[0] ?? 0);
    const skeletonHolders = row < 0 ? 0 : (this.words.skeletonNames[row] ?? 0);
    let weight = rarityWeight({ ...word, length: sound.length, holders: 0, skeletonHolders, names: this.names });
    if (word.kind !== 'full') return weight;
    for (const packed of similarWords) {
      const listed = wordOf(packed);
      const listedWeight = this.words.weights[listed] ?? 0;
      if (this.words.hashes[listed] === hash) return Math.min(weight, listedWeight);
      if (similarityOf(packed) < SETTINGS.slipSimilarity) continue;
      weight = Math.min(weight, Math.max(listedWeight, SETTINGS.leastMissingWeight));
    }
    return weight;
  }
}
