import { toDaysBetween } from '../calendar.ts';
import type { SubjectFields } from '../subject.ts';

/** `known`: an earlier stay of this person was cleared here; see known-guest.ts. */
export type Acquaintance = 'new' | 'known';

/** Bounds are inclusive. */
export interface Range {
  readonly atLeast?: number;
  readonly atMost?: number;
}

/** What a booking may be like. Holds where everything that it names holds. Who somebody is by birth or belief is no part of it. */
export interface Situation {
  /** Booking sources by their names in the PMS; case does not matter. */
  readonly source?: { readonly oneOf?: readonly string[]; readonly noneOf?: readonly string[] };
  /** Days from booking to arrival. */
  readonly leadTimeDays?: Range;
  readonly nights?: Range;
  /** Adults and children. */
  readonly partySize?: Range;
  readonly role?: 'main_guest' | 'companion';
  readonly guest?: Acquaintance;
}

/** What a situation is held against. What is absent is not known. */
export interface StayFacts {
  readonly source: string | undefined;
  readonly leadTimeDays: number | undefined;
  readonly nights: number;
  readonly partySize: number;
  readonly role: 'main_guest' | 'companion';
  readonly guest: Acquaintance | undefined;
}

export function toStayFacts(fields: SubjectFields, guest: Acquaintance | undefined): StayFacts {
  const { sourceName, bookedOn, arrivesOn, departsOn, adults, children, isMainGuest } = fields;
  return {
    source: sourceName,
    leadTimeDays: bookedOn === undefined ? undefined : toDaysBetween(bookedOn, arrivesOn),
    nights: toDaysBetween(arrivesOn, departsOn),
    partySize: adults + children,
    role: isMainGuest ? 'main_guest' : 'companion',
    guest,
  };
}

/**
 * The first thing by which a situation does not hold, in plain words; `undefined` where it holds. What is not known counts
 * as met: a check too many rather than one too few.
 */
export function findMismatch(situation: Situation, facts: StayFacts): string | undefined {
  const { source, leadTimeDays, nights, partySize, role, guest } = situation;
  const mismatches = [
    role !== undefined && role !== facts.role ? `only for ${roleWords[role]}` : undefined,
    guest !== undefined && facts.guest !== undefined && guest !== facts.guest
      ? `only for ${guest} guests, and this is a ${facts.guest} one`
      : undefined,
    source && findSourceMismatch(source, facts.source),
    leadTimeDays && findRangeMismatch('days from booking to arrival', leadTimeDays, facts.leadTimeDays),
    nights && findRangeMismatch('nights', nights, facts.nights),
    partySize && findRangeMismatch('guests booked', partySize, facts.partySize),
  ];
  return mismatches.find((mismatch) => mismatch !== undefined);
}

const roleWords = { main_guest: 'main guests', companion: 'companions' } as const;

function findSourceMismatch(
  { oneOf, noneOf }: NonNullable<Situation['source']>,
  source: string | undefined,
): string | undefined {
  if (source === undefined) return undefined;
  const isAmong = (names: readonly string[]) => names.some((name) => toComparable(name) === toComparable(source));
  if (oneOf !== undefined && !isAmong(oneOf)) return 'only for other booking sources';
  if (noneOf !== undefined && isAmong(noneOf)) return 'not for this booking source';
  return undefined;
}

function findRangeMismatch(what: string, { atLeast, atMost }: Range, value: number | undefined): string | undefined {
  if (value === undefined) return undefined;
  if (atLeast !== undefined && value < atLeast) return `${value} ${what}, and it is asked from ${atLeast}`;
  if (atMost !== undefined && value > atMost) return `${value} ${what}, and it is asked up to ${atMost}`;
  return undefined;
}

function toComparable(name: string): string {
  return name.trim().toLowerCase();
}
