import type { Subject, SubjectFields } from '../domain/subject.ts';
import type { GuestChange, GuestFields } from '../ports/pms.ts';
import type { Rows } from '../ports/store.ts';
import { forgetSubject } from './take-reservations.ts';
import { stopSubject, type TakeContext, takeSubject } from './take-subject.ts';

/**
 * News of guests whose reservations' time stamp may not have moved. Answers the guests that cannot be judged by what is
 * known here, because they are new on a stay or were merged: their reservations have to be read.
 */
export async function takeGuestChanges(
  rows: Rows,
  news: { readonly propertyId: string; readonly changes: readonly GuestChange[] },
  context: TakeContext,
): Promise<ReadonlySet<string>> {
  const unknownGuests = new Set<string>();
  for (const change of news.changes) {
    const unknown = await takeChange(rows, { propertyId: news.propertyId, change }, context);
    if (unknown !== undefined) unknownGuests.add(unknown);
  }
  return unknownGuests;
}

async function takeChange(
  rows: Rows,
  { propertyId, change }: { readonly propertyId: string; readonly change: GuestChange },
  context: TakeContext,
): Promise<string | undefined> {
  const { reservationId, guestId } = change;
  if (change.mergedInto !== undefined) return followMerge(rows, { propertyId, change }, context);
  const known = await rows.subjects.find({ propertyId, reservationId, guestId });
  if (change.isAnonymized) {
    await forgetSubject(rows, known, context);
    return undefined;
  }
  if (known === undefined) return hasDeparted(change, context) ? undefined : guestId;
  const subject: Subject = { ...known.subject, fields: withPerson(known.subject.fields, change.fields) };
  await takeSubject(rows, { subject, known }, context);
  return undefined;
}

/** The stays of a merged guest go on under the other ID: those here stop, and the other's are read. */
async function followMerge(
  rows: Rows,
  { propertyId, change }: { readonly propertyId: string; readonly change: GuestChange },
  context: TakeContext,
): Promise<string | undefined> {
  const stays = await rows.subjects.listByGuest(propertyId, change.guestId);
  const active = stays.filter(({ isActive }) => isActive);
  for (const stay of active) await stopSubject(rows, stay, context.at);
  return active.length === 0 ? undefined : change.mergedInto;
}

function hasDeparted({ departsOn }: GuestChange, { today }: TakeContext): boolean {
  return departsOn !== undefined && departsOn < today;
}

/** The booking's fields as they are known, the person's as they are now: what was emptied is gone. */
function withPerson(fields: SubjectFields, person: GuestFields): SubjectFields {
  const { isMainGuest, bookedOn, arrivesOn, departsOn, adults, children, guestsListed, sourceName } = fields;
  return {
    ...person,
    isMainGuest,
    arrivesOn,
    departsOn,
    adults,
    children,
    ...(bookedOn === undefined ? {} : { bookedOn }),
    ...(guestsListed === undefined ? {} : { guestsListed }),
    ...(sourceName === undefined ? {} : { sourceName }),
  };
}
