import type { ListedBirthDate, ListedName, ListedPerson } from '../listed-person.ts';
import { findPartialDate } from '../matching/score/birth-dates.ts';

const TWO_LETTERS = /^[a-z]{2}$/iu;

/** Persons of a list file: tab-separated id, source, main name, aliases, birth dates, countries; the last three by `|`. */
export function* readListFile(text: string): Generator<ListedPerson> {
  for (const line of text.split('\n')) {
    const [entryId = '', , mainName = '', aliases = '', births = '', countries = ''] = line
      .replace(/\r$/u, '')
      .split('\t');
    if (entryId === '' || mainName === '') continue;
    yield {
      entryId,
      names: toNames(mainName, aliases),
      birthDates: births.split('|').flatMap(toBirthDate),
      birthPlaces: [],
      countries: countries.split('|').filter((country) => TWO_LETTERS.test(country)),
      documents: [],
      programmes: [],
      links: [],
    };
  }
}

function toNames(mainName: string, aliases: string): ListedName[] {
  const others = aliases.split('|').filter((alias) => alias.trim() !== '' && alias !== mainName);
  return [{ full: mainName, quality: 'primary' }, ...others.map((full): ListedName => ({ full, quality: 'strong' }))];
}

function toBirthDate(text: string): ListedBirthDate[] {
  const date = findPartialDate(text);
  if (date === undefined) return [];
  const { year, month, day } = date;
  return [{ year, ...(month > 0 && { month }), ...(day > 0 && { day }) }];
}
