import type { ListedBirthDate, ListedName, ListedPerson } from '../listed-person.ts';
import { findPartialDate } from '../matching/score/birth-dates.ts';

const NEWLINE = 0x0a;
const BYTE_ORDER_MARK = Buffer.from('\ufeff');
const TWO_LETTERS = /^[a-z]{2}$/iu;

/** Persons of a list file: tab-separated id, source, main name, aliases, birth dates, countries; the last three by `|`. */
export function* readListFile(file: Buffer): Generator<ListedPerson> {
  for (const line of readLines(file)) {
    const [entryId = '', , mainName = '', aliases = '', births = '', countries = ''] = line.split('\t');
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

/** The lines of a file, decoded one by one: a slice of the whole text would keep all of it in memory. */
function* readLines(file: Buffer): Generator<string> {
  for (let start = file.subarray(0, 3).equals(BYTE_ORDER_MARK) ? 3 : 0; start < file.length;) {
    const found = file.indexOf(NEWLINE, start);
    const end = found < 0 ? file.length : found;
    yield file.toString('utf8', start, end).replace(/\r$/u, '');
    start = end + 1;
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
