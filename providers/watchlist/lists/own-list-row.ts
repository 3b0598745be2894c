import { findBirthDate } from './birth-date.ts';
import { splitBy } from './clean-text.ts';
import { findCountryCode } from './country-code.ts';
import type { CsvRow } from './csv-table.ts';
import { findDay } from './listed-day.ts';
import type { OwnListProblem, OwnListReason } from './own-list-error.ts';
import type { OwnListMapping } from './own-list-mapping.ts';
import type { PersonDraft } from './person-draft.ts';

type MappedColumn = Exclude<keyof OwnListMapping, 'dateOrder'>;

const formula = /^[=+\-@]/;
const maxNameLength = 400;
const genders: Readonly<Record<string, 'M' | 'F'>> = {
  m: 'M',
  male: 'M',
  mr: 'M',
  f: 'F',
  female: 'F',
  mrs: 'F',
  ms: 'F',
};

/** One row of a property's own list, with what is wrong in it. */
export class OwnListRow {
  readonly problems: OwnListProblem[] = [];
  readonly #row: CsvRow;
  readonly #mapping: OwnListMapping;

  constructor(row: CsvRow, mapping: OwnListMapping) {
    this.#row = row;
    this.#mapping = mapping;
  }

  readInto(draft: PersonDraft): void {
    this.#readNames(draft);
    this.#readBirth(draft);
    this.#readCountries(draft);
    this.#readGender(draft);
    draft.addDocument({ type: this.#cell('documentType'), number: this.#cell('documentNumber') });
    draft.addProgramme(this.#cell('reason'));
  }

  #readNames(draft: PersonDraft): void {
    const [given, family] = [this.#name('given'), this.#name('family')];
    const full = this.#name('name') ?? [given, family].filter(Boolean).join(' ');
    if (full === '' && this.problems.length === 0) {
      this.#report(this.#mapping.name === undefined ? 'family' : 'name', 'name_missing');
    }
    draft.addName(full, 'primary', { given, family });
    for (const alias of splitBy(';', this.#name('aliases')?.replaceAll('|', ';'))) draft.addName(alias, 'strong');
  }

  #readBirth(draft: PersonDraft): void {
    const order = this.#mapping.dateOrder;
    const text = this.#cell('birthDate');
    const date = findBirthDate(text, order);
    if (text !== undefined && date === undefined) this.#report('birthDate', 'date_unreadable');
    draft.addBirthDate(date);
    draft.addBirthPlace(this.#cell('birthPlace'));
    const listed = this.#cell('listedOn');
    const day = findDay(listed, order);
    if (listed !== undefined && day === undefined) this.#report('listedOn', 'date_unreadable');
    draft.listedOn ??= day;
  }

  #readCountries(draft: PersonDraft): void {
    const text = this.#cell('countries')?.replace(/[|,]/g, ';');
    for (const country of splitBy(';', text)) {
      const code = findCountryCode(country) ?? findCountryCode(country.toUpperCase());
      if (code === undefined) this.#report('countries', 'country_unknown');
      draft.addCountry(code);
    }
  }

  #readGender(draft: PersonDraft): void {
    const text = this.#cell('gender');
    const gender = text === undefined ? undefined : genders[text.toLowerCase().replace(/\.$/, '')];
    if (text !== undefined && gender === undefined) this.#report('gender', 'gender_unknown');
    draft.setGender(gender);
  }

  #name(column: MappedColumn): string | undefined {
    const text = this.#cell(column);
    if (text === undefined) return undefined;
    if (formula.test(text)) this.#report(column, 'formula');
    else if (text.length > maxNameLength || !/\p{L}/u.test(text)) this.#report(column, 'name_unreadable');
    return text;
  }

  #cell(column: MappedColumn): string | undefined {
    const name = this.#mapping[column];
    return name === undefined ? undefined : this.#row.cell(name);
  }

  #report(column: MappedColumn, reason: OwnListReason): void {
    this.problems.push({ row: this.#row.number, column: this.#mapping[column] ?? column, reason });
  }
}
