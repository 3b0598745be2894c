import { syncUrgency } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { JobHandler } from '../ports/jobs.ts';
import type { Pms, PmsCall } from '../ports/pms.ts';
import type { Store } from '../ports/store.ts';
import { stopSubject } from './take-subject.ts';

export interface ConfirmDeletionParts {
  readonly store: Store;
  readonly pms: Pms;
  readonly clock: Clock;
}

/**
 * A deleted reservation is in no answer any more, so that no sync can miss it: what the bell says of it is held against
 * the reservations that the PMS lists for one of its guests. Where it is not among them, its subjects stop.
 */
export function createConfirmDeletion({ store, pms, clock }: ConfirmDeletionParts): JobHandler<'confirm-deletion'> {
  return async ({ propertyId, reservationId }, { lease, signal }) => {
    const { timeZone, stays } = await store.read(async (rows) => ({
      timeZone: (await rows.properties.get(propertyId)).timeZone,
      stays: await rows.subjects.listByReservations(propertyId, [reservationId]),
    }));
    const active = stays.filter(({ isActive }) => isActive);
    const [one] = active;
    if (one === undefined) return;
    const call: PmsCall = { property: { propertyId, timeZone }, urgency: syncUrgency, signal };
    for await (const page of pms.listReservations(call, { by: 'guest', guestId: one.subject.guestId })) {
      if (page.some((snapshot) => snapshot.reservationId === reservationId)) return;
    }
    await store.transactionUnder(lease, async (rows) => {
      for (const stay of active) await stopSubject(rows, stay, clock.now());
    });
  };
}
