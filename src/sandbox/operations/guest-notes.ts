import { addNote, changeNote } from '../world/guest-notes.ts';
import { toLocalTime } from '../world/local-time.ts';
import { getGuest } from '../world/world-state.ts';
import type { Handler } from './operation.ts';
import { requireOfProperty } from './ownership.ts';

export const getGuestNotes: Handler<'getGuestNotes'> = ({ state, input, property }) => {
  const { notes } = requireOfProperty(getGuest(state, input.guestID), property);
  const data = notes.map((note) => ({
    guestNoteID: note.noteId,
    userName: 'API',
    dateCreated: toLocalTime(note.createdAtMs, property.timezone),
    dateModified: toLocalTime(note.modifiedAtMs, property.timezone),
    guestNote: note.text,
  }));
  return { success: true, data };
};

export const postGuestNote: Handler<'postGuestNote'> = ({ state, input, property }) => {
  requireOfProperty(getGuest(state, input.guestID), property);
  return { success: true, guestNoteID: addNote(state, input.guestID, input.guestNote).noteId };
};

export const putGuestNote: Handler<'putGuestNote'> = ({ state, input, property }) => {
  requireOfProperty(getGuest(state, input.guestID), property);
  changeNote(state, input.guestID, { noteId: input.noteID, text: input.guestNote });
  return { success: true };
};
