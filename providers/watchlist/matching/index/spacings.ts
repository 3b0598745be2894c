import { KeyedRowsBuilder, findRow } from './rows.ts';

/**
 * Where the list puts its spaces: by the hash of the letters of one to three neighbouring words written as one, where
 * they were parted. `Riad Hijazi` is the letters `riadhijazi`, cut after four.
 */
export interface SpacingTable {
  readonly keys: Uint32Array;
  /**
   * Letters before the first cut, and from bit 8 on before the second; 0 is no cut. From bit 16 on another spacing of the same
   * letters, or `NO_OTHER`.
   */
  readonly cuts: Uint32Array;
}

const LONGEST_RUN = 3;
/** Fewer letters are the same by chance. */
const FEWEST_LETTERS = 6;
/** What a cut has room for. */
const MOST_LETTERS = 255;
const SECOND_CUT = 8;
const OTHER = 16;
const NO_OTHER = 0xffff;
const FIRST_CAPITAL = 0x41;
const LAST_CAPITAL = 0x5a;
const TO_SMALL = 0x20;
const OFFSET = 0x811c9dc5;
const PRIME = 0x01000193;

/** Collects the spacings of listed names. */
export class SpacingBuilder {
  private readonly rows = new KeyedRowsBuilder();
  private readonly run = new Run();

  add(words: readonly string[]): void {
    const { run, rows } = this;
    for (let first = 0; first < words.length; first += 1) {
      run.begin(words, first);
      while (run.next()) rows.add(run.key, run.cuts);
    }
  }

  /** Of letters that are listed with several spacings, the first two. */
  toTable(): SpacingTable {
    const { keys, starts, values } = this.rows.toKeyedRows();
    const cuts = new Uint32Array(keys.length);
    for (let row = 0; row < keys.length; row += 1) {
      const first = values[starts[row] ?? 0] ?? 0;
      let other = NO_OTHER;
      for (let at = (starts[row + 1] ?? 0) - 1; at > (starts[row] ?? 0); at -= 1)
        if (values[at] !== first) other = values[at] ?? NO_OTHER;
      cuts[row] = first | (other << OTHER);
    }
    return { keys, cuts };
  }
}

/** The words with the spaces where the list has them; undefined where they are there already, or nothing like it is listed. */
export function respace(table: SpacingTable, words: readonly string[]): string[] | undefined {
  const respaced: string[] = [];
  let isChanged = false;
  for (let first = 0; first < words.length;) {
    const found = findSpacing(table, words, first);
    if (found === undefined) respaced.push(words[first] ?? '');
    else {
      isChanged = true;
      respaced.push(...cutUp(words.slice(first, first + found.length).join(''), found.cuts));
    }
    first += found?.length ?? 1;
  }
  return isChanged ? respaced : undefined;
}

interface Spacing {
  readonly cuts: number;
  /** Words in it. */
  readonly length: number;
}

function findSpacing(table: SpacingTable, words: readonly string[], first: number): Spacing | undefined {
  run.begin(words, first);
  while (run.next()) {
    const listed = table.cuts[findRow(table, run.key)];
    if (listed === undefined) continue;
    const spacing = listed & NO_OTHER;
    if (spacing !== run.cuts && listed >>> OTHER !== run.cuts) return { cuts: spacing, length: run.length };
  }
  return undefined;
}

/** The runs of words that begin at a word, with the hash of their letters (FNV-1a), the shortest first. */
class Run {
  key = OFFSET;
  cuts = 0;
  /** Words in it. */
  length = 0;
  private words: readonly string[] = [];
  private first = 0;
  private hash = OFFSET;
  private letters = 0;

  begin(words: readonly string[], first: number): void {
    this.words = words;
    this.first = first;
    this.length = 0;
    this.hash = OFFSET;
    this.letters = 0;
    this.cuts = 0;
  }

  /** Goes on to the next run that is long enough; false where there is none. */
  next(): boolean {
    while (this.length < LONGEST_RUN && this.first + this.length < this.words.length) {
      this.take(this.words[this.first + this.length] ?? '');
      if (this.letters > MOST_LETTERS) return false;
      if (this.letters >= FEWEST_LETTERS) return true;
    }
    return false;
  }

  private take(word: string): void {
    this.length += 1;
    if (this.length > 1) this.cuts |= this.letters << (this.length > 2 ? SECOND_CUT : 0);
    let { hash } = this;
    for (let index = 0; index < word.length; index += 1)
      hash = Math.imul(hash ^ smallOf(word.charCodeAt(index)), PRIME);
    this.hash = hash;
    this.key = hash >>> 0;
    this.letters += word.length;
  }
}

function smallOf(code: number): number {
  return code >= FIRST_CAPITAL && code <= LAST_CAPITAL ? code + TO_SMALL : code;
}

const run = new Run();

function cutUp(letters: string, cuts: number): string[] {
  const first = cuts & MOST_LETTERS;
  const second = cuts >>> SECOND_CUT;
  if (first === 0) return [letters];
  return second === 0
    ? [letters.slice(0, first), letters.slice(first)]
    : [letters.slice(0, first), letters.slice(first, second), letters.slice(second)];
}
