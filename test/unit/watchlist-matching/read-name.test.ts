import { expect, test } from '@jest/globals';
import { MOST_PARTS, readName } from '../../../providers/watchlist/matching/parts/read-name.ts';

const textsOf = (name: string): string[] => readName(name).map((reading) => reading.map(({ text }) => text).join(' '));

test.each([
  ['a family name before a comma goes last', 'SALEK, Abdulaziz', 'abd aziz salek'],
  ['titles and articles are left out', 'Dr. Mahmoud AL-Tikriti', 'mahmoud tikriti'],
  ['machine-readable fillers separate words', 'MUSTERMANN<<ERIKA<<<', 'mustermann erika'],
  ['words run together are separated', 'IgorSechin', 'igor sechin'],
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
  ['Katakana', 'バラク・オバマ', 'baraku obama'],
  ['Devanagari with unspoken vowels dropped', 'राजेन्द्र कुमार', 'rajendra kumar'],
  ['Georgian', 'ბარაკ', 'barak'],
  ['Armenian', 'Բարակ', 'barak'],
])('%s is read in Latin letters', (_script, name, expected) => {
  expect(textsOf(name)).toEqual([expected]);
});

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
  expect(readName('Abel Cedric '.repeat(5000))[0]?.length).toBe(MOST_PARTS);
});
