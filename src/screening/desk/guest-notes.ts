import { randomUUID } from 'node:crypto';
import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { GuestNote } from '../../ports/desk.ts';
import type { Store } from '../../ports/store.ts';

export interface NoteAuthor {
  readonly id: string;
  readonly name: string;
}

export interface GuestNotes {
  /** On the guest of a screening, for all stays. Throws `screening_unknown`. */
  add(screeningId: string, said: { readonly text: string; readonly author: NoteAuthor }): Promise<GuestNote>;
  /** Throws `screening_unknown`, and `note_unknown` where that guest has no such note. */
  remove(screeningId: string, noteId: string, actor: string): Promise<void>;
}

/** What staff write down about guests. It stays here: the PMS has notes of its own. */
export function createGuestNotes({ store, clock }: { readonly store: Store; readonly clock: Clock }): GuestNotes {
  return {
    add: (screeningId, { text, author }) =>
      store.transaction(async (rows) => {
        const { propertyId, guestId } = await rows.screenings.get(screeningId);
        const at = clock.now();
        const note: GuestNote = {
          ...{ id: randomUUID(), propertyId, guestId, text, createdAt: at },
          ...{ authorId: author.id, authorName: author.name },
        };
        await rows.notes.add(note);
        await rows.screenings.addToTimeline({ screeningId, at, event: 'note_added', actor: author.name });
        return note;
      }),
    remove: (screeningId, noteId, actor) =>
      store.transaction(async (rows) => {
        const { propertyId, guestId } = await rows.screenings.get(screeningId);
        const notes = await rows.notes.list(propertyId, guestId);
        if (!notes.some(({ id }) => id === noteId)) throw new ServiceError('note_unknown', { screeningId });
        await rows.notes.remove(propertyId, noteId);
        await rows.screenings.addToTimeline({ screeningId, at: clock.now(), event: 'note_removed', actor });
      }),
  };
}
