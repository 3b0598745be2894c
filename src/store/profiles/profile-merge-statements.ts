import { sql } from 'kysely';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';
import { cardsOf } from './profile-cards-of.ts';

export function createMergeStatements(parts: RowParts) {
  return { ...createRecord(parts), ...createTree(parts) };
}

function createRecord({ database }: RowParts) {
  return {
    /** Those that stand, newest first. */
    list: prepareRows(database, (given: { no: number }) =>
      database
        .selectFrom('profile_merge as m')
        .innerJoin('profile as p', 'p.no', 'm.from_no')
        .select(['m.id', 'm.at', 'm.from_no as fromNo', 'p.id as fromId', 'm.sealed_merge as sealed'])
        .where('m.from_no', 'in', cardsOf(database, given.no))
        .where('m.undone_at', 'is', null)
        .orderBy('m.no', 'desc'),
    ),
    add: prepareChange(database, (given: { id: string; at: string; fromNo: number; sealed: Sealed }) =>
      database.insertInto('profile_merge').values({
        id: given.id,
        from_no: given.fromNo,
        at: given.at,
        undone_at: null,
        sealed_merge: given.sealed,
      }),
    ),
    undo: prepareChange(database, (given: { mergeId: string; at: string; sealed: Sealed }) =>
      database
        .updateTable('profile_merge')
        .set({ undone_at: given.at, sealed_merge: given.sealed })
        .where('id', '=', given.mergeId),
    ),
    tellApart: prepareChange(database, (given: { oneNo: number; otherNo: number; at: string; sealed: Sealed }) => {
      const values = { at: given.at, sealed_said: given.sealed };
      return database
        .insertInto('profile_apart')
        .values({ one_no: given.oneNo, other_no: given.otherNo, ...values })
        .onConflict((conflict) => conflict.columns(['one_no', 'other_no']).doUpdateSet(values));
    }),
  };
}

function createTree({ database }: RowParts) {
  return {
    setParent: prepareChange(database, (given: { no: number; parentNo: number }) =>
      database.updateTable('profile').set({ parent_no: given.parentNo }).where('no', '=', given.no),
    ),
    /** Of a card and of all that were put into it. */
    setRoot: prepareChange(database, (given: { before: number; after: number }) =>
      database.updateTable('profile').set({ root_no: given.after }).where('no', 'in', cardsOf(database, given.before)),
    ),
    /** A card becomes one of its own again, with all that were put into it before. */
    takeOut: prepareChange(database, (given: { no: number }) =>
      database
        .updateTable('profile')
        .set({
          parent_no: sql<number | null>`case when no = ${given.no} then null else parent_no end`,
          root_no: sql<number | null>`case when no = ${given.no} then null else ${given.no} end`,
        })
        .where(
          'no',
          'in',
          sql<number>`(with recursive below(no) as (
            select ${given.no} union select p.no from profile p join below b on p.parent_no = b.no
          ) select no from below)`,
        ),
    ),
  };
}
