/** Initial sound of each consonant, by the Royal Thai General System; the other names in use are near it. */
// prettier-ignore
const CONSONANTS: Readonly<Record<string, string>> = {
  ก: 'k', ข: 'kh', ฃ: 'kh', ค: 'kh', ฅ: 'kh', ฆ: 'kh', ง: 'ng', จ: 'ch', ฉ: 'ch', ช: 'ch', ซ: 's', ฌ: 'ch', ญ: 'y', ฎ: 'd',
  ฏ: 't', ฐ: 'th', ฑ: 'th', ฒ: 'th', ณ: 'n', ด: 'd', ต: 't', ถ: 'th', ท: 'th', ธ: 'th', น: 'n', บ: 'b', ป: 'p', ผ: 'ph',
  ฝ: 'f', พ: 'ph', ฟ: 'f', ภ: 'ph', ม: 'm', ย: 'y', ร: 'r', ล: 'l', ว: 'w', ศ: 's', ษ: 's', ส: 's', ห: 'h', ฬ: 'l', อ: '',
  ฮ: 'h', ฤ: 'rue', ฦ: 'lue',
};
// prettier-ignore
const VOWELS: Readonly<Record<string, string>> = {
  'ะ': 'a', 'ั': 'a', 'า': 'a', 'ำ': 'am', 'ิ': 'i', 'ี': 'i', 'ึ': 'ue', 'ื': 'ue', 'ุ': 'u', 'ู': 'u', 'ๅ': '', '็': '',
  'ํ': 'm',
};
/** Vowels that are written before the consonant after which they are spoken. */
const LEADING: Readonly<Record<string, string>> = { เ: 'e', แ: 'ae', โ: 'o', ใ: 'ai', ไ: 'ai' };
const SILENT_MARK = '์';

/** Latin letters of a Thai word. Unwritten vowels stay unwritten: the caller compares it as an abjad. */
export function romaniseThai(word: string): string {
  const spoken: string[] = [];
  let leading = '';
  for (const character of word) {
    const consonant = CONSONANTS[character];
    if (consonant !== undefined) {
      spoken.push(consonant + leading);
      leading = '';
    } else if (LEADING[character] !== undefined) leading = LEADING[character];
    else if (character === SILENT_MARK) spoken.pop();
    else spoken.push(VOWELS[character] ?? '');
  }
  return spoken.join('').replace(/rr/gu, 'a');
}
