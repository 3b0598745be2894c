import anyAscii from 'any-ascii';

export interface HolderName {
  readonly firstName: string;
  readonly lastName: string;
}

/** Words that many surnames share, and that tell nobody apart. */
const particles = new Set('DE DA DO DOS DAS DEL DELLA DI LA LE LES EL AL VAN VON DER DEN TER Y E BIN IBN'.split(' '));

/** ICAO 9303-3, section 6, where a passport writes two letters and others write one. */
const pairs: Readonly<Record<string, string>> = { Ä: 'AE', Ö: 'OE', Ü: 'UE', Å: 'AA', Ø: 'OE', Ñ: 'NXX' };

/**
 * Whether two spellings can be one person's: an MRZ has no accents, writes ü as UE, cuts long names off, and has all given
 * names where a guest gives one; surnames come in halves and family name first. Undefined where it cannot be told, since
 * letters other than Latin are romanised in more ways than one.
 */
export function isSameName(entered: HolderName, inMrz: HolderName): boolean | undefined {
  const texts = [entered.firstName, entered.lastName];
  if (!texts.some(hasLetter) || !texts.every(isLatin)) return undefined;
  const given = toSpellings(entered.firstName);
  const family = toSpellings(entered.lastName);
  const mrzGiven = toWords(inMrz.firstName);
  const mrzFamily = toWords(inMrz.lastName);
  return (agree(given, mrzGiven) && agree(family, mrzFamily)) || (agree(given, mrzFamily) && agree(family, mrzGiven));
}

/** What is missing on either side contradicts nothing. */
function agree(spellings: readonly (readonly string[])[], words: readonly string[]): boolean {
  if (words.length === 0) return true;
  return spellings.some((spelling) => spelling.length === 0 || shareWord(spelling, words));
}

function shareWord(one: readonly string[], other: readonly string[]): boolean {
  if (isStartOf(one.join(''), other.join(''))) return true;
  return one.some((word) => other.some((otherWord) => isStartOf(word, otherWord)));
}

/** Equal, an initial, or one cut off; two letters alone may begin anything. */
function isStartOf(one: string, other: string): boolean {
  const [short, long] = one.length <= other.length ? [one, other] : [other, one];
  return short === long || (short.length !== 2 && long.startsWith(short));
}

function toSpellings(name: string): readonly (readonly string[])[] {
  const upper = name.normalize('NFC').toUpperCase();
  return [toWords(upper), toWords(upper.replace(/[ÄÖÜÅØÑ]/g, (letter) => pairs[letter] ?? letter))];
}

function toWords(name: string): readonly string[] {
  const plain = anyAscii(name.normalize('NFKD').replace(/\p{M}/gu, '').replace(/['’`]/g, '')).toUpperCase();
  const words = plain.split(/[^A-Z]+/).filter((word) => word !== '');
  const telling = words.filter((word) => !particles.has(word));
  return telling.length > 0 ? telling : words;
}

function hasLetter(text: string): boolean {
  return /\p{L}/u.test(text);
}

function isLatin(text: string): boolean {
  return !/(?!\p{Script=Latin})\p{L}/u.test(text);
}
