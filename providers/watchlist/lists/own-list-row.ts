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
/** Spreadsheets write days as the midnight with which they begin. */
const timeOfDay = /(?<=\d)[\sT]+\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?: ?[ap]m)?$/i;
/** As hotels write it in the service's languages; `u` is nobody's gender. */
const genders: Readonly<Record<'M' | 'F' | 'u', string>> = {
  M: 'm male man mr herr männlich mann monsieur homme masculin h señor sr hombre masculino signor sig maschio senhor homem heer man mannelijk ч чоловік чоловіча м мужской 男 男性 ذكر',
  F: 'f female woman mrs ms miss w frau weiblich madame mme mlle femme féminin señora sra mujer femenino signora sig.ra femmina senhora mulher feminino mevrouw vrouw vrouwelijk v ж жінка жіноча женский 女 女性 أنثى',
  u: 'x d divers diverse other unknown unbekannt ? -',
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
    const text = this.#cell('birthDate')?.replace(timeOfDay, '');
    const date = findBirthDate(text, order);
    if (text !== undefined && date === undefined) this.#report('birthDate', 'date_unreadable');
    draft.addBirthDate(date);
    draft.addBirthPlace(this.#cell('birthPlace'));
    const listed = this.#cell('listedOn')?.replace(timeOfDay, '');
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
    const gender = text === undefined ? 'u' : findGender(text);
    if (gender === undefined) this.#report('gender', 'gender_unknown');
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

function findGender(text: string): 'M' | 'F' | 'u' | undefined {
  const word = text.toLowerCase().replace(/\.$/, '');
  return (['M', 'F', 'u'] as const).find((gender) => genders[gender].split(' ').includes(word));
}
