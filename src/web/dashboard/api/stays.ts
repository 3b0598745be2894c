import { getData, listAllItems, type Schema } from '../../../client/client.ts';
import { type GuestState, toNeed } from '../../../domain/guest-state.ts';
import { toGuestState } from '../state/guest-state.ts';
import { client } from './api.ts';

/** One guest in a list. */
export interface GuestRow {
  readonly screeningId: string;
  readonly name: string;
  readonly state: GuestState;
  readonly screening: Schema<'Screening'>;
  /** Not told by a search. */
  readonly board?: Schema<'GuestOnBoard'>;
}

/** The guests of one reservation, who need somebody most standing first. */
export interface Stay {
  readonly reservationId: string;
  readonly arrivalDate: string;
  readonly guests: readonly GuestRow[];
  /** That of the guest who needs somebody most. */
  readonly state: GuestState;
}

/** More than this many guests no list shows. */
const mostGuests = 1_000;
const pageSize = 200;

export interface DayQuery {
  readonly propertyId: string;
  readonly from: string;
  readonly to: string;
}

export interface SearchQuery {
  readonly propertyId: string;
  /** Words of a name, an e-mail address, a phone or a reservation number; over all days. */
  readonly search: string;
}

/** Who arrives on these days, in the service's order: by day, those who need somebody most first. */
export async function loadArrivals(query: DayQuery, signal: AbortSignal): Promise<readonly Stay[]> {
  const stays: Stay[] = [];
  for await (const stay of listAllItems((cursor) => readArrivals(query, { cursor, signal }))) {
    stays.push({ ...stay, guests: stay.guests.map(toBoardRow) });
    if (stays.length >= mostGuests) break;
  }
  return stays;
}

/** Whom a search finds, past and future. */
export async function loadFound(query: SearchQuery, signal: AbortSignal): Promise<readonly Stay[]> {
  const rows: Schema<'Screening'>[] = [];
  for await (const row of listAllItems((cursor) => readFound(query, { cursor, signal }))) {
    rows.push(row);
    if (rows.length >= mostGuests) break;
  }
  return toStays(rows);
}

export function toBoardRow(board: Schema<'GuestOnBoard'>): GuestRow {
  const { screening, state } = board;
  return { screeningId: screening.id, name: screening.guestName, state, screening, board };
}

export function toStays(rows: readonly Schema<'Screening'>[]): readonly Stay[] {
  const byReservation = Map.groupBy(rows, ({ reservationId, arrivalDate }) => `${arrivalDate} ${reservationId}`);
  const stays = [...byReservation.values()].map((group) => {
    const guests = group.map(toGuestRow).sort((one, other) => toNeed(one.state) - toNeed(other.state));
    const [first] = guests as [GuestRow];
    const { reservationId, arrivalDate } = first.screening;
    return { reservationId, arrivalDate, guests, state: first.state };
  });
  return stays.sort(
    (one, other) =>
      one.arrivalDate.localeCompare(other.arrivalDate) ||
      toNeed(one.state) - toNeed(other.state) ||
      (one.guests[0]?.name ?? '').localeCompare(other.guests[0]?.name ?? ''),
  );
}

function toGuestRow(screening: Schema<'Screening'>): GuestRow {
  return { screeningId: screening.id, name: screening.guestName, state: toGuestState(screening), screening };
}

interface Page {
  readonly cursor: string | undefined;
  readonly signal: AbortSignal;
}

function readArrivals({ propertyId, from, to }: DayQuery, { cursor, signal }: Page) {
  const query = { from, to, limit: pageSize, ...(cursor !== undefined && { cursor }) };
  const path = '/api/v1/properties/{propertyId}/arrivals';
  return getData(client.GET(path, { params: { path: { propertyId }, query }, signal }));
}

function readFound({ propertyId, search }: SearchQuery, { cursor, signal }: Page) {
  const query = { q: search, limit: pageSize, ...(cursor !== undefined && { cursor }) };
  const path = '/api/v1/properties/{propertyId}/screenings';
  return getData(client.GET(path, { params: { path: { propertyId }, query }, signal }));
}
