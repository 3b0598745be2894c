/** Letters that are no base letter with a mark, as a passport's machine-readable lines and a keyboard write them. */
const plainLetters: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  ł: 'l',
  ı: 'i',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  æ: 'a',
  œ: 'o',
};

/** Nobody's name is longer; what follows is not compared. */
const mostWords = 10;

export interface NameWords {
  /** Comparable: lower case, without accents. `Müller`, `Mueller` and `Muller` are one word. */
  readonly words: readonly string[];
  /** Whether some of it is written in another script than Latin, and so is not among the words. */
  readonly hasOtherScript: boolean;
}

export function toNameWords(name: string | undefined): NameWords {
  const letters = (name ?? '').normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase();
  const words = letters
    .replace(/['’`]/g, '')
    .replace(/[ßøłıđðþæœ]/g, (letter) => plainLetters[letter] ?? letter)
    .replace(/([aou])e/g, '$1')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
  const latin = words.filter((word) => /^\p{Script=Latin}+$/u.test(word));
  return { words: latin.slice(0, mostWords), hasOtherScript: latin.length < words.length };
}
