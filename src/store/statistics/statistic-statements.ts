import { sql } from 'kysely';
import type { SubjectKey } from '../../ports/store.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';

export function createStatisticStatements(parts: RowParts) {
  return { ...createFinds(parts), ...createQueries(parts), ...createChanges(parts) };
}

function createFinds({ database }: RowParts) {
  return {
    find: prepareRows(database, (given: SubjectKey) =>
      database
        .selectFrom('subject')
        .leftJoin('counted_stay', 'counted_stay.subject_no', 'subject.no')
        .select(['subject.no as subjectNo', 'subject.fingerprint', 'counted_stay.sealed_facts as sealed'])
        .select(sql<number>`counted_stay.subject_no is not null`.as('isCounted'))
        .where('subject.property_id', '=', given.propertyId)
        .where('subject.reservation_id', '=', given.reservationId)
        .where('subject.guest_id', '=', given.guestId),
    ),
    /** As what the same stay is counted under a guest id that has ended up in this one. */
    findMerged: prepareRows(database, (given: SubjectKey) =>
      database
        .selectFrom('merged_guest as g')
        .innerJoin('subject as s', (join) =>
          join.onRef('s.property_id', '=', 'g.property_id').onRef('s.guest_id', '=', 'g.guest_id'),
        )
        .innerJoin('counted_stay as c', 'c.subject_no', 's.no')
        .select(['s.no as subjectNo', 'c.sealed_facts as sealed'])
        .where('g.property_id', '=', given.propertyId)
        .where('g.into_id', '=', given.guestId)
        .where('s.reservation_id', '=', given.reservationId)
        .where('c.sealed_facts', 'is not', null)
        .limit(1),
    ),
  };
}

function createQueries({ database }: RowParts) {
  return {
    listOpen: prepareRows(database, (given: { propertyId: string; departsFrom: string; arrivesFrom: string }) =>
      database
        .selectFrom('screening')
        .innerJoin('subject', 'subject.no', 'screening.subject_no')
        .select('screening.updated_at as at')
        .where('screening.is_current', '=', sql.lit(1))
        .where('screening.property_id', '=', given.propertyId)
        .where('screening.arrives_on', '>=', given.arrivesFrom)
        .where(sql<boolean>`screening.shown_outcome in ('review', 'flagged')`)
        .where('subject.departs_on', '>=', given.departsFrom)
        .where('subject.is_active', '=', sql.lit(1))
        .orderBy('screening.updated_at')
        .limit(10_000),
    ),
    listUncounted: prepareRows(database, (given: { propertyId: string; afterNo: number; limit: number }) =>
      database
        .selectFrom('subject')
        .leftJoin('counted_stay', 'counted_stay.subject_no', 'subject.no')
        .leftJoin('screening', (join) =>
          join
            .onRef('screening.subject_no', '=', 'subject.no')
            .on('screening.is_current', '=', sql.lit(1))
            .on('counted_stay.subject_no', 'is', null)
            .on(sql<boolean>`screening.status in ('completed', 'failed')`),
        )
        .select(['subject.no', 'screening.id as screeningId'])
        .where('subject.property_id', '=', given.propertyId)
        .where('subject.no', '>', given.afterNo)
        .orderBy('subject.no')
        .limit(given.limit),
    ),
  };
}

function createChanges({ database, engine }: RowParts) {
  const cellColumns = ['property_id', 'dimension', 'period', 'value', 'outcome'] as const;
  return {
    add: prepareChange(database, (given: { rows: string }) =>
      database
        .insertInto('statistic')
        .columns([...cellColumns, 'stays'])
        .expression(engine.selectJsonRows(given.rows, ['text', 'text', 'text', 'text', 'text', 'integer']))
        .onConflict((conflict) =>
          conflict.columns([...cellColumns]).doUpdateSet((row) => ({
            stays: sql<number>`${row.ref('statistic.stays')} + excluded.stays`,
          })),
        ),
    ),
    save: prepareChange(database, (given: { subjectNo: number; sealed: Sealed | null }) =>
      database
        .insertInto('counted_stay')
        .values({ subject_no: given.subjectNo, sealed_facts: given.sealed })
        .onConflict((conflict) => conflict.column('subject_no').doUpdateSet({ sealed_facts: given.sealed })),
    ),
    forget: prepareChange(database, (given: { propertyId: string; guestId: string }) =>
      database
        .updateTable('counted_stay')
        .set({ sealed_facts: null })
        .where('subject_no', 'in', (row) =>
          row
            .selectFrom('subject')
            .select('no')
            .where('property_id', '=', given.propertyId)
            .where('guest_id', '=', given.guestId),
        ),
    ),
  };
}
