import { sql } from 'kysely';
import type { Warning } from '../../domain/known-guest.ts';
import { selectJsonValues } from '../engine.ts';
import { prepareRows } from '../prepared.ts';
import { openNote } from '../profiles/profile-note-place.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';

interface Guest {
  readonly propertyId: string;
  readonly guestId: string;
}

/** Which subjects are of one person, and what is said of it; each half follows an index of its own. */
export function createPersonStatements(parts: RowParts) {
  return { listOwn: createListOwn(parts), ...createCardStatements(parts) };
}

function createCardStatements({ database }: RowParts) {
  const rootOf = sql<number>`coalesce(p.root_no, p.no)`;
  const cardOf = (given: Guest) =>
    database
      .selectFrom('profile_member as m')
      .innerJoin('profile as p', 'p.no', 'm.profile_no')
      .innerJoin('profile as q', (join) =>
        join.on((row) => row.or([row('q.no', '=', rootOf), row('q.root_no', '=', rootOf)])),
      )
      .where('m.property_id', '=', given.propertyId)
      .where('m.guest_id', '=', given.guestId);
  return {
    /** `isMerged`: people put cards together, and so said that everybody on them is one person. */
    listOnCard: prepareRows(database, (given: Guest) =>
      cardOf(given)
        .innerJoin('profile_member as o', 'o.profile_no', 'q.no')
        .innerJoin('subject as s', (join) =>
          join.onRef('s.property_id', '=', 'o.property_id').onRef('s.guest_id', '=', 'o.guest_id'),
        )
        .select('s.no')
        .select(sql<number>`exists (select 1 from profile c where c.root_no = ${rootOf})`.as('isMerged')),
    ),
    listWarnings: prepareRows(database, (given: Guest) =>
      cardOf(given)
        .innerJoin('profile_note as n', 'n.profile_no', 'q.no')
        .select(['n.id', 'n.at', 'n.sealed_note as sealed'])
        .where(sql<boolean>`n.kind = 'warning' and n.withdrawn_at is null`)
        .orderBy('n.no'),
    ),
  };
}

/** By its id, by one that was merged into it, and by what it has in common with others. */
function createListOwn({ database, engine }: RowParts) {
  return prepareRows(database, (given: Guest & { readonly keys: string }) =>
    database
      .selectFrom('subject')
      .select('subject.no')
      .where('subject.property_id', '=', given.propertyId)
      .where('subject.guest_id', '=', given.guestId)
      .union(
        database
          .selectFrom('merged_guest as g')
          .innerJoin('subject as s', (join) =>
            join.onRef('s.property_id', '=', 'g.property_id').onRef('s.guest_id', '=', 'g.guest_id'),
          )
          .select('s.no')
          .where('g.property_id', '=', given.propertyId)
          .where('g.into_id', '=', given.guestId),
      )
      .union(
        database
          .selectFrom('subject_search')
          .select('subject_search.subject_no as no')
          .where('subject_search.property_id', '=', given.propertyId)
          .where('subject_search.digest', 'in', selectJsonValues(engine, given.keys, 'bytes')),
      ),
  );
}

export function openWarning(
  { sealing }: RowParts,
  { id, at, sealed }: { readonly id: string; readonly at: string; readonly sealed: Sealed },
): Warning {
  const { text, by } = openNote(sealing, id, sealed);
  return { text, by, at };
}
