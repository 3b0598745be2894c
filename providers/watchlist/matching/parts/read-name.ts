import anyAscii from 'any-ascii';
import { romaniseCyrillic } from '../scripts/cyrillic.ts';
import { splitArabicWord } from '../scripts/arabic.ts';
import { romaniseGreek } from '../scripts/greek.ts';
import { readHanName } from '../scripts/han.ts';
import { romaniseKoreanName } from '../scripts/hangul.ts';
import { unifyHebrewWord } from '../scripts/hebrew.ts';
import { romaniseIndic } from '../scripts/indic.ts';
import { romaniseKana } from '../scripts/kana.ts';
import { isUnmarked, toLatinLetters, toSpokenLatin } from '../scripts/latin.ts';
import { romaniseThai } from '../scripts/thai.ts';
import { toCleanText } from '../text/clean-text.ts';
import { scriptOfWord, type Script } from '../text/script.ts';
import { LEGAL_FORMS, shortenLegalForms } from './legal-forms.ts';
import { ARTICLES, LIGHT_WORDS, PARTICLE_SPELLINGS, TITLES } from './particles.ts';
import { splitLatinWord } from './split-latin.ts';
import type { Certainty, PartKind } from './name-part.ts';

/** More words than this are not compared; the longest listed name has fourteen. */
export const MOST_PARTS = 16;

/** A word of a name before its sound is worked out. */
export interface Word {
  /** Equal texts are equal words. */
  readonly text: string;
  /** What its sound is worked out from: the text, or with the sounds of marked letters. */
  readonly spoken: string;
  readonly kind: PartKind;
  readonly certainty: Certainty;
}

const ASCII = /^[\x20-\x7e]*$/u;
const ASCII_WORDS = /[A-Za-z0-9]+/gu;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const CAMEL = /(\p{Ll}{2})(\p{Lu}\p{Ll}{2})/gu;
/** `JC Juncker`: two capitals without a vowel, before a word that has one, are initials. */
const INITIALS = /(?<![\p{L}.])([B-DF-HJ-NP-TV-XZ])([B-DF-HJ-NP-TV-XZ])(?=\s+\p{L}*[aeiouyAEIOUY])/gu;
const LATIN_ONLY = /^[a-z0-9]+$/u;

/**
 * A name as words, in each of its readings (one, but for Chinese characters); none where it holds no letter.
 * `Family, Given` is turned round; articles and titles are left out; compounds are split as `splitLatinWord` says.
 */
export function readName(name: string): Word[][] {
  const text = turnRound(separate(shortenLegalForms(toCleanText(name))));
  const isAscii = ASCII.test(text);
  const words = (text.match(isAscii ? ASCII_WORDS : WORDS) ?? []).slice(0, MOST_PARTS);
  if (words.length === 0) return [];
  const readings = isAscii ? [words.flatMap(splitSpelling)] : readWords(words);
  return readings.map((reading) => weigh(reading).slice(0, MOST_PARTS)).filter((reading) => reading.length > 0);
}

/** Words and initials that were run together: `IgorSechin`, `JC Juncker`. */
function separate(name: string): string {
  return name.replace(CAMEL, '$1 $2').replace(INITIALS, '$1 $2');
}

/** `SALEK, Abdulhai` → `Abdulhai SALEK`; more than one comma is a list, which keeps its order. */
function turnRound(name: string): string {
  const comma = name.indexOf(',');
  if (comma < 0 || name.includes(',', comma + 1)) return name;
  return `${name.slice(comma + 1)} ${name.slice(0, comma)}`;
}

function readWords(words: readonly string[]): Word[][] {
  const scripts = words.map(scriptOfWord);
  if (scripts.every((script) => script === 'han')) return readHanName(words).map((reading) => reading.map(syllables));
  if (scripts.every((script) => script === 'hangul')) return [romaniseKoreanName(words).map(syllables)];
  return [words.flatMap((word, index) => readWord(word, scripts[index] ?? 'other'))];
}

function readWord(word: string, script: Script): Word[] {
  if (script === 'arabic') return splitArabicWord(word).map(abjadWord);
  if (script === 'hebrew') return [abjadWord(unifyHebrewWord(word))];
  if (script === 'thai') return [{ ...latinWord(romaniseThai(word)), certainty: 'consonants' }];
  if (script === 'han' || script === 'hangul') return [syllables(romanise(word, script))];
  return splitSpelling(script === 'latin' ? word : romanise(word.toLowerCase(), script));
}

function romanise(word: string, script: Script): string {
  switch (script) {
    case 'cyrillic':
      return romaniseCyrillic(word);
    case 'greek':
      return romaniseGreek(word);
    case 'indic':
      return romaniseIndic(word);
    case 'kana':
      return romaniseKana(word);
    case 'hangul':
      return romaniseKoreanName([word]).join('');
    case 'han':
      return readHanName([word])[0]?.join('') ?? '';
    case 'latin':
    case 'arabic':
    case 'hebrew':
    case 'thai':
    case 'other':
      return anyAscii(word).toLowerCase();
  }
}

function splitSpelling(word: string): Word[] {
  const text = toLatinLetters(word);
  if (text === '') return [];
  const parts = splitLatinWord(text);
  if (parts.length > 1) return parts.map(latinWord);
  return [{ ...latinWord(text), spoken: isUnmarked(word) ? text : toSpokenLatin(word) }];
}

function latinWord(text: string): Word {
  return { text, spoken: text, kind: 'full', certainty: 'spelled' };
}

function syllables(text: string): Word {
  return { ...latinWord(text), certainty: 'syllables' };
}

function abjadWord(text: string): Word {
  return { ...latinWord(text), certainty: LATIN_ONLY.test(text) ? 'spelled' : 'consonants' };
}

/** Leaves articles and titles out and marks particles and initials, as long as a full word remains. */
function weigh(words: readonly Word[]): Word[] {
  const kept = words.filter(({ text }) => !isLeftOut(text)).map(withKind);
  if (kept.some(({ kind }) => kind === 'full')) return kept;
  return words
    .filter(({ text }) => text !== '')
    .map((word) => ({ ...word, kind: word.text.length === 1 ? 'initial' : 'full' }));
}

function isLeftOut(text: string): boolean {
  return text === '' || ARTICLES.has(text) || TITLES.has(text) || LEGAL_FORMS.has(text);
}

function withKind(word: Word): Word {
  const text = PARTICLE_SPELLINGS.get(word.text);
  if (text !== undefined) return { ...word, text, spoken: text, kind: 'light' };
  if (word.text.length === 1 && word.certainty === 'spelled') return { ...word, kind: 'initial' };
  return LIGHT_WORDS.has(word.text) ? { ...word, kind: 'light' } : word;
}
