import type { GuestMergeRepository } from '../../ports/guest-merges.ts';
import type { GuestKey } from '../../ports/profiles.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

/** Each guest has its last id beside it, so that a chain of merges is one look. */
export function createGuestMerges(parts: RowParts): GuestMergeRepository {
  const statements = createStatements(parts);
  const find = async (guest: GuestKey) => (await statements.find(guest))[0]?.intoId;
  return {
    async add({ propertyId, guestId }, into) {
      const beyond = await find({ propertyId, guestId: into });
      // Merged the other way round before: what the PMS says last counts.
      if (beyond === guestId) await statements.remove({ propertyId, guestId: into });
      const intoId = beyond === undefined || beyond === guestId ? into : beyond;
      const before = await find({ propertyId, guestId });
      if (before === intoId || intoId === guestId) return { guestId: intoId, isNew: false };
      await statements.repoint({ propertyId, guestId, intoId });
      await statements.save({ propertyId, guestId, intoId });
      return { guestId: intoId, isNew: true };
    },
    async listLast(propertyId, guestIds) {
      if (guestIds.length === 0) return new Map();
      const ids = toJsonRows(guestIds.map((id) => [id]));
      const rows = await statements.listLast({ propertyId, ids });
      return new Map(rows.map(({ guestId, intoId }) => [guestId, intoId]));
    },
    async listMerged({ propertyId, guestId }) {
      return (await statements.listMerged({ propertyId, guestId })).map((row) => row.guestId);
    },
  };
}

type MergeRow = GuestKey & { readonly intoId: string };

function createStatements({ database, engine }: RowParts) {
  return {
    find: prepareRows(database, (given: GuestKey) =>
      database
        .selectFrom('merged_guest')
        .select('into_id as intoId')
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
    listMerged: prepareRows(database, (given: GuestKey) =>
      database
        .selectFrom('merged_guest')
        .select('guest_id as guestId')
        .where('property_id', '=', given.propertyId)
        .where('into_id', '=', given.guestId)
        .orderBy('guest_id'),
    ),
    listLast: prepareRows(database, (given: { propertyId: string; ids: string }) =>
      database
        .selectFrom('merged_guest')
        .select(['guest_id as guestId', 'into_id as intoId'])
        .where('property_id', '=', given.propertyId)
        .where('guest_id', 'in', selectJsonValues(engine, given.ids, 'text')),
    ),
    save: prepareChange(database, (given: MergeRow) =>
      database
        .insertInto('merged_guest')
        .values({ property_id: given.propertyId, guest_id: given.guestId, into_id: given.intoId })
        .onConflict((conflict) => conflict.columns(['property_id', 'guest_id']).doUpdateSet({ into_id: given.intoId })),
    ),
    repoint: prepareChange(database, (given: MergeRow) =>
      database
        .updateTable('merged_guest')
        .set({ into_id: given.intoId })
        .where('property_id', '=', given.propertyId)
        .where('into_id', '=', given.guestId),
    ),
    remove: prepareChange(database, (given: GuestKey) =>
      database
        .deleteFrom('merged_guest')
        .where('property_id', '=', given.propertyId)
        .where('guest_id', '=', given.guestId),
    ),
  };
}
