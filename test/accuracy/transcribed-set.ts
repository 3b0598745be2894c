import type { ListedPerson } from '../../providers/watchlist/listed-person.ts';
import type { MatchQuery } from '../../providers/watchlist/matching/search/query.ts';
import { halfOf, type JudgedSet, type TrueQuery } from './judged-set.ts';
import { LISTED_ABROAD, NOT_LISTED_ABROAD } from './transcribed-names.ts';

const SCRIPTS = ['han', 'kana', 'hangul'];

/** Foreigners as they are written in East Asia: listed ones to be found, others to be left alone. */
export function toTranscribedSet(persons: readonly ListedPerson[], notListed: readonly MatchQuery[]): JudgedSet {
  const words = persons.flatMap(({ entryId, names }) =>
    names.map(({ full }) => [entryId, new Set(wordsOf(full))] as const),
  );
  return {
    id: 'transcribed',
    persons,
    listed: LISTED_ABROAD.flatMap((row) => toTrueQueries(row, words)),
    notListed: [
      ...notListed,
      ...NOT_LISTED_ABROAD.flatMap((row) => row.split('|').map((name): MatchQuery => ({ name }))),
    ],
  };
}

type ListedWords = readonly (readonly [entryId: string, words: ReadonlySet<string>])[];

/** Right is every entry with all words of the Latin name; articles are not always written. */
function toTrueQueries(row: string, listed: ListedWords): TrueQuery[] {
  const [latin = '', ...forms] = row.split('|');
  const sought = wordsOf(latin).filter((word) => word !== 'al');
  const right = listed.filter(([, words]) => sought.every((word) => words.has(word)));
  const expected = new Set(right.map(([entryId]) => entryId));
  if (expected.size === 0) throw new Error(`${latin} is not listed`);
  return forms.map((name, at) => ({ query: { name }, expected, half: halfOf(latin), kinds: [SCRIPTS[at] ?? ''] }));
}

function wordsOf(name: string): string[] {
  const plain = name.toLowerCase().normalize('NFKD').replace(/\p{M}/gu, '');
  return plain.match(/[a-z]+/gu) ?? [];
}
