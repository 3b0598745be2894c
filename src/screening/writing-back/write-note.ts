import { isServiceError } from '../../domain/errors.ts';
import { noteHeading, toNote } from '../../domain/shown-fields.ts';
import type { Drift } from '../../domain/drift.ts';
import type { Instant } from '../../domain/subject.ts';
import type { WriteReceipt } from '../../ports/pms.ts';
import type { Rows } from '../../ports/store.ts';
import { keepWritten } from './keep-written.ts';
import type { WriteBackParts, WriteBackTask } from './write-back-task.ts';

/** Keeps the one note of a guest up to date; `false` where it is, or where staff deleted it and that is respected. */
export async function writeNote(parts: WriteBackParts, task: WriteBackTask): Promise<boolean> {
  const { shown, told, screening } = task;
  const text = toNote(shown);
  if (told?.writtenNote === text) return false;
  const mayStayAway = parts.driftFor(screening.propertyId) === 'respect' && hasSameHeading(told?.writtenNote, text);
  if (mayStayAway && told?.drift?.some(({ field }) => field === 'note') === true) return false;
  const receipt = await putNote(parts, task, { text, mayStayAway });
  await parts.store.transactionUnder(task.context.lease, (rows) =>
    saveNote(rows, task, { text, receipt, at: parts.clock.now() }),
  );
  return receipt !== undefined;
}

/** The heading says all that must not be missed. */
function hasSameHeading(before: string | undefined, text: string): boolean {
  return before?.split('\n')[0] === text.split('\n')[0];
}

interface PutNote {
  readonly text: string;
  /** Absent: it was deleted, and stays away. */
  readonly receipt: NoteReceipt | undefined;
  readonly at: Instant;
}

async function saveNote(rows: Rows, { screening }: WriteBackTask, { text, receipt, at }: PutNote): Promise<void> {
  const { propertyId, guestId, id: screeningId } = screening;
  const now = await rows.writeBacks.find(propertyId, guestId);
  const drift = now?.drift?.filter(({ field }) => field !== 'note') ?? [];
  if (now !== undefined && receipt === undefined) {
    const gone: Drift = { field: 'note', state: 'respected', since: at, repairs: 0 };
    await rows.writeBacks.save({ ...now, drift: [...drift, gone] });
    return;
  }
  const { requestId } = receipt ?? {};
  await keepWritten(rows, screening, {
    ...now,
    ...{ propertyId, guestId, screeningId, writtenNote: text, state: 'written', at, drift },
    ...(receipt !== undefined && { noteId: receipt.noteId }),
    ...(requestId !== undefined && { requestId }),
  });
}

type NoteReceipt = WriteReceipt & { readonly noteId: string };

/**
 * Updates the note that we know of. Without one, looks first: adding cannot be repeated safely, and the answer to an
 * earlier try may have been lost. Nothing where staff deleted it and it may stay away.
 */
async function putNote(
  { pms }: WriteBackParts,
  task: WriteBackTask,
  { text, mayStayAway }: { readonly text: string; readonly mayStayAway: boolean },
): Promise<NoteReceipt | undefined> {
  const { told, call, screening } = task;
  if (told?.noteId !== undefined) {
    const updated = await updateKnownNote({ pms }, task, { noteId: told.noteId, text });
    if (updated !== undefined) return updated;
  }
  const notes = await pms.listNotes(call, screening.guestId);
  const ours = notes.find((note) => note.text.startsWith(noteHeading));
  if (ours === undefined && mayStayAway && told?.noteId !== undefined) return undefined;
  if (ours === undefined) return pms.addNote(call, screening.guestId, text);
  const receipt = await pms.updateNote(call, screening.guestId, { noteId: ours.noteId, text });
  return { ...receipt, noteId: ours.noteId };
}

/** Nothing where the PMS refuses: mostly because staff deleted the note meanwhile, but it says so of no other reason either. */
async function updateKnownNote(
  { pms }: Pick<WriteBackParts, 'pms'>,
  { call, screening }: WriteBackTask,
  note: { readonly noteId: string; readonly text: string },
): Promise<NoteReceipt | undefined> {
  try {
    const receipt = await pms.updateNote(call, screening.guestId, note);
    return { ...receipt, noteId: note.noteId };
  } catch (error) {
    if (isServiceError(error, 'pms_refused')) return undefined;
    throw error;
  }
}
