import type { PartKind } from '../parts/name-part.ts';
import type { Sound } from '../sound/symbols.ts';
import { FACTS, KIND_SHIFT, KINDS, MASS_BITS, STRIDE, VOWELLESS } from './word-facts.ts';

export interface WordFacts {
  /** Hash of the text. */
  readonly hash: number;
  readonly kind: PartKind;
  /** First and last consonant of the sound, as `endsOf` has them. */
  readonly ends: number;
  readonly sound: Sound;
}

/** Lays out what `word-facts.ts` reads, word after word. */
export class WordFactsBuilder {
  /** As `WordTable` has them, with room for more. */
  facts = new Uint32Array(STRIDE << 10);
  sounds = new Uint8Array(1 << 13);
  private soundLength = 0;
  count = 0;

  add({ hash, kind, ends, sound }: WordFacts): void {
    this.makeRoom(sound.length);
    const { facts } = this;
    const at = this.count * STRIDE;
    const shape = sound.mass | (sound.length << MASS_BITS) | (KINDS.indexOf(kind) << KIND_SHIFT);
    facts[at + FACTS.hash] = hash;
    facts[at + FACTS.soundStart] = this.soundLength;
    facts[at + FACTS.shape] = shape | (sound.isVowelless ? VOWELLESS : 0);
    facts[at + FACTS.own] = sound.own;
    facts[at + FACTS.answers] = sound.answers;
    facts[at + FACTS.ends] = ends;
    for (let index = 0; index < sound.length; index += 1)
      this.sounds[this.soundLength + index] = sound.codes[sound.start + index] ?? 0;
    this.soundLength += sound.length;
    this.count += 1;
  }

  private makeRoom(length: number): void {
    if ((this.count + 1) * STRIDE > this.facts.length)
      this.facts = grown(this.facts, new Uint32Array(this.facts.length * 2));
    if (this.soundLength + length > this.sounds.length)
      this.sounds = grown(this.sounds, new Uint8Array(this.sounds.length * 2));
  }

  setWeight(word: number, weight: number): void {
    this.facts[word * STRIDE + FACTS.weight] = weight;
  }

  toFacts(): Uint32Array {
    return this.facts.slice(0, this.count * STRIDE);
  }

  toSounds(): Uint8Array {
    return this.sounds.slice(0, this.soundLength);
  }
}

function grown<Numbers extends Uint32Array | Uint8Array>(numbers: Numbers, into: Numbers): Numbers {
  into.set(numbers);
  return into;
}
