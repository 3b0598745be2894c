import anyAscii from 'any-ascii';

const KATAKANA_FIRST = 0x30a1;
const KATAKANA_LAST = 0x30f6;
const TO_HIRAGANA = 0x60;
const SMALL: Readonly<Record<string, string>> = {
  ゃ: 'a',
  ゅ: 'u',
  ょ: 'o',
  ぁ: 'a',
  ぃ: 'i',
  ぅ: 'u',
  ぇ: 'e',
  ぉ: 'o',
};
const SIBILANT_BEFORE_GLIDE = /(?:sh|ch|j)$/u;
const DOUBLING = 'っ';
const LONG = 'ー';

/** Hepburn romanisation of hiragana and katakana, long vowels written once (タロウ → taro). */
export function romaniseKana(word: string): string {
  let latin = '';
  let doubled = false;
  for (const character of word) {
    const kana = toHiragana(character);
    if (kana === DOUBLING) doubled = true;
    else if (kana !== LONG) {
      latin = appendKana(latin, kana, doubled);
      doubled = false;
    }
  }
  return latin.replace(/ou|oo/gu, 'o').replace(/uu/gu, 'u');
}

function appendKana(latin: string, kana: string, doubled: boolean): string {
  const small = SMALL[kana];
  if (small !== undefined && latin !== '') {
    const stem = latin.slice(0, -1);
    const glide = 'ゃゅょ'.includes(kana) && !SIBILANT_BEFORE_GLIDE.test(stem) ? 'y' : '';
    return stem + glide + small;
  }
  const syllable = anyAscii(kana).toLowerCase();
  return latin + (doubled ? (syllable[0] ?? '') : '') + syllable;
}

function toHiragana(character: string): string {
  const code = character.codePointAt(0) ?? 0;
  return code >= KATAKANA_FIRST && code <= KATAKANA_LAST ? String.fromCodePoint(code - TO_HIRAGANA) : character;
}
