/* eslint-disable @typescript-eslint/no-non-null-assertion --
   hot accessors over the index: name and word numbers come from the index itself */
import type { MatchIndex } from '../index/match-index.ts';
import {
  endsOfWord,
  isVowellessWord,
  kindOfWord,
  loadSound,
  soundLengthOfWord,
  weightOfWord,
} from '../index/word-facts.ts';
import type { PartKind } from '../parts/name-part.ts';
import { MOST_PARTS } from '../parts/written-name.ts';
import type { ScoredName } from '../score/scored-name.ts';
import type { Sound } from '../sound/symbols.ts';
import { toSoundBuffer, type SoundBuffer } from '../sound/to-sound.ts';

/** A listed name as the scorer sees it; one object, loaded with one name after the other. */
export class ListedNameView implements ScoredName {
  length = 0;
  private first = 0;
  readonly weights = new Uint8Array(MOST_PARTS);
  readonly soundLengths = new Uint8Array(MOST_PARTS);
  readonly ends = new Uint8Array(MOST_PARTS);
  readonly vowelless = new Uint8Array(MOST_PARTS);
  private readonly sounds: SoundBuffer[] = [];
  private readonly index: MatchIndex;

  constructor(index: MatchIndex) {
    this.index = index;
  }

  load(name: number): void {
    const { words, names } = this.index;
    const { starts } = names.words;
    this.first = starts[name]!;
    this.length = starts[name + 1]! - this.first;
    for (let position = 0; position < this.length; position += 1) {
      const word = this.wordAt(position);
      this.weights[position] = weightOfWord(words, word);
      this.soundLengths[position] = soundLengthOfWord(words, word);
      this.ends[position] = endsOfWord(words, word);
      this.vowelless[position] = Number(isVowellessWord(words, word));
    }
  }

  wordAt(position: number): number {
    return this.index.names.words.values[this.first + position]!;
  }

  kindAt(position: number): PartKind {
    return kindOfWord(this.index.words, this.wordAt(position));
  }

  /** Lasts until the next name is loaded. */
  soundAt(position: number): Sound {
    const sound = (this.sounds[position] ??= toSoundBuffer());
    loadSound(this.index.words, this.wordAt(position), sound);
    return sound;
  }
}
