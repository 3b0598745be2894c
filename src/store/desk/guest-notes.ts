import type { GuestNote, NoteRepository } from '../../ports/desk.ts';
import type { GuestMergeRepository } from '../../ports/guest-merges.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../column-kinds.ts';

type SealedNote = Pick<GuestNote, 'text' | 'authorId' | 'authorName'>;

export function createGuestNotes(parts: RowParts, merges: Pick<GuestMergeRepository, 'listLast'>): NoteRepository {
  const { sealing } = parts;
  const statements = createStatements(parts);
  const toLast = async (propertyId: string, guestId: string) =>
    (await merges.listLast(propertyId, [guestId])).get(guestId) ?? guestId;
  return {
    async add({ id, propertyId, guestId: about, createdAt, ...said }) {
      const guestId = await toLast(propertyId, about);
      await statements.add({ id, propertyId, guestId, createdAt, sealed: sealing.seal(placeOf(id), said) });
    },
    async list(propertyId, guestId) {
      const rows = await statements.list({ propertyId, guestId: await toLast(propertyId, guestId) });
      return rows.map(({ id, createdAt, sealed }) => {
        return { id, propertyId, guestId, createdAt, ...(sealing.open(placeOf(id), sealed) as SealedNote) };
      });
    },
    async count(propertyId, guestIds) {
      const last = await merges.listLast(propertyId, guestIds);
      const ids = toJsonRows([...guestIds, ...last.values()].map((id) => [id]));
      const rows = await statements.count({ propertyId, guestIds: ids });
      const counts = new Map(rows.map(({ guestId, notes }) => [guestId, Number(notes)]));
      return new Map(
        guestIds.flatMap((id) => {
          const notes = counts.get(last.get(id) ?? id);
          return notes === undefined ? [] : [[id, notes] as const];
        }),
      );
    },
    async remove(propertyId, noteId) {
      return (await statements.remove({ propertyId, noteId })) > 0;
    },
    async moveGuest(propertyId, guestId, mergedInto) {
      await statements.moveGuest({ propertyId, guestId, mergedInto });
    },
    async forgetGuest(propertyId, guestId) {
      await statements.forgetGuest({ propertyId, guestId });
    },
  };
}

function placeOf(noteId: string): string {
  return `guest_note/${noteId}`;
}

interface NoteRow {
  readonly id: string;
  readonly propertyId: string;
  readonly guestId: string;
  readonly createdAt: string;
  readonly sealed: Sealed;
}

function createStatements({ database, engine }: RowParts) {
  return {
    add: prepareChange(database, (given: NoteRow) =>
      database.insertInto('guest_note').values({
        id: given.id,
        property_id: given.propertyId,
        guest_id: given.guestId,
        created_at: given.createdAt,
        sealed_note: given.sealed,
      }),
    ),
    list: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      database
        .selectFrom('guest_note')
        .select(['id', 'created_at as createdAt', 'sealed_note as sealed'])
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId)
        .orderBy('created_at', 'desc')
        .orderBy('id'),
    ),
    count: prepareRows(database, (given: { propertyId: string; guestIds: string }) =>
      database
        .selectFrom('guest_note')
        .select((row) => ['guest_id as guestId', row.fn.countAll().as('notes')])
        .where('property_id', '=', given.propertyId)
        .where('guest_id', 'in', selectJsonValues(engine, given.guestIds, 'text'))
        .groupBy('guest_id'),
    ),
    remove: prepareChange(database, (given: { propertyId: string; noteId: string }) =>
      database.deleteFrom('guest_note').where('property_id', '=', given.propertyId).where('id', '=', given.noteId),
    ),
    moveGuest: prepareChange(database, (given: { propertyId: string; guestId: string; mergedInto: string }) =>
      database
        .updateTable('guest_note')
        .set({ guest_id: given.mergedInto })
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
    forgetGuest: prepareChange(database, (given: { propertyId: string; guestId: string }) =>
      database
        .deleteFrom('guest_note')
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
  };
}
