const FIRST_SYLLABLE = 0xac00;
const LAST_SYLLABLE = 0xd7a3;
const VOWELS = 21;
const FINALS = 28;
const INITIAL = ['g', 'kk', 'n', 'd', 'tt', 'r', 'm', 'b', 'pp', 's', 'ss', '', 'j', 'jj', 'ch', 'k', 't', 'p', 'h'];
// prettier-ignore
const VOWEL = [
  'a', 'ae', 'ya', 'yae', 'eo', 'e', 'yeo', 'ye', 'o', 'wa', 'wae', 'oe', 'yo', 'u', 'wo', 'we', 'wi', 'yu', 'eu', 'ui', 'i',
];
// prettier-ignore
const FINAL = [
  '', 'k', 'k', 'k', 'n', 'n', 'n', 't', 'l', 'k', 'm', 'l', 'l', 'l', 'p', 'l', 'm', 'p', 'p', 't', 't', 'ng', 't', 't', 'k',
  't', 'p', 't',
];
const DOUBLE_SURNAMES = new Set(['남궁', '선우', '황보', '제갈', '독고', '사공', '서문', '동방']);
/** Surnames as their bearers write them, where the official romanisation differs. */
// prettier-ignore
const SURNAMES: Readonly<Record<string, string>> = {
  김: 'kim', 이: 'lee', 리: 'ri', 박: 'park', 최: 'choi', 정: 'jung', 조: 'cho', 강: 'kang', 장: 'jang', 임: 'lim', 림: 'rim',
  신: 'shin', 유: 'yoo', 류: 'ryu', 노: 'roh', 로: 'ro', 오: 'oh', 우: 'woo', 전: 'jeon', 주: 'joo', 구: 'koo', 백: 'paek',
  문: 'moon', 허: 'heo', 곽: 'kwak', 권: 'kwon', 고: 'ko', 손: 'son', 안: 'ahn', 양: 'yang', 염: 'yeom', 여: 'yeo',
};

/**
 * A Korean name, surname first, as its two or more words in Latin letters; a word after a space is taken as it is.
 * `김정은` → `kim`, `jeongeun`.
 */
export function romaniseKoreanName(words: readonly string[]): string[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const surnameLength = DOUBLE_SURNAMES.has(first.slice(0, 2)) ? 2 : 1;
  if (rest.length > 0 || first.length <= surnameLength || first.length > 4) {
    return [SURNAMES[first] ?? romaniseHangul(first), ...rest.map((word) => SURNAMES[word] ?? romaniseHangul(word))];
  }
  const surname = first.slice(0, surnameLength);
  return [SURNAMES[surname] ?? romaniseHangul(surname), romaniseHangul(first.slice(surnameLength))];
}

/** Revised romanisation, syllable by syllable, finals as spoken. */
export function romaniseHangul(word: string): string {
  let latin = '';
  for (const character of word) {
    const code = character.codePointAt(0) ?? 0;
    if (code < FIRST_SYLLABLE || code > LAST_SYLLABLE) latin += character;
    else latin += romaniseSyllable(code - FIRST_SYLLABLE);
  }
  return latin;
}

// prettier-ignore
const INITIAL_SYMBOLS = ['g', 'k', 'n', 'd', 't', 'L', 'm', 'B', 'p', 'N', 'N', '', 'I', 'I', 'C', 'k', 't', 'P', 'H'];
const FINAL_SYMBOLS: Readonly<Record<string, string>> = { l: 'L', ng: 'n', p: 'B' };

/** The consonants that a syllable begins and ends with; empty where it has none. */
export type Syllable = readonly [initial: string, final: string];

/** The consonants of each syllable of a transcribed word, as `sound/symbols.ts` has them. */
export function soundsOfHangul(word: string): Syllable[] {
  return Array.from(word, (character): Syllable => {
    const offset = (character.codePointAt(0) ?? 0) - FIRST_SYLLABLE;
    if (offset < 0 || offset > LAST_SYLLABLE - FIRST_SYLLABLE) return ['', ''];
    const initial = INITIAL_SYMBOLS[Math.floor(offset / (VOWELS * FINALS))] ?? '';
    const vowel = VOWEL[Math.floor(offset / FINALS) % VOWELS] ?? '';
    const final = FINAL[offset % FINALS] ?? '';
    return [initial === '' && vowel.startsWith('w') ? 'W' : initial, FINAL_SYMBOLS[final] ?? final];
  });
}

function romaniseSyllable(offset: number): string {
  const initial = INITIAL[Math.floor(offset / (VOWELS * FINALS))] ?? '';
  const vowel = VOWEL[Math.floor(offset / FINALS) % VOWELS] ?? '';
  return initial + vowel + (FINAL[offset % FINALS] ?? '');
}
