import { ServiceError } from '../../domain/errors.ts';
import { toWholeGuest } from '../../domain/form/form-delivery.ts';
import type { Instant, Subject } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { GuestForm } from '../../ports/forms.ts';
import type { Lease } from '../../ports/jobs.ts';
import type { Pms, PmsCall, ReservationSnapshot } from '../../ports/pms.ts';
import type { PmsGuests } from '../../ports/pms-guests.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { giveWay, isUnwritten } from './close-forms.ts';

export interface AddCompanionParts {
  readonly clock: Clock;
  readonly store: Store;
  readonly pms: Pick<Pms, 'listReservations'> & PmsGuests;
}

interface Addition {
  readonly form: GuestForm;
  readonly call: PmsCall;
  readonly lease: Lease;
}

/**
 * Makes a companion a guest of the reservation, and answers under which ID. Looks first: the answer to an earlier try may
 * have been lost, and the desk may have been quicker. Never more guests than the booking has adults and children.
 */
export async function addCompanion(parts: AddCompanionParts, { form, call, lease }: Addition): Promise<string> {
  const party = await parts.store.read((rows) => readParty(rows, form));
  if (party === undefined) throw refusal('stay_over');
  const reservation = await findReservation(parts, { form, call, bookerId: party.booker.guestId });
  if (reservation === undefined || !isComing(reservation)) throw refusal('stay_over');
  const found = findSame(reservation, form, party.takenIds);
  const guestId = found ?? (await add(parts, { form, call, reservation, booker: party.booker }));
  const isTheirs = await parts.store.transactionUnder(lease, (rows) =>
    makeTheirs(rows, form, { guestId, at: parts.clock.now() }),
  );
  return isTheirs ? guestId : addCompanion(parts, { form, call, lease });
}

/**
 * Gives the form to the guest. One that the guest was asked by meanwhile gives way; not if somebody writes in it now: who
 * writes is somebody else of the same name, as far as anybody can know.
 */
async function makeTheirs(
  rows: Rows,
  { id, propertyId, reservationId }: GuestForm,
  { guestId, at }: { readonly guestId: string; readonly at: Instant },
): Promise<boolean> {
  const other = await rows.forms.findBySubject({ propertyId, reservationId, guestId });
  if (other !== undefined) {
    if (!isUnwritten(other)) return false;
    await giveWay(rows, other, at);
  }
  await rows.forms.save(id, { guestId });
  return true;
}

function refusal(reason: 'party_full' | 'stay_over'): ServiceError {
  return new ServiceError('pms_refused', { reason });
}

interface Party {
  readonly booker: Subject;
  /** Guests who write in a form of their own. */
  readonly takenIds: ReadonlySet<string>;
}

async function readParty(
  rows: Rows,
  { propertyId, reservationId, hostFormId = '' }: GuestForm,
): Promise<Party | undefined> {
  const host = await rows.forms.find(hostFormId);
  if (host?.guestId === undefined) return undefined;
  const booker = await rows.subjects.find({ propertyId, reservationId, guestId: host.guestId });
  const forms = await rows.forms.listByReservation(propertyId, reservationId);
  const written = forms.filter((other) => !isUnwritten(other));
  const takenIds = new Set(written.flatMap(({ guestId }) => (guestId === undefined ? [] : [guestId])));
  return booker && { booker: booker.subject, takenIds };
}

async function findReservation(
  { pms }: AddCompanionParts,
  { form, call, bookerId }: { readonly form: GuestForm; readonly call: PmsCall; readonly bookerId: string },
): Promise<ReservationSnapshot | undefined> {
  for await (const page of pms.listReservations(call, { by: 'guest', guestId: bookerId })) {
    const found = page.find(({ reservationId }) => reservationId === form.reservationId);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isComing({ status }: ReservationSnapshot): boolean {
  return status === 'confirmed' || status === 'not_confirmed' || status === 'checked_in';
}

function findSame(
  { guests }: ReservationSnapshot,
  { content }: GuestForm,
  takenIds: ReadonlySet<string>,
): string | undefined {
  const name = toPlain(content.answers.firstName, content.answers.lastName);
  const same = guests.find(
    ({ subject: { guestId, fields } }) =>
      !takenIds.has(guestId) && toPlain(fields.firstName, fields.lastName) === name && !fields.isMainGuest,
  );
  return same?.subject.guestId;
}

function toPlain(...names: readonly (string | undefined)[]): string {
  return names.join(' ').normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase();
}

/** The PMS takes nobody without an address: of whom it has none, it is the booker's. */
async function add(
  { pms }: AddCompanionParts,
  {
    form,
    call,
    reservation,
    booker,
  }: Omit<Addition, 'lease'> & { readonly reservation: ReservationSnapshot; readonly booker: Subject },
): Promise<string> {
  const { adults, children } = booker.fields;
  if (reservation.guests.length >= adults + children) throw refusal('party_full');
  const guest = toWholeGuest(form.content.answers);
  const { firstName = '', lastName = '', country = booker.fields.country ?? '' } = guest;
  const email = guest.email ?? booker.fields.email ?? '';
  const added = await pms.addGuest(call, form.reservationId, { ...guest, firstName, lastName, country, email });
  return added.guestId;
}
