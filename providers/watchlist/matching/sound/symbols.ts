/**
 * The sound alphabet: one character per sound, the same for every script. Small Latin letters sound as in English;
 * capitals are digraphs (`S` sh, `Z` zh, `C` ch, `J` j, `T` th, `D` dh, `G` gh) or letters of scripts without vowels
 * that stand for several sounds (`A` alef, `W` waw, `Y` ya, `E` ayn and hamza, `H` ha, `U` final ta, `B` ba, `P` pe,
 * `F` fa, `K` kaf, `Q` jim, `O` dad, `R` za, `X` tsadi).
 */
export const ALPHABET = ' aeiouybpfvwmntdTDszSZCJckgxGqhlrAWYEHUBPFKQORX';
/** Rows of the cost tables; a power of two above the alphabet. */
export const ALPHABET_SIZE = 64;
/** Longest sound that is kept; listed words are shorter. */
export const LONGEST_SOUND = 32;

/** How a word sounds: the first `length` of `codes` are positions in `ALPHABET`. */
export interface Sound {
  readonly codes: Uint8Array;
  readonly length: number;
  /** From a script that does not write (all) vowels: their absence then means nothing. */
  readonly isVowelless: boolean;
}

const CODES = new Map(Array.from(ALPHABET).map((symbol, code) => [symbol, code]));

export function codeOf(symbol: string): number {
  return CODES.get(symbol) ?? 0;
}

/** Symbols → sound; unknown symbols are left out. */
export function toSound(symbols: string, isVowelless: boolean): Sound {
  const codes: number[] = [];
  for (const symbol of symbols) {
    const code = codeOf(symbol);
    if (code > 0 && codes.length < LONGEST_SOUND) codes.push(code);
  }
  return { codes: Uint8Array.from(codes), length: codes.length, isVowelless };
}

/** Two words written as one; a sound that ends the first and begins the second counts once. */
export function joinSounds(head: Sound, tail: Sound): Sound {
  const overlap = head.length > 0 && head.codes[head.length - 1] === tail.codes[0] ? 1 : 0;
  const length = Math.min(LONGEST_SOUND, head.length + tail.length - overlap);
  const codes = new Uint8Array(length);
  for (let index = 0; index < length; index += 1) {
    codes[index] = (index < head.length ? head.codes[index] : tail.codes[index - head.length + overlap]) ?? 0;
  }
  return { codes, length, isVowelless: head.isVowelless || tail.isVowelless };
}
