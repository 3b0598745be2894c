import type { ListedGender } from '../../listed-person.ts';
import type { PartialDate } from '../score/birth-dates.ts';

/** What is known of a guest. Only the name is needed. */
export interface MatchQuery {
  readonly name: string;
  /** `YYYY-MM-DD`, `YYYY-MM` or `YYYY`, leading zeros or not; anything else counts as unknown. */
  readonly birthDate?: string;
  /** ISO 3166 alpha-2: citizenship, issuing state of a document. */
  readonly countries?: readonly string[];
  readonly gender?: ListedGender;
  readonly documentNumbers?: readonly string[];
}

/** The evidence beside the name, parsed once per query. */
export interface QueryEvidence {
  /** Nothing but the name is known. */
  readonly isEmpty: boolean;
  readonly birthDate: PartialDate | undefined;
  readonly countries: readonly number[];
  /** 0 unknown, 1 male, 2 female. */
  readonly gender: number;
  readonly documents: readonly number[];
}
