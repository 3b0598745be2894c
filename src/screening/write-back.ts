import { toLocalDate } from '../domain/calendar.ts';
import { isServiceError } from '../domain/errors.ts';
import { toShownFields } from '../domain/shown-fields.ts';
import { toUrgency } from '../domain/urgency.ts';
import type { FormLinks } from '../ports/forms.ts';
import type { JobContext, JobHandler } from '../ports/jobs.ts';
import type { Rows } from '../ports/store.ts';
import { findNextStay } from './next-stay.ts';
import type { WriteBackParts, WriteBackTask } from './write-back-task.ts';
import { writeFields } from './write-fields.ts';
import { writeNote } from './write-note.ts';

/**
 * Makes the PMS show what it should of a guest's next stay: desired minus written, carried over. Nothing to carry, no
 * request. Late, doubled and repeated runs are harmless. A refusal is remembered for staff to see, and thrown.
 */
export function createWriteBack(parts: WriteBackParts): JobHandler<'write-back'> {
  return async ({ propertyId, guestId }, context) => {
    const task = await parts.store.read((rows) =>
      findTask(rows, { propertyId, guestId, now: parts.clock.now(), formLinks: parts.formLinks }, context),
    );
    if (task === undefined) return;
    const mode = parts.modeFor(propertyId);
    try {
      const wroteFields = mode !== 'note' && (await writeFields(parts, task));
      const wroteNote = mode !== 'custom_fields' && (await writeNote(parts, task));
      parts.metrics.count('write_backs', { result: wroteFields || wroteNote ? 'written' : 'unchanged' });
      if (wroteFields || wroteNote) await noteShown(parts, task);
    } catch (error) {
      if (isServiceError(error, 'pms_refused')) await noteRefusal(parts, task);
      throw error;
    }
  };
}

interface TaskQuestion {
  readonly propertyId: string;
  readonly guestId: string;
  readonly now: string;
  readonly formLinks: FormLinks;
}

async function findTask(rows: Rows, about: TaskQuestion, context: JobContext): Promise<WriteBackTask | undefined> {
  const { propertyId, guestId, now, formLinks } = about;
  const { timeZone } = await rows.properties.get(propertyId);
  const today = toLocalDate(now, timeZone);
  const stay = findNextStay(await rows.subjects.listByGuest(propertyId, guestId), today);
  if (stay?.currentScreeningId === undefined) return undefined;
  const screening = await rows.screenings.get(stay.currentScreeningId);
  const form = await rows.forms.findBySubject(screening);
  const formUrl = form?.state === 'open' ? formLinks.toUrl(form) : undefined;
  const shown = toShownFields(screening, timeZone, formUrl);
  if (shown === undefined) return undefined;
  const urgency = toUrgency(stay.subject.fields.arrivesOn, today);
  return {
    shown,
    screening,
    told: await rows.writeBacks.find(propertyId, guestId),
    call: { property: { propertyId, timeZone }, urgency, signal: context.signal },
    context,
  };
}

async function noteShown(
  { store, clock, metrics }: WriteBackParts,
  { screening, context }: WriteBackTask,
): Promise<void> {
  const at = clock.now();
  const entry = { screeningId: screening.id, at, event: 'written_back', actor: 'system' } as const;
  await store.transactionUnder(context.lease, (rows) => rows.screenings.addToTimeline(entry));
  metrics.observe('booking_to_pms_seconds', {}, (Date.parse(at) - Date.parse(screening.createdAt)) / 1000);
}

async function noteRefusal(
  { store, clock, metrics }: WriteBackParts,
  { screening, context }: WriteBackTask,
): Promise<void> {
  const { id: screeningId, propertyId, guestId } = screening;
  const at = clock.now();
  await store.transactionUnder(context.lease, async (rows) => {
    const told = await rows.writeBacks.find(propertyId, guestId);
    await rows.writeBacks.save({ ...told, propertyId, guestId, screeningId, state: 'refused', at });
    await rows.screenings.addToTimeline({ screeningId, at, event: 'write_back_refused', actor: 'system' });
  });
  metrics.count('write_backs', { result: 'refused' });
}
