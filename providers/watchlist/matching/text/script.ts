/** The writing systems that are told apart; `other` is romanised character by character. */
export type Script =
  'latin' | 'arabic' | 'cyrillic' | 'greek' | 'hebrew' | 'han' | 'kana' | 'hangul' | 'indic' | 'thai' | 'other';

const RANGES: readonly (readonly [from: number, to: number, script: Script])[] = [
  [0x0000, 0x024f, 'latin'],
  [0x0250, 0x036f, 'latin'],
  [0x0370, 0x03ff, 'greek'],
  [0x0400, 0x052f, 'cyrillic'],
  [0x0590, 0x05ff, 'hebrew'],
  [0x0600, 0x06ff, 'arabic'],
  [0x0750, 0x077f, 'arabic'],
  [0x08a0, 0x08ff, 'arabic'],
  [0x0900, 0x0d7f, 'indic'],
  [0x0e00, 0x0e7f, 'thai'],
  [0x1100, 0x11ff, 'hangul'],
  [0x1e00, 0x1eff, 'latin'],
  [0x1f00, 0x1fff, 'greek'],
  [0x3005, 0x3007, 'han'],
  [0x3040, 0x30ff, 'kana'],
  [0x3130, 0x318f, 'hangul'],
  [0x31f0, 0x31ff, 'kana'],
  [0x3400, 0x4dbf, 'han'],
  [0x4e00, 0x9fff, 'han'],
  [0xac00, 0xd7af, 'hangul'],
  [0xf900, 0xfaff, 'han'],
  [0xfb1d, 0xfb4f, 'hebrew'],
  [0xfb50, 0xfdff, 'arabic'],
  [0xfe70, 0xfeff, 'arabic'],
  [0x20000, 0x3134f, 'han'],
];

/** The script of one code point, by Unicode block. */
export function scriptOf(codePoint: number): Script {
  if (codePoint < 0x250) return 'latin';
  return RANGES.find(([from, to]) => codePoint >= from && codePoint <= to)?.[2] ?? 'other';
}

/** The script of a word: that of its first letter outside Latin, else Latin. A single disguised letter gives it away. */
export function scriptOfWord(word: string): Script {
  for (const character of word) {
    const script = scriptOf(character.codePointAt(0) ?? 0);
    if (script !== 'latin') return script;
  }
  return 'latin';
}
