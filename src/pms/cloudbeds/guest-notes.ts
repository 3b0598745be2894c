import { ServiceError } from '../../domain/errors.ts';
import type { Pms, PmsNote } from '../../ports/pms.ts';
import type { HttpDoor } from './http-door.ts';
import { toScope } from './listings.ts';
import { isFields, readId } from './loose-values.ts';
import type { Row } from './operations.ts';

type Notes = Pick<Pms, 'listNotes' | 'addNote' | 'updateNote'>;

/** A guest's notes. The PMS has no idempotency key: whoever adds one looks first. */
export function createGuestNotes(door: HttpDoor): Notes {
  return {
    listNotes: async (call, guestId) => {
      const { propertyId } = call.property;
      const answer = await door.ask('getGuestNotes', { propertyID: propertyId, guestID: guestId }, toScope(call));
      if (!Array.isArray(answer.body.data)) throw new ServiceError('pms_bad_answer', { reason: 'no_rows', propertyId });
      return answer.body.data.flatMap(toNote);
    },
    addNote: async (call, guestId, text) => {
      const { propertyId } = call.property;
      const form = { propertyID: propertyId, guestID: guestId, guestNote: text };
      const { body, requestId } = await door.ask('postGuestNote', form, toScope(call));
      const noteId = readId(body.guestNoteID) ?? (isFields(body.data) ? readId(body.data.guestNoteID) : undefined);
      if (noteId === undefined)
        throw new ServiceError('pms_bad_answer', { reason: 'no_note_id', propertyId, requestId });
      return { noteId, requestId };
    },
    updateNote: async (call, guestId, note) => {
      const form = {
        propertyID: call.property.propertyId,
        guestID: guestId,
        noteID: note.noteId,
        guestNote: note.text,
      };
      const { requestId } = await door.ask('putGuestNote', form, toScope(call));
      return { requestId };
    },
  };
}

function toNote(row: unknown): readonly PmsNote[] {
  if (!isFields(row)) return [];
  const note: Row<'GuestNote'> = row;
  const noteId = readId(note.guestNoteID);
  return noteId === undefined ? [] : [{ noteId, text: typeof note.guestNote === 'string' ? note.guestNote : '' }];
}
