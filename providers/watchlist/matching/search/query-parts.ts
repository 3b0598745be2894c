/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot loops over what was found: every index is below its count */
import { rarityWeight } from '../index/rarity.ts';
import { findRow } from '../index/rows.ts';
import { textHash } from '../index/text-hash.ts';
import type { WordTable } from '../index/match-index.ts';
import { hashOfWord, kindOfWord, weightOfWord } from '../index/word-facts.ts';
import type { PartKind } from '../parts/name-part.ts';
import { shareOfPeople } from '../parts/common-names.ts';
import { keyOf, type Word } from '../parts/word.ts';
import { SETTINGS } from '../score/settings.ts';
import { gainOf } from '../score/name-scorer.ts';
import { soundOf } from '../sound/encode.ts';
import { endsOf } from '../sound/ends.ts';
import { skeletonsOf } from '../sound/skeleton.ts';
import { similarityOf, wordOf, type QueryPart } from './query-name.ts';
import { SimilarWords } from './similar-words.ts';

/**
 * Parts that are remembered at least, and half of those that are at most: guests share given names and surnames. Ten thousand take
 * about 10 MB, and save a third of the time with 152,000 names.
 */
const MOST_RECENT = 5120;

/** Works out parts of guests' names against one word table, remembering the ones asked for last. */
export class QueryParts {
  private readonly words: WordTable;
  private readonly names: number;
  private readonly similarWords: SimilarWords;
  /** Parts asked for since the older ones were; when there are enough, they become the older ones. */
  private recent = new Map<string, QueryPart>();
  private older = new Map<string, QueryPart>();
  private gains = new Uint32Array(1024);
  private order = new Float64Array(1024);

  constructor(words: WordTable, names: number) {
    this.words = words;
    this.names = names;
    this.similarWords = new SimilarWords(words);
  }

  get(word: Word): QueryPart {
    const key = keyOf(word);
    const known = this.recent.get(key);
    if (known !== undefined) return known;
    const part = this.older.get(key) ?? this.workOut(word);
    if (this.recent.size >= MOST_RECENT) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(key, part);
    return part;
  }

  private workOut(word: Word): QueryPart {
    const { text, kind } = word;
    const sound = soundOf(word);
    const skeletons = skeletonsOf(sound);
    const hash = textHash(text);
    this.similarWords.find({ text, kind, hash, sound, skeletons });
    const weight = this.weightOf(word, { hash, skeletons, sound });
    return { text, kind, hash, sound, skeletons, weight, ends: endsOf(sound), similarWords: this.bestFirst(weight) };
  }

  /** What was found, with its gains; of equal gains, what was found first. */
  private bestFirst(weight: number): Uint32Array {
    const { found, count } = this.similarWords;
    this.makeRoom(count);
    const { gains, order } = this;
    for (let at = 0; at < count; at += 1) {
      const packed = found[at]!;
      const gain = gainOf(similarityOf(packed)) * Math.min(weight, weightOfWord(this.words, wordOf(packed)));
      gains[at] = gain;
      // One number to sort by, because sorting by a function takes much longer.
      order[at] = at - gain * count;
    }
    order.subarray(0, count).sort();
    const sorted = new Uint32Array(count * 2);
    for (let rank = 0; rank < count; rank += 1) {
      const at = ((order[rank]! % count) + count) % count;
      sorted[rank * 2] = found[at]!;
      sorted[rank * 2 + 1] = gains[at]!;
    }
    return sorted;
  }

  private makeRoom(count: number): void {
    if (count <= this.order.length) return;
    this.gains = new Uint32Array(count * 2);
    this.order = new Float64Array(count * 2);
  }

  /**
   * By rarity: that of the listed word, or of its skeleton where it is not listed; less where the script is ambiguous. An unlisted word that is nearly a
   * listed one is likely a slip of it, so it is worth no more than that.
   */
  private weightOf(word: Word, { hash, skeletons, sound }: Pick<QueryPart, 'hash' | 'skeletons' | 'sound'>): number {
    const { bySkeleton, skeletonNames } = this.words;
    const row = findRow(bySkeleton, skeletons[0] ?? 0);
    const skeletonHolders = row < 0 ? 0 : (skeletonNames[row] ?? 0);
    const { kind, certainty, text } = word;
    const own = rarityWeight({
      kind,
      certainty,
      peopleShare: shareOfPeople(text),
      length: sound.length,
      holders: 0,
      skeletonHolders,
      names: this.names,
    });
    return Math.min(own, this.mostByFound(kind, hash));
  }

  /** The weight of the word itself where it is listed, else of the least of those that it is likely a slip of. */
  private mostByFound(kind: PartKind, hash: number): number {
    const { found, count } = this.similarWords;
    let most = Infinity;
    for (let at = 0; at < count; at += 1) {
      const word = wordOf(found[at]!);
      if (kindOfWord(this.words, word) !== kind) continue;
      const weight = weightOfWord(this.words, word);
      if (hashOfWord(this.words, word) === hash) return weight;
      if (kind !== 'full' || similarityOf(found[at]!) < SETTINGS.slipSimilarity) continue;
      most = Math.min(most, Math.max(weight, SETTINGS.leastMissingWeight));
    }
    return most;
  }
}
