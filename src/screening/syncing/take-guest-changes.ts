import type { Subject, SubjectFields } from '../../domain/subject.ts';
import type { GuestOverlay } from '../../ports/forms.ts';
import type { GuestChange, GuestFields } from '../../ports/pms.ts';
import type { Rows, StoredSubject } from '../../ports/store.ts';
import { followMerge } from './follow-merge.ts';
import { forgetSubject } from './take-reservations.ts';
import { type TakeContext, takeSubject } from './take-subject.ts';

/**
 * News of guests whose reservations' time stamp may not have moved. Answers the guests that cannot be judged by what is
 * known here, because they are new on a stay or were merged: their reservations have to be read.
 */
export async function takeGuestChanges(
  rows: Rows,
  news: { readonly propertyId: string; readonly changes: readonly GuestChange[] },
  context: TakeContext,
): Promise<ReadonlySet<string>> {
  const { propertyId } = news;
  // A guest in several rooms has a row for each, and they all say the same.
  const changes = [...new Map(news.changes.map((change) => [toKey(change), change])).values()];
  const unknownGuests = new Set<string>();
  const known = await findKnown(rows, { propertyId, changes });
  const overlays = await rows.forms.listOverlays(
    propertyId,
    changes.map(({ guestId }) => guestId),
  );
  for (const change of changes) {
    const overlay = overlays.get(change.guestId);
    const unknown = await takeChange(rows, { propertyId, change, known: known.get(toKey(change)), overlay }, context);
    if (unknown !== undefined) unknownGuests.add(unknown);
  }
  return unknownGuests;
}

/** All at once: most changes are echoes of our own writes, and finding that out is all that they cost. */
async function findKnown(
  rows: Rows,
  { propertyId, changes }: { readonly propertyId: string; readonly changes: readonly GuestChange[] },
): Promise<ReadonlyMap<string, StoredSubject>> {
  const reservationIds = [...new Set(changes.map(({ reservationId }) => reservationId))];
  const stored = await rows.subjects.listByReservations(propertyId, reservationIds);
  return new Map(stored.map((one) => [toKey(one.subject), one]));
}

function toKey({ reservationId, guestId }: { readonly reservationId: string; readonly guestId: string }): string {
  return `${reservationId}/${guestId}`;
}

interface KnownChange {
  readonly propertyId: string;
  readonly change: GuestChange;
  readonly known: StoredSubject | undefined;
  readonly overlay: GuestOverlay | undefined;
}

async function takeChange(
  rows: Rows,
  { propertyId, change, known, overlay }: KnownChange,
  context: TakeContext,
): Promise<string | undefined> {
  const { guestId, mergedInto = guestId } = change;
  const guest = { propertyId, guestId };
  // Whoever others were merged into may be called merged too.
  const isMerged = mergedInto !== guestId;
  const unknown = isMerged ? await followMerge(rows, { guest, into: mergedInto }, context) : undefined;
  // Whoever was merged keeps the stays that were over: they are forgotten here.
  if (change.isAnonymized) await forgetSubject(rows, { guest, stored: isMerged ? undefined : known }, context);
  if (isMerged || change.isAnonymized) return unknown;
  if (known === undefined) return hasDeparted(change, context) ? undefined : guestId;
  const subject: Subject = { ...known.subject, fields: withPerson(known.subject.fields, change.fields) };
  await takeSubject(rows, { subject, known, overlay }, context);
  return undefined;
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
