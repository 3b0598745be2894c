import type { ProfileNote } from '../../ports/profiles.ts';
import type { Sealing } from '../sealing.ts';
import type { Sealed } from '../tables.ts';

/** What is sealed of a note. */
export type SealedNote = Pick<ProfileNote, 'text' | 'by'> & {
  readonly withdrawn?: { readonly by: string; readonly reason: string };
};

export function openNote(sealing: Sealing, noteId: string, sealed: Sealed): SealedNote {
  return sealing.open(toNotePlace(noteId), sealed) as SealedNote;
}

export function toNotePlace(noteId: string): string {
  return `profile_note/${noteId}`;
}
