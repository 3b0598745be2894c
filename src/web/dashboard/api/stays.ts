import { getData, listAllItems, type Schema } from '../../../client/client.ts';
import { type GuestState, toGuestState, toNeed } from '../state/guest-state.ts';
import { client } from './api.ts';

/** One guest in a list. */
export interface GuestRow {
  readonly screeningId: string;
  readonly name: string;
  readonly state: GuestState;
  readonly screening: Schema<'Screening'>;
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

export interface StayQuery {
  readonly propertyId: string;
  readonly from?: string;
  readonly to?: string;
  /** Words of a name, an e-mail address, a phone or a reservation number; over all days. */
  readonly search?: string;
}

/** Soonest first, and within a day those who need somebody most. Stays that are over or called off are left out. */
export async function loadStays(query: StayQuery, signal: AbortSignal): Promise<readonly Stay[]> {
  const rows: Schema<'Screening'>[] = [];
  for await (const row of listAllItems((cursor) => readPage(query, { cursor, signal }))) {
    rows.push(row);
    if (rows.length >= mostGuests) break;
  }
  return toStays(rows.filter(({ status }) => status !== 'stopped' || query.search !== undefined));
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

function readPage(
  { propertyId, from, to, search }: StayQuery,
  { cursor, signal }: { readonly cursor: string | undefined; readonly signal: AbortSignal },
) {
  return getData(
    client.GET('/api/v1/properties/{propertyId}/screenings', {
      params: {
        path: { propertyId },
        query: {
          limit: pageSize,
          ...(from !== undefined && { arrivalFrom: from }),
          ...(to !== undefined && { arrivalTo: to }),
          ...(search !== undefined && { q: search }),
          ...(cursor !== undefined && { cursor }),
        },
      },
      signal,
    }),
  );
}
