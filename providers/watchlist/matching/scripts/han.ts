import anyAscii from 'any-ascii';
import { JAPANESE_WORDS } from './japanese-names.ts';

/** Readings that a character has as a surname, other than its usual one. */
// prettier-ignore
const SURNAME_READINGS: Readonly<Record<string, string>> = {
  单: 'shan', 單: 'shan', 曾: 'zeng', 解: 'xie', 仇: 'qiu', 查: 'zha', 区: 'ou', 區: 'ou', 任: 'ren', 朴: 'piao', 盖: 'ge',
  蓋: 'ge', 宓: 'fu', 尉: 'wei', 折: 'she', 翟: 'zhai', 乐: 'yue', 樂: 'yue', 员: 'yun', 缪: 'miao', 繆: 'miao', 召: 'shao',
  覃: 'qin', 黑: 'he', 秘: 'bi', 冼: 'xian', 幺: 'yao', 褚: 'chu', 盛: 'sheng', 沈: 'shen', 贾: 'jia', 賈: 'jia', 石: 'shi',
};
// prettier-ignore
const DOUBLE_SURNAMES = new Set([
  '欧阳', '歐陽', '司马', '司馬', '诸葛', '諸葛', '上官', '司徒', '东方', '東方', '皇甫', '尉迟', '尉遲', '公孙', '公孫', '慕容',
  '令狐', '夏侯', '长孙', '長孫', '端木', '南宫', '南宮', '宇文', '申屠', '独孤', '獨孤',
]);
/** Hanja surnames as Koreans write them. */
// prettier-ignore
const KOREAN_SURNAMES: Readonly<Record<string, string>> = {
  金: 'kim', 李: 'lee', 朴: 'park', 崔: 'choi', 鄭: 'jung', 趙: 'cho', 姜: 'kang', 張: 'jang', 林: 'lim', 申: 'shin', 柳: 'yoo',
  劉: 'yoo', 盧: 'roh', 吳: 'oh', 禹: 'woo', 全: 'jeon', 朱: 'joo', 具: 'koo', 白: 'paek', 文: 'moon', 許: 'heo', 郭: 'kwak',
  權: 'kwon', 高: 'ko', 孫: 'son', 安: 'ahn', 梁: 'yang', 韓: 'han', 徐: 'seo', 黃: 'hwang', 宋: 'song', 尹: 'yoon', 洪: 'hong',
};
const SEPARATOR = '·';

/**
 * The ways to read a name in Chinese characters, each a list of Latin words: as Chinese (pinyin, surname first where it
 * is one word), as Japanese where every word is known, with a Korean surname where the first character is one.
 */
export function readHanName(words: readonly string[]): string[][] {
  const chinese = readChinese(words);
  const readings = [chinese];
  const japanese = readJapanese(words);
  if (japanese !== undefined) readings.push(japanese);
  const korean = KOREAN_SURNAMES[words[0]?.[0] ?? ''];
  if (korean !== undefined && words.length === 1) readings.push([korean, ...chinese.slice(1)]);
  return readings;
}

function readChinese(words: readonly string[]): string[] {
  const [first, ...rest] = words;
  if (first === undefined) return [];
  const isForeign = first.includes(SEPARATOR) || Array.from(first).length > 4;
  if (rest.length > 0 || isForeign)
    return words.map((word) => pinyinOf(word, word.length <= 2 && SURNAME_READINGS[word] !== undefined));
  const characters = Array.from(first);
  const surnameLength = DOUBLE_SURNAMES.has(first.slice(0, 2)) && characters.length > 2 ? 2 : 1;
  if (characters.length <= surnameLength) return [pinyinOf(first, true)];
  const surname = characters.slice(0, surnameLength).join('');
  return [pinyinOf(surname, true), pinyinOf(characters.slice(surnameLength).join(''), false)];
}

function pinyinOf(word: string, asSurname: boolean): string {
  const surname = asSurname ? SURNAME_READINGS[word] : undefined;
  return (
    surname ??
    anyAscii(word)
      .toLowerCase()
      .replace(/[^a-z]/gu, '')
  );
}

function readJapanese(words: readonly string[]): string[] | undefined {
  const known = words.map((word) => JAPANESE_WORDS.get(word));
  if (known.every((reading) => reading !== undefined)) return known;
  const [only] = words;
  return words.length === 1 && only !== undefined ? splitJapanese(only) : undefined;
}

/** A name without a space: the first cut at which both halves are known words. */
function splitJapanese(word: string): string[] | undefined {
  for (let cut = 1; cut < word.length; cut += 1) {
    const surname = JAPANESE_WORDS.get(word.slice(0, cut));
    const given = JAPANESE_WORDS.get(word.slice(cut));
    if (surname !== undefined && given !== undefined) return [surname, given];
  }
  return undefined;
}
