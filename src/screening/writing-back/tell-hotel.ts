import { plusMs } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import { housekeeping } from '../../domain/urgency.ts';
import type { AppErrorKey } from '../../ports/app-errors.ts';
import type { Rows } from '../../ports/store.ts';

/** What is not seen again within this is taken to be solved, and told anew when it comes back. */
const unseenMs = 7 * 86_400_000;
/** A field that nobody has changed for a day is contested no longer. */
const uncontestedMs = 86_400_000;

/** The hotel is told of a cause once, until it is solved. */
export async function tellHotel(
  rows: Rows,
  wrong: AppErrorKey & { readonly reservationId?: string; readonly at: Instant },
): Promise<void> {
  const isNew = await rows.appErrors.open(wrong);
  if (!isNew) return;
  const { propertyId, cause, about, at } = wrong;
  const payload = { propertyId, cause, about };
  await rows.jobs.enqueue({ kind: 'report-app-error', payload, urgency: housekeeping, runAt: at });
}

/** A write-back was taken: refusals are over once no guest of the property has one. */
export async function solveRefusals(rows: Rows, propertyId: string): Promise<void> {
  const refused = (await rows.appErrors.list(propertyId)).filter(({ cause }) => cause === 'write_refused');
  if (refused.length === 0 || (await rows.writeBacks.hasRefused(propertyId))) return;
  for (const error of refused) await rows.appErrors.solve(error);
}

/** What nobody has seen for long enough. */
export async function solveUnseen(rows: Rows, propertyId: string, now: Instant): Promise<void> {
  for (const error of await rows.appErrors.list(propertyId)) {
    const quietMs = error.cause === 'field_contested' ? uncontestedMs : unseenMs;
    if (plusMs(error.lastSeenAt, quietMs) <= now) await rows.appErrors.solve(error);
  }
}
