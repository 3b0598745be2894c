import { splitNumbered } from './clean-text.ts';
import { findBirthDate } from './birth-date.ts';
import type { PersonDraft } from './person-draft.ts';

type Text = string | undefined;

export interface UkName {
  /** Name 1 to Name 5: given names, in order. */
  readonly given: readonly Text[];
  /** Name 6: the family name, or the only name. */
  readonly family: Text;
  /** `Primary Name`, `Primary Name Variation`, `Alias`; in the older list `Primary name`, `Prime Alias`, `AKA`, `FKA`. */
  readonly type: Text;
  /** `Good quality`, `Low quality`; in the older list `Good`, `Low`. */
  readonly strength: Text;
}

export function addUkName(draft: PersonDraft, name: UkName): void {
  const [given, ...middle] = name.given.flatMap((part) => part ?? []);
  const full = [given, ...middle, name.family].filter(Boolean).join(' ');
  const primary = /^primary name$/i.test(name.type ?? '');
  const weak = /^low/i.test(name.strength ?? '');
  const parts = given === undefined ? {} : { given, middle: middle.join(' '), family: name.family };
  draft.addName(full, weak ? 'weak' : primary ? 'primary' : 'strong', parts);
}

/** Unknown parts are `00` in the older list, `dd` and `mm` in the current one. */
export function addUkBirthDates(draft: PersonDraft, text: Text): void {
  for (const date of splitNumbered(text)) draft.addBirthDate(findBirthDate(date));
}

export function addUkCountries(draft: PersonDraft, text: Text): void {
  for (const country of splitNumbered(text)) draft.addCountry(country);
}

export function addUkBirthPlaces(draft: PersonDraft, town: Text, country: Text): void {
  const countries = splitNumbered(country);
  const towns = splitNumbered(town);
  const count = Math.max(towns.length, countries.length);
  for (let index = 0; index < count; index += 1) draft.addBirthPlace(towns[index], countries[index] ?? countries[0]);
}

export function addUkDocuments(draft: PersonDraft, type: string, numbers: Text): void {
  for (const number of splitNumbered(numbers)) draft.addDocument({ type, number });
}
