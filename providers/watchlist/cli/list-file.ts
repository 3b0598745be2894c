import type { ListedBirthDate, ListedName, ListedPerson } from '../listed-person.ts';
import { findPartialDate } from '../matching/score/birth-dates.ts';
import { readLines } from './read-lines.ts';

const TWO_LETTERS = /^[a-z]{2}$/iu;

/** What a list file does not say of a person. */
const NOTHING = { birthPlaces: [], documents: [], programmes: [], links: [] } as const;
const NONE: readonly never[] = [];

/** Persons of a list file: tab-separated id, source, main name, aliases, birth dates, countries; the last three by `|`. */
export function* readListFile(file: Buffer): Generator<ListedPerson> {
  const { birthPlaces, documents, programmes, links } = NOTHING;
  for (const line of readLines(file)) {
    const [entryId = '', , mainName = '', aliases = '', births = '', countries = ''] = line.split('\t');
    if (entryId === '' || mainName === '') continue;
    yield {
      entryId,
      names: toNames(mainName, aliases),
      birthDates: births === '' ? NONE : births.split('|').flatMap(toBirthDate),
      birthPlaces,
      countries: countries === '' ? NONE : countries.split('|').filter((country) => TWO_LETTERS.test(country)),
      documents,
      programmes,
      links,
    };
  }
}

function toNames(mainName: string, aliases: string): ListedName[] {
  const names: ListedName[] = [{ full: mainName, quality: 'primary' }];
  if (aliases === '') return names;
  for (const full of aliases.split('|'))
    if (full.trim() !== '' && full !== mainName) names.push({ full, quality: 'strong' });
  return names;
}

function toBirthDate(text: string): ListedBirthDate[] {
  const date = findPartialDate(text);
  if (date === undefined) return [];
  const { year, month, day } = date;
  return [{ year, ...(month > 0 && { month }), ...(day > 0 && { day }) }];
}
