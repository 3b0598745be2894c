import type { MatchStrength } from '../../src/domain/finding.ts';
import type { LocalDate } from '../../src/domain/subject.ts';

/** Somebody on a list who is like the guest. */
export interface ListHit {
  /** As the list calls them. */
  readonly name: string;
  /** By the vendor's own measure, 0 to 1. */
  readonly score: number;
  /** As the list has them: whole, or only a year, or a year and a month. */
  readonly birthDates: readonly string[];
  /** The list has the number of the guest's own document. */
  readonly isSameDocument: boolean;
  /** Lists, programmes and the like, for staff. */
  readonly details: readonly string[];
}

export interface Thresholds {
  readonly likelyFrom: number;
  readonly strongFrom: number;
}

export type BirthDateAgreement = 'same' | 'same year' | 'unknown' | 'other';

/**
 * A name, however alike, belongs to many: without a birth date on both sides a hit is possible at most, and with no more than a
 * year, likely. A whole birth date is a second thing that agrees, and a document number is unique.
 */
export function toHitStrength(hit: ListHit, birthDate: LocalDate | undefined, thresholds: Thresholds): MatchStrength {
  if (hit.isSameDocument) return 'strong';
  const agreement = compareBirthDates(birthDate, hit.birthDates);
  if (agreement === 'unknown' || agreement === 'other' || hit.score < thresholds.likelyFrom) return 'possible';
  return agreement === 'same' && hit.score >= thresholds.strongFrom ? 'strong' : 'likely';
}

/** Lists often have several; the one that agrees best counts. */
export function compareBirthDates(birthDate: LocalDate | undefined, listed: readonly string[]): BirthDateAgreement {
  if (birthDate === undefined || listed.length === 0) return 'unknown';
  if (listed.some((date) => date.slice(0, 10) === birthDate)) return 'same';
  const isPart = (date: string) => /^\d{4}(?:-\d{2})?$/.test(date) && birthDate.startsWith(date);
  return listed.some(isPart) ? 'same year' : 'other';
}
