const SPACE = 0x20;
const QUOTE = 0x22;
const APOSTROPHE = 0x27;
const COMMA = 0x2c;
const FULL_STOP = 0x2e;
const ZERO = 0x30;
const NINE = 0x39;
const GRAVE = 0x60;
const LAST = 0x7e;
const A = 0x41;
const Z = 0x5a;
const TO_SMALL = 0x20;
const VOWELS = [0x41, 0x45, 0x49, 0x4f, 0x55];
/** As long as the shortest word of a legal form's phrase. */
const LONG = 7;

/** What a name is known to be after one look at its characters. */
export interface PlainWords {
  readonly words: string[];
  /** Words before the only comma; -1 where there is none, or more than one. */
  readonly comma: number;
  readonly hasLongWord: boolean;
}

/**
 * The words of a name in ASCII letters that hold nothing that would have to be read: no digits, full stops or apostrophes, no
 * words or initials run together. Undefined for any other name.
 */
export function findPlainWords(name: string): PlainWords | undefined {
  const words: string[] = [];
  let start = -1;
  let isSmall = false;
  let commas = 0;
  let comma = -1;
  let hasLongWord = false;
  for (let at = 0; at <= name.length; at += 1) {
    const code = at < name.length ? name.charCodeAt(at) : SPACE;
    if (!isPlain(code)) return undefined;
    const isCapital = code >= A && code <= Z;
    if (isCapital || (code >= A + TO_SMALL && code <= Z + TO_SMALL)) {
      // A capital within a word, after a small letter: two words run together, perhaps.
      if (start < 0) start = at;
      else if (isCapital && isSmall) return undefined;
      isSmall = !isCapital;
      continue;
    }
    if (start >= 0) {
      if (at - start === 2 && areInitials(name, start)) return undefined;
      if (at - start >= LONG) hasLongWord = true;
      words.push(name.slice(start, at));
      start = -1;
    }
    if (code === COMMA) {
      commas += 1;
      comma = words.length;
    }
  }
  return { words, comma: commas === 1 ? comma : -1, hasLongWord };
}

function isPlain(code: number): boolean {
  if (code < SPACE || code > LAST || (code >= ZERO && code <= NINE)) return false;
  return code !== QUOTE && code !== APOSTROPHE && code !== FULL_STOP && code !== GRAVE;
}

function areInitials(name: string, start: number): boolean {
  return isCapitalConsonant(name.charCodeAt(start)) && isCapitalConsonant(name.charCodeAt(start + 1));
}

function isCapitalConsonant(code: number): boolean {
  return code >= A && code <= Z && !VOWELS.includes(code);
}
