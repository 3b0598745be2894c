import { beforeAll, describe, expect, test } from '@jest/globals';
import { buildIndex } from '../../../providers/watchlist/matching/index/build-index.ts';
import { Matcher } from '../../../providers/watchlist/matching/search/matcher.ts';
import type { MatchQuery } from '../../../providers/watchlist/matching/search/query.ts';
import { inventCrowd, inventList, inventPerson } from './invented-persons.ts';
import { readComputingMs } from '../../support/computing-time.ts';

let matcher: Matcher;
beforeAll(() => {
  matcher = new Matcher(buildIndex(inventList()));
});

const bestOf = (query: MatchQuery) => matcher.search(query, { top: 1 }).matches[0];

describe('finds a listed guest', () => {
  test.each([
    ['as listed', 'Mahmoud Taleb AL-ZAWRANI', 'p1'],
    ['in another spelling', 'Mahmud Talib El Zaurany', 'p1'],
    ['without the middle name', 'Mahmoud Zawrani', 'p1'],
    ['with the family name first', 'ZAWRANI MAHMOUD TALEB', 'p1'],
    ['with a letter wrong', 'Mahmoud Taleb Zawrami', 'p1'],
    ['in Arabic', 'محمود طالب الزوراني', 'p1'],
    ['in Cyrillic', 'Григорий Павлович Цветаевский', 'p2'],
    ['in Ukrainian', 'Григорій Цвєтаєвський', 'p2'],
    ['by an initial', 'G. P. Tsvetayevsky', 'p2'],
    ['in Hangul', '남궁종환', 'p3'],
    ['with the given name in one word', 'Namgung Jonghwan', 'p3'],
    ['with the surname spelled otherwise', 'Namkoong Chong-hwan', 'p3'],
    ['in Chinese characters', '谢振龙', 'p4'],
    ['in older Chinese spelling', 'Hsieh Chen-lung', 'p4'],
    ['in Greek', 'Ελευθέριος Παπακωνσταντής', 'p5'],
    ['in Devanagari', 'राजेन्द्र कुमार विश्वनाथ', 'p6'],
    ['in Hebrew', 'אברהם בן צבי קצנלסון', 'p7'],
    ['in another language', 'Joseph Bragadini', 'p8'],
    ['in Japanese', '山崎 武', 'p9'],
    ['in Katakana', 'タケシ ヤマザキ', 'p9'],
    ['in Thai', 'สมชาย รัตนโกสินทร์', 'p10'],
    ['in Chinese characters that spell a foreign name', '格里戈里·帕夫洛维奇·茨韦塔耶夫斯基', 'p2'],
    ['in Katakana that spells a foreign name', 'グリゴリー・ツヴェターエフスキー', 'p2'],
    ['in Hangul that spells a foreign name', '그리고리 파블로비치 츠베타옙스키', 'p2'],
    ['in Chinese characters, with a name that convention spells', '朱塞佩·布拉加迪尼', 'p8'],
    ['with compounds split', 'Abdulrahman Nasr Ullah Durzadeh', 'p11'],
    ['with a letter on the other side of a space', 'Rajendr aKumar Vishwanath', 'p6'],
    ['with a letter of an article on the other side', 'Mahmoud Taleba L-Zawrani', 'p1'],
    ['with all in one word', 'Giuseppebragadini', 'p8'],
    ['with a word torn in two', 'Eleftherios Papako nstantis', 'p5'],
    ['with two letters swapped', 'Giusepep Bragadiin', 'p8'],
    ['with two letters swapped that were one sound', 'Grigory TSVETAYEVKSY', 'p2'],
    ['in the spelling of a passport zone', 'MUELLER<GROSSKREUTZ<<JUERGEN', 'p14'],
  ])('%s', (_how, name, entryId) => {
    expect(bestOf({ name })).toMatchObject({ entryId, band: 'possible' });
  });
});

test('takes a number for no initial, whatever word was looked at before it', () => {
  const numbered = new Matcher(buildIndex([inventPerson('numbered', { names: ['Safia Bertha 7'] })]));
  const lines = numbered.explain({ name: 'Sofia Berggren' }, 0)?.contributions ?? [];
  expect(lines).not.toContainEqual(expect.objectContaining({ comparison: 'initial' }));
});

describe('leaves alone', () => {
  test.each([
    'Anna Lindqvist',
    'John Smith',
    'Wei Chen',
    'محمد علي',
    'Fatima Hassan',
    'Pedro Almeida',
    '约翰·史密斯',
    'ジョン・スミス',
    '존 스미스',
    '玛丽亚·费尔南德斯',
  ])('%s', (name) => {
    expect(bestOf({ name })?.band ?? 'none').toBe('none');
  });

  test('a guest who only shares the given name', () => {
    expect(bestOf({ name: 'Grigory Antonov' })?.band).toBe('none');
  });

  test('a guest whose one name a listed person of one name only resembles', () => {
    expect(bestOf({ name: 'Zarvan Karimov' })?.band).toBe('none');
  });
});

describe('evidence beside the name', () => {
  const name = 'Mahmoud Taleb Zawrani';

  test('a name alone, however exact, is at most possible', () => {
    for (const { names } of inventList()) {
      const full = names[0]?.full ?? '';
      expect(['possible', 'none']).toContain(bestOf({ name: full, countries: ['SY'] })?.band);
    }
  });

  test('an exact birth date makes it strong, a distant one takes it away', () => {
    expect(bestOf({ name, birthDate: '1971-03-12' })?.band).toBe('strong');
    expect(bestOf({ name, birthDate: '1999-08-01' })?.band).toBe('none');
  });

  test('a swapped or mistyped birth date counts less than an exact one and more than none', () => {
    const [exact, swapped, slip, none] = ['1971-03-12', '1971-12-03', '1971-03-17', ''].map(
      (birthDate) => bestOf({ name, birthDate })?.units ?? 0,
    ) as [number, number, number, number];
    expect(exact).toBeGreaterThan(swapped);
    expect(swapped).toBeGreaterThan(none);
    expect(slip).toBeGreaterThan(none);
  });

  test('the number of a document counts, however it is spaced', () => {
    expect(bestOf({ name: 'Giuseppe Bragadini', documentNumbers: ['ya 123-4567'] })?.band).toBe('strong');
  });

  test('another gender speaks against', () => {
    const without = bestOf({ name: 'Grigory Tsvetayevsky' })?.units ?? 0;
    expect(bestOf({ name: 'Grigory Tsvetayevsky', gender: 'F' })?.units).toBeLessThan(without);
  });

  test('a weak alias counts less', () => {
    const weak = bestOf({ name: 'Olga Weissenbrunner' })?.units ?? 0;
    expect(weak).toBeLessThan(bestOf({ name: 'Eleftherios Papakonstantis' })?.units ?? 0);
  });
});

test('those who tie with the last one shown are shown too', () => {
  const [twin] = inventList();
  if (twin === undefined) throw new Error('the list is empty');
  const twins = new Matcher(buildIndex([twin, { ...twin, entryId: 'twin' }]));
  expect(twins.search({ name: 'Mahmoud Zawrani' }, { top: 1 }).matches.map(({ entryId }) => entryId)).toEqual([
    'p1',
    'twin',
  ]);
});

test('a search gives each person the score that they have by themselves, whomever it was asked for before', () => {
  const list = inventCrowd(60);
  const searching = new Matcher(buildIndex(list));
  const names = inventCrowd(200).flatMap((person) => person.names.map(({ full }) => full));
  for (const name of names) {
    const { matches } = searching.search({ name }, { top: 5 });
    const alone = new Matcher(searching.index);
    expect(matches.map(({ person }) => alone.scoreOf({ name }, person))).toEqual(matches.map(({ units }) => units));
  }
});

test('a query without a letter says so', () => {
  expect(matcher.search({ name: '…💥' }, { top: 5 })).toEqual({ status: 'no_name', matches: [] });
});

test('a first guest who is like nobody, with an initial that is listed, leaves the next search as it is', () => {
  const fresh = new Matcher(buildIndex([inventPerson('x', { names: ['Koshelevski V.'] })]));
  fresh.search({ name: 'Zzq V' }, { top: 1 });
  expect(fresh.search({ name: 'V Koshelevski' }, { top: 1 }).matches).toMatchObject([{ entryId: 'x' }]);
});

test('an empty list finds nobody', () => {
  expect(new Matcher(buildIndex([])).search({ name: 'Anyone' }, { top: 5 })).toEqual({
    status: 'searched',
    matches: [],
  });
});

test.each([
  ['10,000 letters', 'a'.repeat(10_000)],
  ['2,000 words', 'Mohammed '.repeat(2_000)],
  ['ambiguous letters', 'جوعذ'.repeat(2_500)],
  ['one letter', 'x'],
  ['direction marks', '\u202e\u200f'.repeat(5_000) + 'Ali'],
  ['null bytes', '\0Ali\0'.repeat(2_000)],
  ['characters', '金'.repeat(10_000)],
  ['lone surrogates', '\ud800'.repeat(10_000)],
])('a name of %s takes no longer than twenty milliseconds', (_what, name) => {
  // The best of many: in most of them the garbage collector, or the compiler, has its turn.
  const runs = Array.from({ length: 25 }, () => {
    const started = readComputingMs();
    matcher.search({ name }, { top: 5 });
    return readComputingMs() - started;
  });
  expect(Math.min(...runs)).toBeLessThan(20);
});
