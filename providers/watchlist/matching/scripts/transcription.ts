import anyAscii from 'any-ascii';
import { romaniseHangul, soundsOfHangul, type Syllable } from './hangul.ts';
import { romaniseKana } from './kana.ts';
import { TRANSCRIBED_NAMES } from './transcribed-names.ts';

/**
 * Foreigners' names as Chinese, Japanese and Koreans write them down by sound: syllable for syllable, with vowels between
 * consonants that had none (普京, プーチン, 푸틴). What is left of the name is its consonants, some of them two in one.
 */
export interface TranscribedWord {
  /** For people to read. */
  readonly text: string;
  /** Of `sound/symbols.ts`, without vowels. */
  readonly symbols: string;
  /** In Latin letters, where it is written down by convention. */
  readonly known?: string;
}

/** The words of a name that is, or may be, a foreigner's by how it is written; undefined for others. */
export function readTranscription(
  words: readonly string[],
  script: 'han' | 'kana' | 'hangul',
  hasDot = false,
): TranscribedWord[] | undefined {
  switch (script) {
    case 'han':
      return hasDot || isForeignHan(words) ? words.map((word) => withKnown(word, transcribeHan)) : undefined;
    case 'kana':
      return words.every((word) => KATAKANA.test(word))
        ? words.map((word) => withKnown(word, transcribeKana))
        : undefined;
    case 'hangul':
      return isForeignHangul(words) ? words.map((word) => withKnown(word, transcribeHangul)) : undefined;
  }
}

function withKnown(word: string, transcribe: (word: string) => TranscribedWord): TranscribedWord {
  const known = TRANSCRIBED_NAMES.get(word);
  return known === undefined ? transcribe(word) : { text: known, symbols: '', known };
}

const KATAKANA = /^[\u30a1-\u30fa\u30fc\u31f0-\u31ff]+$/u;

/** Chinese and Japanese have at most two characters in either word, and a surname and name in one word at most four. */
function isForeignHan(words: readonly string[]): boolean {
  const lengths = words.map((word) => Array.from(word).length);
  return words.length === 1 ? (lengths[0] ?? 0) > 4 : lengths.some((length) => length > 2);
}

function isForeignHangul(words: readonly string[]): boolean {
  return words.length === 1 ? (words[0]?.length ?? 0) > 4 : words.some((word) => word.length > 2);
}

const PINYIN = /^(zh|ch|sh|[bpmfdtnlgkhjqxrzcsyw])?([aeiouv]*)(ng|n|r)?$/u;
// prettier-ignore
const PINYIN_SYMBOLS: Readonly<Record<string, string>> = {
  b: 'B', p: 'p', m: 'm', f: 'F', d: 'd', t: 't', n: 'n', l: 'L', g: 'g', k: 'k', h: 'H', j: 'I', q: 'I', x: 'N', zh: 'I', ch: 'C',
  sh: 'N', r: 'I', z: 'z', c: 'c', s: 'N', y: '', w: 'W',
};

function transcribeHan(word: string): TranscribedWord {
  const syllables = Array.from(word, (character) =>
    anyAscii(character)
      .toLowerCase()
      .replace(/[^a-z]/gu, ''),
  );
  return { text: syllables.join(''), symbols: join(syllables.map(soundsOfPinyin)) };
}

function soundsOfPinyin(syllable: string): Syllable {
  if (syllable === 'er') return ['', 'L'];
  if (syllable === 'wu') return ['', ''];
  const [, initial = '', , final = ''] = PINYIN.exec(syllable) ?? [];
  return [PINYIN_SYMBOLS[initial] ?? '', final === '' ? '' : 'n'];
}

/** A doubled consonant is one. */
const ROMAJI = /s?sh|c?ch|t?ts|([kgsztdnhfbpmrvwj])\1?/gu;
// prettier-ignore
const ROMAJI_SYMBOLS: Readonly<Record<string, string>> = {
  k: 'k', g: 'g', s: 'N', sh: 'N', z: 'z', j: 'I', t: 't', ts: 'c', ch: 'I', d: 'd', n: 'n', h: 'H', f: 'F', b: 'B', p: 'p', m: 'm',
  r: 'L', v: 'v', w: 'W',
};

function transcribeKana(word: string): TranscribedWord {
  const romaji = romaniseKana(word.replace(/ウ(?=[ァィェォ])/gu, 'ワ'));
  const sounds = romaji.match(ROMAJI) ?? [];
  // Vladimir is Urajīmiru.
  const start = /^ウ[ラリルレロ]/u.test(word) ? 'W' : '';
  return {
    text: romaji,
    symbols:
      start + sounds.map((sound) => ROMAJI_SYMBOLS[sound.slice(-2)] ?? ROMAJI_SYMBOLS[sound.slice(-1)] ?? '').join(''),
  };
}

function transcribeHangul(word: string): TranscribedWord {
  return { text: romaniseHangul(word), symbols: join(soundsOfHangul(word)) };
}

/**
 * What a syllable ends with and the next one begins with is one sound, and the n before an m is that m: 罕默 for -ham-. A sound
 * that begins two syllables is two: 多迪 for -dodi-.
 */
function join(syllables: readonly Syllable[]): string {
  const sounds = syllables.map(([initial, final], at) => (initial === syllables[at - 1]?.[1] ? '' : initial) + final);
  return sounds.join('').replace(/nm/gu, 'm');
}
