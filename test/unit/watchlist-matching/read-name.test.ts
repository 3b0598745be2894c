import { expect, test } from '@jest/globals';
import { readName } from '../../../providers/watchlist/matching/parts/read-name.ts';
import { MOST_PARTS } from '../../../providers/watchlist/matching/parts/written-name.ts';

const textsOf = (name: string): string[] => readName(name).map((reading) => reading.map(({ text }) => text).join(' '));

test.each([
  ['a family name before a comma goes last', 'SALEK, Abdulaziz', 'abd aziz salek'],
  ['titles and articles are left out', 'Dr. Mahmoud AL-Tikriti', 'mahmoud tikriti'],
  ['machine-readable fillers separate words', 'MUSTERMANN<<ERIKA<<<', 'mustermann erika'],
  ['words run together are separated', 'IgorSechin', 'igor sechin'],
  ['a word that is repeated over and over counts three times', 'Omar '.repeat(40), 'omar omar omar'],
  ['capitals without a vowel are initials', 'JC Juncker', 'j c juncker'],
  ['special letters are spelled out', 'Großkreutz Æbelø', 'grosskreutz aebelo'],
  ['compounds of God and faith are split', 'Nasrullah Salahuddin', 'nasr allah salah din'],
  ['Slavic surnames that begin like a compound stay whole', 'Ivan Abdulov', 'ivan abdulov'],
  ['legal forms say nothing', 'Bragadini Trading Ltd', 'bragadini trading'],
  ['a title alone is a name', 'Mister', 'mister'],
])('%s', (_promise, name, expected) => {
  expect(textsOf(name)).toEqual([expected]);
});

test.each([
  ['Cyrillic', 'Григорий Щукин', 'grigoriy shchukin'],
  ['Ukrainian', 'Юлія Ґонта', 'yuliya gonta'],
  ['Greek', 'Γεώργιος Μπακογιάννης', 'georgios bakogiannis'],
  ['Hangul', '김정환', 'kim jeonghwan'],
  ['Hangul with a surname of two syllables', '남궁민수', 'namgung minsu'],
  ['Devanagari with unspoken vowels dropped', 'राजेन्द्र कुमार', 'rajendra kumar'],
  ['Georgian', 'ბარაკ', 'barak'],
  ['Armenian', 'Բարակ', 'barak'],
])('%s is read in Latin letters', (_script, name, expected) => {
  expect(textsOf(name)).toEqual([expected]);
});

test.each([
  ['Chinese characters', '贝拉克·奥巴马', 'beilake/BLk aobama/Bm'],
  ['Chinese characters with a dot, however few,', '拜登·马多', 'baideng/Bdn maduo/md'],
  ['Katakana', 'バラク・オバマ', 'baraku/BLk obama/Bm'],
  ['Hangul', '버락 오바마', 'beorak/BLk obama/Bm'],
  ['a doubled consonant', 'シラージュッディン・ハッカーニ', 'shirajuddin/NLIdn hakkani/Hkn'],
  ['an n before an m', '罕默德·哈米德', 'hanmode/Hmd hamide/Hmd'],
  ['a v before a consonant', 'ウラジスラフ・ヴォルコフ', 'urajisurafu/WLINLF vorukofu/vLkF'],
])('%s of a foreign name are read as its consonants too', (_what, name, expected) => {
  const reading = readName(name).at(-1) ?? [];
  expect(reading.map(({ text, spoken }) => `${text}/${spoken}`).join(' ')).toBe(expected);
  expect(new Set(reading.map(({ certainty }) => certainty))).toEqual(new Set(['transcribed']));
});

test.each(['ウラジーミル', '弗拉基米尔·阿里', '블라디미르 알리'])('a foreign name by convention: %s', (name) => {
  expect(
    readName(name)
      .at(-1)
      ?.map(({ text, certainty }) => [text, certainty])[0],
  ).toEqual(['vladimir', 'spelled']);
});

test.each(['谢振龙', '欧阳 修', '王伟', '김정환', '남궁 민수', '이 수'])(
  '%s is read as a name of its own people only',
  (name) => {
    expect(
      readName(name)
        .flat()
        .some(({ certainty }) => certainty === 'transcribed'),
    ).toBe(false);
  },
);

test('Chinese characters are read as Chinese and, where they can be, as Japanese or Korean', () => {
  expect(textsOf('山崎 武')).toEqual(['shanqi wu', 'yamazaki takeshi']);
  expect(textsOf('金正恩')).toEqual(['jin zhengen', 'kim zhengen']);
  expect(textsOf('单田芳')).toEqual(['shan tianfang']);
});

test('scripts without vowels keep their letters, with articles and compounds split', () => {
  expect(textsOf('عبد الرحمن القذافي')).toEqual(['abd رحمن قذافی']);
  expect(textsOf('נתן')).toEqual(['נתנ']);
});

test.each(['', '   ', '💥💥', '\u202e\u200f', '\0\0', '---', '\u0301'.repeat(5000)])('%j holds no name', (name) => {
  expect(readName(name)).toEqual([]);
});

test('a name without end is cut to what is compared', () => {
  const words = Array.from({ length: 5000 }, (_unused, at) => `Abel${String.fromCodePoint(97 + (at % 26))}`);
  expect(readName(words.join(' '))[0]?.length).toBe(MOST_PARTS);
});
