import { readLocalTime } from '../world/local-time.ts';

/** Both ends belong to the range; a missing end is open. Dates and local times sort as text. */
export function isWithin(value: string, from: string | undefined, to: string | undefined): boolean {
  return (from === undefined || from <= value) && (to === undefined || value <= to);
}

export interface StayDates {
  readonly checkInFrom?: string;
  readonly checkInTo?: string;
  readonly checkOutFrom?: string;
  readonly checkOutTo?: string;
}

export function isWithinStayDates(stay: { arrivesOn: string; departsOn: string }, query: StayDates): boolean {
  return (
    isWithin(stay.arrivesOn, query.checkInFrom, query.checkInTo) &&
    isWithin(stay.departsOn, query.checkOutFrom, query.checkOutTo)
  );
}

/** The named parameters of a query as the property's clock shows them. */
export function readLocalTimes<Name extends string>(
  query: Partial<Record<Name, string>>,
  names: readonly Name[],
  timezone: string,
): Partial<Record<Name, string>> {
  const read: Partial<Record<Name, string>> = {};
  for (const name of names) {
    const text = query[name];
    if (text !== undefined) read[name] = readLocalTime(text, { name, timezone });
  }
  return read;
}
