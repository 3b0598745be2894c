import { isServiceError, type ServiceError } from '../domain/errors.ts';
import { mayPass } from '../domain/refusals.ts';
import type { Screening } from '../domain/screening.ts';
import type { Instant } from '../domain/subject.ts';
import { personWaits, toUrgency } from '../domain/urgency.ts';
import type { JobContext, JobHandler } from '../ports/jobs.ts';
import type { Rows } from '../ports/store.ts';
import { findShown, type ShownQuestion } from './syncing/find-shown.ts';
import { solveRefusals, tellHotel } from './writing-back/tell-hotel.ts';
import type { WriteBackParts, WriteBackTask } from './writing-back/write-back-task.ts';
import { writeFields } from './writing-back/write-fields.ts';
import { writeNote } from './writing-back/write-note.ts';

/**
 * Makes the PMS show what it should of a guest's next stay: writes what should be shown minus what was written, and sends nothing
 * where they agree. Late, doubled and repeated runs are harmless. A lasting refusal is stored for staff to see, and thrown.
 */
export function createWriteBack(parts: WriteBackParts): JobHandler<'write-back'> {
  return async ({ propertyId, guestId }, context) => {
    const task = await parts.store.read((rows) =>
      findTask(rows, { propertyId, guestId, now: parts.clock.now(), formLinks: parts.formLinks }, context),
    );
    if (task === undefined) return;
    const mode = parts.modeFor(propertyId);
    try {
      const fields = mode === 'note' ? 'unchanged' : await writeFields(parts, task);
      const wroteNote = mode !== 'custom_fields' && (await writeNote(parts, task));
      const result = wroteNote ? 'written' : fields;
      parts.metrics.count('write_backs', { result });
      if (result !== 'unchanged') await noteShown(parts, task, result);
    } catch (error) {
      const isRefused = isServiceError(error, 'pms_refused') && !mayPass(error, context.attempt);
      if (isRefused) await noteRefusal(parts, task, error);
      throw error;
    }
  };
}

async function findTask(rows: Rows, about: ShownQuestion, context: JobContext): Promise<WriteBackTask | undefined> {
  const { propertyId, guestId } = about;
  const found = await findShown(rows, about);
  if (found === undefined) return undefined;
  const { shown, screening, timeZone, arrivesOn, today } = found;
  const told = await rows.writeBacks.find(propertyId, guestId);
  const urgency = isDecisionNews(screening, told) ? personWaits : toUrgency(arrivesOn, today);
  return {
    ...{ shown, screening, told, context },
    call: { property: { propertyId, timeZone }, urgency, signal: context.signal },
  };
}

/** Whether a decision is not in the PMS yet: whoever decided looks for it there, so it is urgent. */
function isDecisionNews({ decision }: Screening, told: { readonly at: Instant } | undefined): boolean {
  return decision !== undefined && (told === undefined || told.at < decision.decidedAt);
}

async function noteShown(
  { store, clock, metrics }: WriteBackParts,
  { screening, context }: WriteBackTask,
  result: 'written' | 'repaired',
): Promise<void> {
  const at = clock.now();
  const entry = { screeningId: screening.id, at, event: 'written_back', actor: 'system' } as const;
  await store.transactionUnder(context.lease, async (rows) => {
    await rows.screenings.addToTimeline(entry);
    await solveRefusals(rows, screening.propertyId);
  });
  if (result === 'repaired') return;
  metrics.observe('booking_to_pms_seconds', {}, (Date.parse(at) - Date.parse(screening.createdAt)) / 1000);
}

async function noteRefusal(
  { store, clock, metrics }: WriteBackParts,
  { screening, context }: WriteBackTask,
  error: ServiceError,
): Promise<void> {
  const { id: screeningId, propertyId, reservationId, guestId } = screening;
  const at = clock.now();
  await store.transactionUnder(context.lease, async (rows) => {
    const told = await rows.writeBacks.find(propertyId, guestId);
    await rows.writeBacks.save({ ...told, propertyId, guestId, screeningId, state: 'refused', at });
    await rows.screenings.addToTimeline({ screeningId, at, event: 'write_back_refused', actor: 'system' });
    const reason = String(error.facts.reason ?? 'other');
    // A guest who is gone, or lives on under another ID, is nothing that the hotel has to mend.
    if (reason === 'guest_unknown') return;
    await tellHotel(rows, { propertyId, cause: 'write_refused', about: reason, reservationId, at });
  });
  metrics.count('write_backs', { result: 'refused' });
}
