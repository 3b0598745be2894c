import type { ListedBirthDate, ListedPerson } from '../../providers/watchlist/listed-person.ts';
import { findPartialDate } from '../../providers/watchlist/matching/score/birth-dates.ts';
import type { MatchQuery } from '../../providers/watchlist/matching/search/query.ts';
import { halfOf, type JudgedSet, type TrueQuery } from './judged-set.ts';

const SHARE_BANNED = 10;

/**
 * A property's own list: every tenth of the given guests is banned, and comes back with a slip in the birth date and
 * another spelling of the name. The others are not listed, but bear the same kind of names.
 */
export function toBanList(guests: readonly MatchQuery[]): JudgedSet {
  const isBanned = (position: number) => position % SHARE_BANNED === 0;
  const banned = guests.filter((_, position) => isBanned(position));
  return {
    id: 'own_ban_list',
    persons: banned.map((guest, position) => toListedPerson(`ban-${position}`, guest)),
    listed: banned.map((guest, position) => toReturningGuest(guest, position)),
    notListed: guests.filter((_, position) => !isBanned(position)),
  };
}

function toListedPerson(entryId: string, { name, birthDate = '' }: MatchQuery): ListedPerson {
  const date = findPartialDate(birthDate);
  const births: ListedBirthDate[] = date === undefined ? [] : [{ year: date.year, month: date.month, day: date.day }];
  return {
    entryId,
    names: [{ full: name, quality: 'primary' }],
    birthDates: births,
    birthPlaces: [],
    countries: [],
    documents: [],
    programmes: [],
    links: [],
  };
}

function toReturningGuest({ name, birthDate = '' }: MatchQuery, position: number): TrueQuery {
  const [slip, change] = [
    DATE_SLIPS[position % DATE_SLIPS.length],
    NAME_CHANGES[Math.floor(position / 3) % NAME_CHANGES.length],
  ];
  if (slip === undefined || change === undefined) throw new Error('no slips');
  return {
    query: { name: change.apply(name), birthDate: slip.apply(birthDate) },
    expected: new Set([`ban-${position}`]),
    half: halfOf(`${name}${birthDate}`),
    kinds: [slip.kind, change.kind],
  };
}

interface Change {
  readonly kind: string;
  readonly apply: (text: string) => string;
}

const DATE_SLIPS: readonly Change[] = [
  { kind: 'day_and_month_swapped', apply: swapDayAndMonth },
  { kind: 'one_digit_wrong', apply: (date) => date.slice(0, 9) + String((Number(date.slice(9)) + 3) % 10) },
  { kind: 'year_one_off', apply: (date) => String(Number(date.slice(0, 4)) + 1) + date.slice(4) },
];

const NAME_CHANGES: readonly Change[] = [
  { kind: 'name_as_it_was', apply: (name) => name },
  { kind: 'family_name_first', apply: (name) => name.split(' ').reverse().join(' ') },
  { kind: 'letter_missing', apply: (name) => name.slice(0, -3) + name.slice(-2) },
  { kind: 'letters_swapped', apply: (name) => name.slice(0, 2) + name.charAt(3) + name.charAt(2) + name.slice(4) },
  {
    kind: 'middle_name_left_out',
    apply: (name) =>
      name
        .split(' ')
        .filter((_, at, all) => at === 0 || at === all.length - 1)
        .join(' '),
  },
];

function swapDayAndMonth(date: string): string {
  const [year = '', month = '', day = ''] = date.split('-');
  return Number(day) <= 12 ? `${year}-${day}-${month}` : `${year}-${month}-${day.split('').reverse().join('')}`;
}
