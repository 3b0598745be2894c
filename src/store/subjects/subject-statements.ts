import { sql } from 'kysely';
import type { ReservationStatus } from '../../domain/subject.ts';
import type { SubjectKey } from '../../ports/store.ts';
import { selectJsonValues } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Flag, Sealed } from '../tables.ts';

export type SubjectStatements = ReturnType<typeof createSubjectStatements>;

export function createSubjectStatements(parts: RowParts) {
  return { ...createQueries(parts), ...createChanges(parts) };
}

function createQueries({ database, engine }: RowParts) {
  const select = () =>
    database
      .selectFrom('subject')
      .leftJoin('screening', (join) =>
        join.onRef('screening.subject_no', '=', 'subject.no').on('screening.is_current', '=', sql.lit(1)),
      )
      .select(['subject.no', 'subject.property_id as propertyId', 'subject.reservation_id as reservationId'])
      .select(['subject.guest_id as guestId', 'subject.reservation_status as reservationStatus'])
      .select(['subject.sealed_fields as sealedFields', 'subject.is_active as isActive', 'subject.fingerprint'])
      .select(['subject.arrives_on as arrivesOn', 'subject.search_digests as searchDigests'])
      .select('screening.id as currentScreeningId');
  return {
    find: prepareRows(database, (given: SubjectKey) =>
      select()
        .where('subject.property_id', '=', given.propertyId)
        .where('subject.reservation_id', '=', given.reservationId)
        .where('subject.guest_id', '=', given.guestId),
    ),
    listByReservations: prepareRows(database, (given: { propertyId: string; ids: string }) =>
      select()
        .where('subject.property_id', '=', given.propertyId)
        .where('subject.reservation_id', 'in', selectJsonValues(engine, given.ids, 'text'))
        .orderBy('subject.no'),
    ),
    listActiveReservations: prepareRows(
      database,
      (given: { propertyId: string; from: string; to: string; arrivedFrom: string }) =>
        database
          .selectFrom('screening')
          .innerJoin('subject', 'subject.no', 'screening.subject_no')
          .select('subject.reservation_id as reservationId')
          .where('screening.is_current', '=', sql.lit(1))
          .where('screening.property_id', '=', given.propertyId)
          .where('screening.arrives_on', '>=', given.arrivedFrom)
          .where('screening.arrives_on', '<=', given.to)
          .where('subject.is_active', '=', sql.lit(1))
          .where('subject.departs_on', '>=', given.from)
          .distinct()
          .orderBy('subject.reservation_id'),
    ),
    listByGuest: prepareRows(database, (given: { propertyId: string; guestId: string }) =>
      select()
        .where('subject.property_id', '=', given.propertyId)
        .where('subject.guest_id', '=', given.guestId)
        .orderBy('subject.no'),
    ),
  };
}

interface NewSubjectRow extends SubjectKey {
  readonly reservationStatus: ReservationStatus;
  readonly isActive: Flag;
  readonly fingerprint: string;
  readonly arrivesOn: string;
  readonly departsOn: string;
  readonly sealedFields: Sealed;
  readonly searchDigests: Uint8Array;
}

function createChanges({ database }: RowParts) {
  return {
    save: prepareRows(database, (given: NewSubjectRow) => {
      const values = {
        reservation_status: given.reservationStatus,
        is_active: given.isActive,
        fingerprint: given.fingerprint,
        arrives_on: given.arrivesOn,
        departs_on: given.departsOn,
        sealed_fields: given.sealedFields,
        search_digests: given.searchDigests,
      };
      const key = { property_id: given.propertyId, reservation_id: given.reservationId, guest_id: given.guestId };
      return database
        .insertInto('subject')
        .values({ ...key, ...values })
        .onConflict((conflict) => conflict.columns(['property_id', 'reservation_id', 'guest_id']).doUpdateSet(values))
        .returning('no');
    }),
    setInactive: prepareChange(database, (given: SubjectKey) =>
      database
        .updateTable('subject')
        .set({ is_active: 0 })
        .where('property_id', '=', given.propertyId)
        .where('reservation_id', '=', given.reservationId)
        .where('guest_id', '=', given.guestId),
    ),
    moveArrival: prepareChange(database, (given: { no: number; arrivesOn: string }) =>
      database.updateTable('screening').set({ arrives_on: given.arrivesOn }).where('subject_no', '=', given.no),
    ),
  };
}
