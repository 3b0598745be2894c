import type { Schema } from '../../../client/client.ts';
import type { Stay } from '../api/stays.ts';
import { go, place, toAddress } from '../state/route.ts';

type Subject = Pick<Schema<'Screening'>, 'reservationId' | 'guestId' | 'id'>;

let opened: Subject | undefined;

/** Remembers who is looked at, whatever the screening is called that shows them. */
export function followSubject(subject: Subject | undefined): void {
  if (subject !== undefined) opened = subject;
}

/** When the guest who is looked at was screened again, goes on with the new screening. */
export function followToNewest(stays: readonly Stay[] | undefined): void {
  const [propertyId = '', page = '', chosen] = place.value.parts;
  if (stays === undefined || chosen === undefined || opened?.id !== chosen) return;
  const rows = stays.flatMap(({ guests }) => guests.map(({ screening }) => screening));
  const newest = rows.find((row) => row.guestId === opened?.guestId && row.reservationId === opened.reservationId);
  if (newest === undefined || newest.id === chosen) return;
  opened = newest;
  go(toAddress([propertyId, page, newest.id], place.value.query), { replace: true });
}
