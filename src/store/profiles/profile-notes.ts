import { ServiceError } from '../../domain/errors.ts';
import type { ProfileNote, ProfileRepository } from '../../ports/profiles.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';
import { cardsOf } from './profile-cards-of.ts';
import { openNote, type SealedNote, toNotePlace } from './profile-note-place.ts';
import type { ProfileRoots } from './profile-roots.ts';

interface NoteRow {
  readonly id: string;
  readonly kind: ProfileNote['kind'];
  readonly at: string;
  readonly withdrawnAt: string | null;
  readonly sealed: Sealed;
}

export function createProfileNotes(
  parts: RowParts,
  roots: ProfileRoots,
): Pick<ProfileRepository, 'listNotes' | 'addNote' | 'withdrawNote'> {
  const { sealing } = parts;
  const statements = createStatements(parts);
  const toNote = ({ id, kind, at, withdrawnAt, sealed }: NoteRow): ProfileNote => {
    const { withdrawn, ...said } = openNote(sealing, id, sealed);
    const end = withdrawnAt !== null && withdrawn !== undefined && { withdrawn: { ...withdrawn, at: withdrawnAt } };
    return { id, kind, at, ...said, ...end };
  };
  return {
    async listNotes(profileId) {
      const { no } = await roots.get(profileId);
      return (await statements.list({ no })).map(toNote);
    },
    async addNote(profileId, { id, kind, text, by, at }) {
      const { no } = await roots.get(profileId);
      const sealed = sealing.seal(toNotePlace(id), { text, by } satisfies SealedNote);
      await statements.add({ id, no, kind, at, sealed });
      await roots.touch(no);
    },
    async withdrawNote(profileId, noteId, { by, at, reason }) {
      const { no } = await roots.get(profileId);
      const row = (await statements.list({ no })).find(({ id }) => id === noteId);
      if (row?.withdrawnAt !== null) throw new ServiceError('profile_note_unknown', { profileId, noteId });
      const note = toNote(row);
      const { text, by: writer } = note;
      const sealed = sealing.seal(toNotePlace(noteId), {
        text,
        by: writer,
        withdrawn: { by, reason },
      } satisfies SealedNote);
      await statements.withdraw({ noteId, at, sealed });
      await roots.touch(no);
      return { ...note, withdrawn: { by, at, reason } };
    },
  };
}

interface NewNoteRow extends Omit<NoteRow, 'withdrawnAt'> {
  readonly no: number;
}

function createStatements({ database }: RowParts) {
  return {
    list: prepareRows(database, (given: { no: number }) =>
      database
        .selectFrom('profile_note')
        .select(['id', 'kind', 'at', 'withdrawn_at as withdrawnAt', 'sealed_note as sealed'])
        .where('profile_no', 'in', cardsOf(database, given.no))
        .orderBy('at', 'desc')
        .orderBy('no', 'desc'),
    ),
    add: prepareChange(database, (given: NewNoteRow) =>
      database.insertInto('profile_note').values({
        id: given.id,
        profile_no: given.no,
        kind: given.kind,
        at: given.at,
        withdrawn_at: null,
        sealed_note: given.sealed,
      }),
    ),
    withdraw: prepareChange(database, (given: { noteId: string; at: string; sealed: Sealed }) =>
      database
        .updateTable('profile_note')
        .set({ withdrawn_at: given.at, sealed_note: given.sealed })
        .where('id', '=', given.noteId),
    ),
  };
}
