import anyAscii from 'any-ascii';
import { romaniseCyrillic } from '../scripts/cyrillic.ts';
import { splitArabicWord } from '../scripts/arabic.ts';
import { romaniseGreek } from '../scripts/greek.ts';
import { readHanName } from '../scripts/han.ts';
import { romaniseKoreanName } from '../scripts/hangul.ts';
import { unifyHebrewWord } from '../scripts/hebrew.ts';
import { romaniseIndic } from '../scripts/indic.ts';
import { romaniseKana } from '../scripts/kana.ts';
import { readTranscription, type TranscribedWord } from '../scripts/transcription.ts';
import { romaniseThai } from '../scripts/thai.ts';
import { scriptOfWord, type Script } from '../text/script.ts';
import { SpellingMemory, splitSpelling, weigh } from './spelling.ts';
import { latinWord, withCertainty, type Word } from './word.ts';
import { MOST_PARTS, toWrittenName, type WrittenName } from './written-name.ts';

const LATIN_ONLY = /^[a-z0-9]+$/u;

/**
 * A name as words, in each of its readings (one, but for Chinese characters); none where it holds no letter.
 * `Family, Given` is turned round; articles and titles are left out; compounds are split as `splitLatinWord` says.
 */
export function readName(name: string): Word[][] {
  return readWrittenName(toWrittenName(name), new SpellingMemory(MOST_PARTS));
}

/** The same of a name whose words are parted already. */
export function readWrittenName({ words, isAscii, hasDot }: WrittenName, spellings: SpellingMemory): Word[][] {
  if (words.length === 0) return [];
  const readings = isAscii ? [spellings.read(words)] : readWords(words, hasDot).map(weigh);
  return readings.map(atMost).filter((reading) => reading.length > 0);
}

function atMost(words: Word[]): Word[] {
  return words.length > MOST_PARTS ? words.slice(0, MOST_PARTS) : words;
}

function readWords(words: readonly string[], hasDot: boolean): Word[][] {
  const scripts = words.map(scriptOfWord);
  const [script = 'other'] = scripts;
  if (scripts.some((other) => other !== script))
    return [words.flatMap((word, index) => readWord(word, scripts[index] ?? 'other'))];
  if (script === 'han' || script === 'kana' || script === 'hangul') {
    const transcription = readTranscription(words, script, hasDot)?.flatMap(transcribed);
    return [...readNative(words, script), ...(transcription === undefined ? [] : [transcription])];
  }
  return [words.flatMap((word) => readWord(word, script))];
}

/** As a name of the people who write so. */
function readNative(words: readonly string[], script: 'han' | 'kana' | 'hangul'): Word[][] {
  if (script === 'han') return readHanName(words).map((reading) => reading.map(syllables));
  if (script === 'hangul') return [romaniseKoreanName(words).map(syllables)];
  return [words.flatMap((word) => readWord(word, script))];
}

function readWord(word: string, script: Script): Word[] {
  if (script === 'arabic') return splitArabicWord(word).map(abjadWord);
  if (script === 'hebrew') return [abjadWord(unifyHebrewWord(word))];
  if (script === 'thai') return [withCertainty(latinWord(romaniseThai(word)), 'consonants')];
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

function syllables(text: string): Word {
  return withCertainty(latinWord(text), 'syllables');
}

function transcribed({ known, text, symbols }: TranscribedWord): Word[] {
  if (known !== undefined) return splitSpelling(known);
  return [{ text, spoken: symbols, kind: 'full', certainty: 'transcribed' }];
}

function abjadWord(text: string): Word {
  return withCertainty(latinWord(text), LATIN_ONLY.test(text) ? 'spelled' : 'consonants');
}
