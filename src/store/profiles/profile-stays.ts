import { type Kysely, sql } from 'kysely';
import type { ScreeningStatus, ShownOutcome } from '../../domain/screening.ts';
import type { ProfileStay } from '../../ports/profiles.ts';
import { selectJsonValues } from '../engine.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealing } from '../sealing.ts';
import { type SubjectRow, toSubject } from '../subjects/subject-row.ts';
import type { Tables } from '../tables.ts';

export interface StayRow extends SubjectRow {
  readonly no: number;
  readonly screeningId: string | null;
  readonly status: ScreeningStatus | null;
  readonly outcome: ShownOutcome | null;
  readonly updatedAt: string | null;
  readonly firstSeenAt: string | null;
}

export function toStay(row: StayRow, sealing: Sealing): ProfileStay {
  const { screeningId: id, status, outcome, updatedAt, firstSeenAt } = row;
  const screening =
    id === null || status === null || updatedAt === null
      ? undefined
      : { id, status, updatedAt, ...(outcome !== null && { outcome }) };
  return {
    subject: toSubject(row, sealing),
    ...(firstSeenAt !== null && { firstSeenAt }),
    ...(screening && { screening }),
  };
}

export function selectStays(database: Kysely<Tables>) {
  return database
    .selectFrom('subject')
    .leftJoin('screening', (join) =>
      join.onRef('screening.subject_no', '=', 'subject.no').on('screening.is_current', '=', sql.lit(1)),
    )
    .select(['subject.no', 'subject.property_id as propertyId', 'subject.reservation_id as reservationId'])
    .select(['subject.guest_id as guestId', 'subject.reservation_status as reservationStatus'])
    .select(['subject.sealed_fields as sealedFields', 'screening.id as screeningId', 'screening.status'])
    .select(['screening.shown_outcome as outcome', 'screening.updated_at as updatedAt'])
    .select(
      sql<string | null>`(select min(s.created_at) from screening s where s.subject_no = subject.no)`.as('firstSeenAt'),
    );
}

export function createStayQueries({ database, engine }: RowParts) {
  return {
    listStays: prepareRows(database, (given: { nos: string }) =>
      selectStays(database).where('subject.no', 'in', selectJsonValues(engine, given.nos, 'integer')),
    ),
  };
}
