/**
 * The sound alphabet: one character per sound, the same for every script. Small Latin letters sound as in English;
 * capitals are digraphs (`S` sh, `Z` zh, `C` ch, `J` j, `T` th, `D` dh, `G` gh) or letters of scripts without vowels
 * that stand for several sounds (`A` alef, `W` waw, `Y` ya, `E` ayn and hamza, `H` ha, `U` final ta, `B` ba, `P` pe,
 * `F` fa, `K` kaf, `Q` jim, `O` dad, `R` za, `X` tsadi), or what a transcription makes of several sounds (`L` l and r, `N` s, sh
 * and th, `I` j, ti, di and gi).
 */
export const ALPHABET = ' aeiouybpfvwmntdTDszSZCJckgxGqhlrAWYEHUBPFKQORXLNI';
/** Rows of the cost tables; a power of two above the alphabet. */
export const ALPHABET_SIZE = 64;
/** Longest sound that is kept; listed words are shorter. */
export const LONGEST_SOUND = 32;

/** The sounds of a word: `length` of `codes` from `start` on are positions in `ALPHABET`. */
export interface SoundCodes {
  readonly codes: Uint8Array;
  readonly start: number;
  readonly length: number;
  /** From a script that does not write (all) vowels: their absence then means nothing. */
  readonly isVowelless: boolean;
}

/** How a word sounds, with what tells it apart from most others before the two are aligned. */
export interface Sound extends SoundCodes {
  /** As `ownMassOf` has it. */
  readonly mass: number;
  /** As `familyCountsOf` has them. */
  readonly own: number;
  readonly answers: number;
}

const CODES = new Uint8Array(128);
for (let code = 0; code < ALPHABET.length; code += 1) CODES[ALPHABET.charCodeAt(code)] = code;

/** The code of the first symbol of a text; 0 where it is none. */
export function codeOf(symbols: string): number {
  return codeAt(symbols, 0);
}

export function codeAt(symbols: string, index: number): number {
  return CODES[symbols.charCodeAt(index)] ?? 0;
}
