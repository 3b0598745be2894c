import type { Pms, PmsCall, ReservationQuery, ReservationSnapshot } from '../../ports/pms.ts';
import type { ReservationFind } from './find.ts';

/** A page of new guests takes long to write down: an event that arrives meanwhile waits for a part of it only. */
const reservationsPerCommit = 4;

/** What a query lists, in parts of one commit each. */
export async function* readReservations(
  pms: Pick<Pms, 'listReservations'>,
  call: PmsCall,
  query: ReservationQuery,
): AsyncIterable<ReservationFind> {
  for await (const page of pms.listReservations(call, query)) {
    for (const snapshots of inParts(page)) yield { kind: 'reservations', snapshots };
  }
}

export function inParts(page: readonly ReservationSnapshot[]): readonly (readonly ReservationSnapshot[])[] {
  const starts = Array.from({ length: Math.ceil(page.length / reservationsPerCommit) }, (_, part) => part);
  return starts.map((part) => page.slice(part * reservationsPerCommit, (part + 1) * reservationsPerCommit));
}
