import { describe, expect, test } from '@jest/globals';
import { buildIndex } from '../../providers/watchlist/matching/index/build-index.ts';
import { Matcher } from '../../providers/watchlist/matching/search/matcher.ts';
import { ALERT_THRESHOLD } from '../../providers/watchlist/matching/score/bands.ts';
import { findDataFile } from './data-files.ts';
import { ownNames } from './own-names.ts';
import { loadWatchlistSets } from './watchlist-sets.ts';

describe('among invented people', () => {
  const { persons, listed, notListed } = ownNames();
  const matcher = new Matcher(buildIndex(persons));
  const alerted = (name: string) =>
    matcher.search({ name }, { top: 1 }).matches.filter(({ units }) => units >= ALERT_THRESHOLD);

  test.each(listed.map(({ query, expected, kinds }) => [kinds.join(), query.name, [...expected]] as const))(
    '%s: %s is found',
    (_kind, name, expected) => {
      expect(alerted(name).map(({ entryId }) => entryId)).toEqual(expected);
    },
  );

  test.each(notListed.map(({ name }) => name))('%s raises no alert', (name) => {
    expect(alerted(name)).toEqual([]);
  });
});

const withData = findDataFile('names/list.tsv') === undefined ? describe.skip : describe;

withData('with ../shared/data', () => {
  test('every tenth listed name finds its own entry', () => {
    const [list] = loadWatchlistSets();
    if (list === undefined) throw new Error('no set');
    const matcher = new Matcher(buildIndex(list.persons));
    const sample = list.persons.filter((_, position) => position % 10 === 0);
    const lost = sample.flatMap(({ entryId, names }) =>
      names.filter(({ full }) => {
        const { status, matches } = matcher.search({ name: full }, { top: 1 });
        return status === 'searched' && !matches.some((match) => match.entryId === entryId);
      }),
    );
    expect(lost.map(({ full }) => full)).toEqual([]);
  }, 120_000);
});
