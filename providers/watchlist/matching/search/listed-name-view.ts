/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot accessors over the index: name and word numbers come from the index itself */
import { KIND_BITS, VOWELLESS_BIT, type MatchIndex } from '../index/match-index.ts';
import { KINDS } from '../index/word-table-builder.ts';
import type { PartKind } from '../parts/name-part.ts';
import { MOST_PARTS } from '../parts/read-name.ts';
import type { ScoredName } from '../score/name-scorer.ts';
import type { Sound } from '../sound/symbols.ts';

/** A listed name as the scorer sees it; one object, loaded with one name after the other. */
export class ListedNameView implements ScoredName {
  length = 0;
  private first = 0;
  private readonly weights = new Uint8Array(MOST_PARTS);
  private readonly index: MatchIndex;

  constructor(index: MatchIndex) {
    this.index = index;
  }

  load(name: number): void {
    const { starts } = this.index.names.words;
    this.first = starts[name]!;
    this.length = starts[name + 1]! - this.first;
    for (let position = 0; position < this.length; position += 1) {
      this.weights[position] = this.index.words.weights[this.wordAt(position)]!;
    }
  }

  wordAt(position: number): number {
    return this.index.names.words.values[this.first + position]!;
  }

  kindAt(position: number): PartKind {
    return KINDS[this.index.words.flags[this.wordAt(position)]! & KIND_BITS]!;
  }

  weightAt(position: number): number {
    return this.weights[position]!;
  }

  soundLengthAt(position: number): number {
    const word = this.wordAt(position);
    return this.index.words.soundStarts[word + 1]! - this.index.words.soundStarts[word]!;
  }

  isVowellessAt(position: number): boolean {
    return (this.index.words.flags[this.wordAt(position)]! & VOWELLESS_BIT) !== 0;
  }

  soundAt(position: number): Sound {
    const { sounds, soundStarts } = this.index.words;
    const word = this.wordAt(position);
    const codes = sounds.subarray(soundStarts[word], soundStarts[word + 1]);
    return { codes, length: codes.length, isVowelless: this.isVowellessAt(position) };
  }
}
