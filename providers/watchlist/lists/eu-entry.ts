import { findBirthDate, toBirthDate } from './birth-date.ts';
import type { ListedBirthDate } from '../listed-person.ts';
import type { PersonDraft } from './person-draft.ts';

type Text = string | undefined;

export interface EuName {
  readonly whole: Text;
  readonly first: Text;
  readonly middle: Text;
  readonly last: Text;
  readonly strong: Text;
  readonly gender: Text;
}

export interface EuBirth {
  readonly date: Text;
  readonly year: Text;
  readonly month: Text;
  readonly day: Text;
  readonly yearFrom: Text;
  readonly yearTo: Text;
  readonly circa: Text;
  readonly calendar: Text;
  readonly place: readonly Text[];
}

/** The EU's code for an unknown country. */
const unknownCountry = '00';

/** A name of the EU's list; which one leads it does not say, so the first strong one does. */
export function addEuName(draft: PersonDraft, name: EuName): void {
  const parts = { given: name.first, middle: name.middle, family: name.last };
  const whole = name.whole ?? [name.first, name.middle, name.last].filter(Boolean).join(' ');
  draft.addName(whole, name.strong === 'false' ? 'weak' : 'strong', parts);
  draft.setGender(name.gender);
}

export function addEuBirth(draft: PersonDraft, birth: EuBirth): void {
  draft.addBirthDate(findEuBirthDate(birth));
  draft.addBirthPlace(...birth.place.filter((part) => part !== 'UNKNOWN' && part !== unknownCountry));
}

export function addEuCitizenship(draft: PersonDraft, code: Text, description: Text): void {
  draft.addCountry(code === unknownCountry ? undefined : (code ?? description));
}

/** Years of other calendars are left out: `1340` of the Hijri calendar is no year here. */
function findEuBirthDate(birth: EuBirth): ListedBirthDate | undefined {
  if (birth.calendar !== undefined && birth.calendar !== 'GREGORIAN') return undefined;
  const from = toBirthDate(Number(birth.yearFrom));
  const to = toBirthDate(Number(birth.yearTo));
  const range = from && to && to.year > from.year ? { year: from.year, yearTo: to.year } : (from ?? to);
  const whole = findBirthDate(birth.date) ?? toBirthDate(Number(birth.year), Number(birth.month), Number(birth.day));
  const found = whole ?? range;
  return found && birth.circa === 'true' ? { ...found, circa: true } : found;
}
