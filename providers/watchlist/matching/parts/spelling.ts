import { isUnmarked, toLatinLetters, toSpokenLatin } from '../scripts/latin.ts';
import { LEGAL_FORMS } from './legal-forms.ts';
import { ARTICLES, LIGHT_WORDS, PARTICLE_SPELLINGS, TITLES } from './particles.ts';
import { splitLatinWord } from './split-latin.ts';
import { latinWord, withKind, type Word } from './word.ts';

/** A word of Latin letters as the one or more words that it stands for; none where it holds no letter. */
export function splitSpelling(word: string): Word[] {
  const text = toLatinLetters(word);
  if (text === '') return [];
  const parts = splitLatinWord(text);
  if (parts.length > 1) return parts.map((part) => latinWord(part));
  return [latinWord(text, isUnmarked(word) ? text : toSpokenLatin(word))];
}

/** Leaves articles and titles out and marks particles and initials, as long as a full word remains. */
export function weigh(words: readonly Word[]): Word[] {
  const kept = keep(words);
  if (kept.some(({ kind }) => kind === 'full')) return kept;
  return words
    .filter(({ text }) => text !== '')
    .map((word) => withKind(word, word.text.length === 1 ? 'initial' : 'full'));
}

const LEFT_OUT = new Set(['', ...ARTICLES, ...TITLES, ...LEGAL_FORMS]);
/** By far the most words are none of these and are looked up once. */
const SPECIAL = new Set([...LEFT_OUT, ...PARTICLE_SPELLINGS.keys(), ...LIGHT_WORDS]);

function keep(words: readonly Word[]): Word[] {
  const kept: Word[] = [];
  for (const word of words) {
    if (word.text.length > 1 && !SPECIAL.has(word.text)) kept.push(word);
    else if (!LEFT_OUT.has(word.text)) kept.push(withOwnKind(word));
  }
  return kept;
}

function withOwnKind(word: Word): Word {
  const text = PARTICLE_SPELLINGS.get(word.text);
  if (text !== undefined) return { text, spoken: text, kind: 'light', certainty: word.certainty };
  if (word.text.length === 1 && word.certainty === 'spelled') return withKind(word, 'initial');
  return LIGHT_WORDS.has(word.text) ? withKind(word, 'light') : word;
}

/** Reads words in ASCII, remembering those asked for last: names share most of their words. */
export class SpellingMemory {
  private readonly most: number;
  /** Each word as `keep` leaves it. Those asked for since the older ones were; when there are enough, they become the older ones. */
  private recent = new Map<string, readonly Word[]>();
  private older = new Map<string, readonly Word[]>();

  /** `most`: words that are remembered at least, and half of those that are at most. */
  constructor(most: number) {
    this.most = most;
  }

  /** The words of a name as `weigh` leaves them. */
  read(words: readonly string[]): Word[] {
    const read: Word[] = [];
    let hasFull = false;
    for (const word of words) {
      for (const part of this.get(word)) {
        read.push(part);
        if (part.kind === 'full') hasFull = true;
      }
    }
    return hasFull ? read : weigh(words.flatMap(splitSpelling));
  }

  private get(word: string): readonly Word[] {
    const known = this.recent.get(word);
    if (known !== undefined) return known;
    const kept = this.older.get(word) ?? keep(splitSpelling(word));
    if (this.recent.size >= this.most) {
      this.older = this.recent;
      this.recent = new Map();
    }
    this.recent.set(word, kept);
    return kept;
  }
}
