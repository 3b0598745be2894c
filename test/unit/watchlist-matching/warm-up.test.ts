import { afterEach, describe, expect, jest, test } from '@jest/globals';
import { buildIndex } from '../../../providers/watchlist/matching/index/build-index.ts';
import { toSnapshot } from '../../../providers/watchlist/matching/index/snapshot.ts';
import { Matcher } from '../../../providers/watchlist/matching/search/matcher.ts';
import { LONGEST_WARM_UP_MS, warmUp, warmUpInSlices } from '../../../providers/watchlist/matching/search/warm-up.ts';
import { warmUpName } from '../../../providers/watchlist/matching/search/warm-up-names.ts';
import { scriptOfWord } from '../../../providers/watchlist/matching/text/script.ts';
import { inventList, inventPerson } from './invented-persons.ts';

const index = buildIndex(inventList());
const nobody = buildIndex([]);

describe('warming up', () => {
  afterEach(() => void jest.restoreAllMocks());

  test('changes neither the index nor what a matcher of it finds', () => {
    const before = toSnapshot(index);
    const cold = new Matcher(buildIndex(inventList()));
    warmUp(index);
    const query = { name: 'Mahmud Talib El Zaurany' };
    expect(new Matcher(index).search(query, { top: 5 })).toEqual(cold.search(query, { top: 5 }));
    expect(toSnapshot(index).equals(before)).toBe(true);
  });

  test('has nothing to do for a list of nobody', async () => {
    expect(() => warmUp(nobody)).not.toThrow();
    await expect(warmUpInSlices(nobody)).resolves.toBeUndefined();
  });

  test('ends after its time, however long a search takes', () => {
    const search = jest.spyOn(Matcher.prototype, 'search');
    const now = jest.spyOn(performance, 'now');
    [0, 1, LONGEST_WARM_UP_MS - 1, LONGEST_WARM_UP_MS].forEach((ms) => now.mockReturnValueOnce(ms));
    warmUp(index);
    expect(search).toHaveBeenCalledTimes(3);
  });

  test('lets others have their turn between its slices', async () => {
    const turns: string[] = [];
    let ms = 0;
    jest.spyOn(performance, 'now').mockImplementation(() => (ms += 5));
    const warming = warmUpInSlices(index).then(() => turns.push('warm'));
    setImmediate(() => turns.push('another'));
    await warming;
    expect(turns).toEqual(['another', 'warm']);
  });
});

describe('the names it searches for', () => {
  const names = Array.from({ length: 400 }, (_, position) => warmUpName(index, position));

  test('are the same each time, and each has a letter', () => {
    expect(names).toEqual(names.map((_, position) => warmUpName(index, position)));
    expect(names.filter((name) => !/\p{L}/u.test(name))).toEqual([]);
  });

  test('are in every script that is read by code of its own', () => {
    const scripts = new Set(names.flatMap((name) => name.split(/[\s·・]/u)).map(scriptOfWord));
    for (const script of ['latin', 'arabic', 'cyrillic', 'greek', 'hebrew', 'han', 'kana', 'hangul', 'indic', 'thai'])
      expect([...scripts]).toContain(script);
  });

  test('come of a single name too', () => {
    const single = buildIndex([inventPerson('x', { names: ['Koshelevski'] })]);
    expect(() => warmUp(single)).not.toThrow();
  });
});
