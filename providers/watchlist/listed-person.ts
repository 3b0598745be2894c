/** How much a publisher trusts a name; weak aliases and original scripts are scored apart. */
export type NameQuality = 'primary' | 'strong' | 'weak' | 'original_script';

/** One name of a listed person, as published. `parts` where the publisher splits it. */
export interface ListedName {
  readonly full: string;
  readonly quality: NameQuality;
  readonly parts?: {
    readonly given?: string;
    readonly middle?: string;
    readonly family?: string;
    readonly maternal?: string;
  };
}

/**
 * A birth date as published: any precision, a range of years, or about.
 * `year`–`yearTo` is a range where both are set; month 1–12, day 1–31.
 */
export interface ListedBirthDate {
  readonly year: number;
  readonly yearTo?: number;
  readonly month?: number;
  readonly day?: number;
  readonly circa?: boolean;
}

export type ListedGender = 'M' | 'F';

/** An identity or travel document as published; `number` without spaces. */
export interface ListedDocument {
  readonly type: string;
  readonly number: string;
  readonly country?: string;
}

/** One natural person on one list. Companies, vessels and aircraft are left out when a list is read. */
export interface ListedPerson {
  /** Unique within its list and stable over the list's editions. */
  readonly entryId: string;
  readonly names: readonly ListedName[];
  readonly birthDates: readonly ListedBirthDate[];
  readonly birthPlaces: readonly string[];
  /** ISO 3166 alpha-2, upper case, where the publisher's wording could be resolved. */
  readonly countries: readonly string[];
  readonly gender?: ListedGender;
  readonly documents: readonly ListedDocument[];
  /** The sanctions programme or legal basis, in the publisher's words. */
  readonly programmes: readonly string[];
  /** `YYYY-MM-DD`. */
  readonly listedOn?: string;
  readonly links: readonly string[];
  /** The number by which the publisher's own documents call the entry, e.g. `QDi.123`, where it is not `entryId`. */
  readonly reference?: string;
}

/** One edition of one list, as read from its publisher's file. */
export interface WatchlistEdition {
  readonly listId: string;
  /** The publisher's own date of this edition, `YYYY-MM-DD`, where the file states one. */
  readonly publishedOn?: string;
  readonly persons: readonly ListedPerson[];
}
