import { randomUUID } from 'node:crypto';
import { toPersonState } from '../../domain/person-state.ts';
import type { GuestKey, Profile } from '../../ports/profiles.ts';
import type { Rows, StoredSubject } from '../../ports/store.ts';
import { moveForms } from '../form/join-forms.ts';
import { startRedactions } from '../checks/redact-check.ts';
import { stopSubject, type TakeContext } from './take-subject.ts';

/**
 * The PMS lets a guest live on under another id: what is kept of the guest goes there, the stays here stop. Stays that were
 * over keep the id that they had, and are forgotten with the other. Answers whose reservations have to be read for the stays
 * that go on.
 */
export async function followMerge(
  rows: Rows,
  { guest, into }: { readonly guest: GuestKey; readonly into: string },
  context: TakeContext,
): Promise<string | undefined> {
  const { propertyId, guestId } = guest;
  const { guestId: last, isNew } = await rows.guestMerges.add(guest, into);
  const stays = await rows.subjects.listByGuest(propertyId, guestId);
  await rows.pendingChecks.moveGuest(propertyId, guestId, last);
  // Once: the form that was closed keeps what it held, and would be carried over again.
  if (isNew) await moveForms(rows, { guest, into: last }, context.at);
  else await rows.forms.moveGuest(propertyId, guestId, last);
  await rows.notes.moveGuest(propertyId, guestId, last);
  await rows.dismissals.moveGuest(guest, last, toMovedPersons(stays, last));
  await rows.profiles.follow(guest, last, context.at);
  if (isNew) await mergeCards(rows, { guest, into: { propertyId, guestId: last } }, context);
  const card = isNew ? await rows.profiles.findIdByGuest({ propertyId, guestId: last }) : undefined;
  if (card !== undefined) await context.screenTroubled?.(rows, [card], { at: context.at, actor: 'system' });
  const active = stays.filter(({ isActive }) => isActive);
  for (const stay of active) {
    await rows.assignments.move(stay.subject, last);
    await rows.statistics.dropTwin(stay.subject, last);
    await stopSubject(rows, stay, context);
  }
  await forgetWithOther(rows, { propertyId, guestId: last }, context);
  return active.length === 0 ? undefined : last;
}

/** A name alone is that of one guest, so that what was said of it has to be said of the other. */
function toMovedPersons(stays: readonly StoredSubject[], into: string) {
  return stays.map(({ subject: { fields, guestId } }) => {
    return { from: toPersonState(fields, guestId), into: toPersonState(fields, into) };
  });
}

/** Only where nobody else is on either card: the PMS says nothing of those who joined by an address that they share. */
async function mergeCards(
  rows: Rows,
  { guest, into }: { readonly guest: GuestKey; readonly into: GuestKey },
  { at }: TakeContext,
): Promise<void> {
  const card = await rows.profiles.findByGuest(into);
  const other = await rows.profiles.findByGuest(guest);
  if (card === undefined || other === undefined || card.id === other.id || card.scope !== other.scope) return;
  const ids = [into.guestId, ...(await rows.guestMerges.listMerged(into))];
  const isOfThem = ({ members }: Profile) =>
    members.every(
      ({ propertyId, guestId }) => guestId === undefined || (propertyId === into.propertyId && ids.includes(guestId)),
    );
  if (!isOfThem(card) || !isOfThem(other)) return;
  await rows.profiles.merge({
    ...{ id: randomUUID(), intoId: card.id, intoVersion: card.version },
    ...{ otherId: other.id, otherVersion: other.version, by: 'PMS', at },
  });
}

/** Where the other was forgotten before. */
async function forgetWithOther(rows: Rows, other: GuestKey, { at }: TakeContext): Promise<void> {
  const stays = await rows.subjects.listByGuest(other.propertyId, other.guestId);
  if (!stays.some(({ fingerprint }) => fingerprint === '')) return;
  await rows.subjects.forgetGuest(other.propertyId, other.guestId);
  await startRedactions(rows, other, at);
}
