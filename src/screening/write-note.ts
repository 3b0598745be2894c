import { isServiceError } from '../domain/errors.ts';
import { noteHeading, toNote } from '../domain/shown-fields.ts';
import type { WriteReceipt } from '../ports/pms.ts';
import type { WriteBackParts, WriteBackTask } from './write-back-task.ts';

/** Keeps the one note of a guest up to date; `false` where it is. */
export async function writeNote(parts: WriteBackParts, task: WriteBackTask): Promise<boolean> {
  const { shown, told, screening } = task;
  const { propertyId, guestId, id: screeningId } = screening;
  const text = toNote(shown);
  if (told?.writtenNote === text) return false;
  const { noteId, requestId } = await putNote(parts, task, text);
  await parts.store.transactionUnder(task.context.lease, async (rows) => {
    const now = await rows.writeBacks.find(propertyId, guestId);
    await rows.writeBacks.save({
      ...now,
      propertyId,
      guestId,
      screeningId,
      writtenNote: text,
      noteId,
      state: 'written',
      at: parts.clock.now(),
      ...(requestId === undefined ? {} : { requestId }),
    });
  });
  return true;
}

type NoteReceipt = WriteReceipt & { readonly noteId: string };

/**
 * Updates the note that we know of. Without one, looks first: adding cannot be repeated safely, and the answer to an
 * earlier try may have been lost.
 */
async function putNote({ pms }: WriteBackParts, task: WriteBackTask, text: string): Promise<NoteReceipt> {
  const { told, call, screening } = task;
  if (told?.noteId !== undefined) {
    const updated = await updateKnownNote({ pms }, task, { noteId: told.noteId, text });
    if (updated !== undefined) return updated;
  }
  const notes = await pms.listNotes(call, screening.guestId);
  const ours = notes.find((note) => note.text.startsWith(noteHeading));
  if (ours === undefined) return pms.addNote(call, screening.guestId, text);
  const receipt = await pms.updateNote(call, screening.guestId, { noteId: ours.noteId, text });
  return { ...receipt, noteId: ours.noteId };
}

/** Nothing where staff deleted the note meanwhile. */
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
