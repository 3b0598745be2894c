import { toLatinLetters } from '../scripts/latin.ts';
import { LONGEST_NAME, toCleanText } from '../text/clean-text.ts';
import { scriptOfWord } from '../text/script.ts';
import { mayHoldLegalPhrase, shortenLegalForms } from './legal-forms.ts';
import { findPlainWords, type PlainWords } from './plain-words.ts';

/** More words than this are not compared; the longest listed name has fourteen. */
export const MOST_PARTS = 16;
/** No name has a word more often; what repeats one a thousand times would be compared with all its bearers for each. */
const MOST_REPEATS = 3;

const ASCII = /^[\x20-\x7e]*$/u;
const ASCII_WORDS = /[A-Za-z0-9]+/gu;
const WORDS = /[\p{L}\p{N}\p{M}]+/gu;
const FOREIGN_DOT = /\p{Script=Han}[·•‧・]\p{Script=Han}/u;
const CAMEL = /(\p{Ll}{2})(\p{Lu}\p{Ll}{2})/gu;
/** `JC Juncker`: two capitals without a vowel, before a word that has one, are initials. */
const INITIALS = /(?<![\p{L}.])([B-DF-HJ-NP-TV-XZ])([B-DF-HJ-NP-TV-XZ])(?=\s+\p{L}*[aeiouyAEIOUY])/gu;

/** A name as its words stand, family name last, before any word is read. */
export interface WrittenName {
  readonly words: readonly string[];
  readonly isAscii: boolean;
  /** The words are of letters from A to Z alone. */
  readonly isPlain: boolean;
  /** Chinese put a dot between the words of a foreign name, and of no other. */
  readonly hasDot: boolean;
}

/** Cleans a name and parts it into words; `Family, Given` is turned round. */
export function toWrittenName(name: string): WrittenName {
  const plain = name.length > LONGEST_NAME ? undefined : findPlainWords(name);
  if (plain !== undefined && !(plain.hasLongWord && mayHoldLegalPhrase(name)))
    return { words: cap(inOrder(plain)), isAscii: true, isPlain: true, hasDot: false };
  const text = turnRound(separate(shortenLegalForms(toCleanText(name))));
  const isAscii = ASCII.test(text);
  return {
    words: cap(text.match(isAscii ? ASCII_WORDS : WORDS) ?? []),
    isAscii,
    isPlain: false,
    hasDot: !isAscii && FOREIGN_DOT.test(text),
  };
}

function inOrder({ words, comma }: PlainWords): readonly string[] {
  return comma < 0 ? words : [...words.slice(comma), ...words.slice(0, comma)];
}

function cap(words: readonly string[]): readonly string[] {
  if (words.length <= MOST_REPEATS) return words;
  const first = words.length > MOST_PARTS ? words.slice(0, MOST_PARTS) : words;
  return first.every(isNoRepeat) ? first : first.filter(isNoRepeat);
}

function isNoRepeat(word: string, at: number, words: readonly string[]): boolean {
  let before = 0;
  for (let earlier = 0; earlier < at; earlier += 1) if (words[earlier] === word) before += 1;
  return before < MOST_REPEATS;
}

/** The Latin letters of each word, small or capital; none where a word is of another script. */
export function lettersOf({ words, isAscii, isPlain }: WrittenName): readonly string[] {
  if (isPlain) return words;
  if (!isAscii && words.some((word) => scriptOfWord(word) !== 'latin')) return [];
  return words.map(toLatinLetters);
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
