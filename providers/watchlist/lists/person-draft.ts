import type {
  ListedBirthDate,
  ListedDocument,
  ListedGender,
  ListedName,
  ListedPerson,
  NameQuality,
} from '../listed-person.ts';
import { cleanText, isOriginalScript } from './clean-text.ts';
import { findCountryCode } from './country-code.ts';
import { findDocumentNumber } from './document-number.ts';

export interface NameParts {
  readonly given?: string | undefined;
  readonly middle?: string | undefined;
  readonly family?: string | undefined;
  readonly maternal?: string | undefined;
}

export interface PublishedDocument {
  readonly type: string | undefined;
  readonly number: string | undefined;
  readonly country?: string | undefined;
}

/** A longer text in the place of a name is a note or an attack. */
const maxNameLength = 400;
const qualityOrder: readonly NameQuality[] = ['primary', 'strong', 'original_script', 'weak'];

/** A person while the rows and elements about them are read. Everything repeats in the files; nothing does here. */
export class PersonDraft {
  readonly entryId: string;
  listedOn: string | undefined;
  reference: string | undefined;
  readonly #names = new Map<string, ListedName>();
  readonly #birthDates = new Map<string, ListedBirthDate>();
  readonly #documents = new Map<string, ListedDocument>();
  readonly #birthPlaces = new Set<string>();
  readonly #countries = new Set<string>();
  readonly #programmes = new Set<string>();
  readonly #links = new Set<string>();
  #gender: ListedGender | undefined;

  constructor(entryId: string) {
    this.entryId = entryId;
  }

  /** A name without a Latin letter is `original_script`, whatever else the publisher calls it. */
  addName(text: string | undefined, quality: NameQuality, parts: NameParts = {}): void {
    const full = cleanText(text);
    if (full === undefined || full.length > maxNameLength || !/\p{L}/u.test(full)) return;
    const known = this.#names.get(full);
    const resolved = isOriginalScript(full) ? 'original_script' : quality;
    const better = !known || qualityOrder.indexOf(resolved) < qualityOrder.indexOf(known.quality);
    const kept = toParts(parts) ?? known?.parts;
    this.#names.set(full, { full, quality: better ? resolved : known.quality, ...(kept && { parts: kept }) });
  }

  addBirthDate(date: ListedBirthDate | undefined): void {
    if (date) this.#birthDates.set([date.year, date.yearTo, date.month, date.day, date.circa].join(), date);
  }

  addBirthPlace(...parts: readonly (string | undefined)[]): void {
    const place = cleanText(parts.filter((part) => /\p{L}/u.test(part ?? '')).join(', '));
    if (place !== undefined) this.#birthPlaces.add(place);
  }

  /** A country that cannot be told is left out. */
  addCountry(text: string | undefined): void {
    const code = findCountryCode(text);
    if (code !== undefined) this.#countries.add(code);
  }

  addDocument(document: PublishedDocument): void {
    const number = findDocumentNumber(cleanText(document.number));
    if (number === undefined) return;
    const country = findCountryCode(document.country);
    const type = cleanText(document.type)?.replace(/[\s:.]+$/, '') ?? 'document';
    this.#documents.set(`${type} ${number} ${country ?? ''}`, { type, number, ...(country && { country }) });
  }

  addProgramme(text: string | undefined): void {
    const programme = cleanText(text);
    if (programme !== undefined) this.#programmes.add(programme);
  }

  addLink(text: string | undefined): void {
    const link = cleanText(text);
    if (link !== undefined && /^https?:\/\/[^\s"<>]+$/.test(link)) this.#links.add(link);
  }

  setGender(text: string | undefined): void {
    const first = /^\s*(male|m|female|f)\s*$/i.exec(text ?? '')?.[1]?.[0]?.toUpperCase();
    if (first === 'M' || first === 'F') this.#gender = first;
  }

  /** Undefined where no name is left. */
  toPerson(): ListedPerson | undefined {
    const names = withOnePrimary([...this.#names.values()]);
    if (names.length === 0) return undefined;
    return {
      entryId: this.entryId,
      names,
      birthDates: [...this.#birthDates.values()],
      birthPlaces: [...this.#birthPlaces],
      countries: [...this.#countries],
      ...(this.#gender && { gender: this.#gender }),
      documents: [...this.#documents.values()],
      programmes: [...this.#programmes],
      ...(this.listedOn !== undefined && { listedOn: this.listedOn }),
      links: [...this.#links],
      ...(this.reference !== undefined && { reference: this.reference }),
    };
  }
}

function toParts(parts: NameParts): ListedName['parts'] {
  const [given, middle, family, maternal] = [parts.given, parts.middle, parts.family, parts.maternal].map(cleanText);
  if (given === undefined && family === undefined) return undefined;
  return {
    ...(given && { given }),
    ...(middle && { middle }),
    ...(family && { family }),
    ...(maternal && { maternal }),
  };
}

/** Exactly one name leads: the first that the publisher calls so, else the best of the others. */
function withOnePrimary(names: readonly ListedName[]): readonly ListedName[] {
  const sorted = names.toSorted((a, b) => qualityOrder.indexOf(a.quality) - qualityOrder.indexOf(b.quality));
  return sorted.map((name, index) => {
    if (index > 0) return name.quality === 'primary' ? { ...name, quality: 'strong' } : name;
    return name.quality === 'original_script' ? name : { ...name, quality: 'primary' };
  });
}
