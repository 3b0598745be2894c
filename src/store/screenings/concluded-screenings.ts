import { sql } from 'kysely';
import type { ScreeningRepository } from '../../ports/store.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import { screeningColumns, toScreening } from './screening-row.ts';
import { toSubject } from '../subjects/subject-row.ts';

/** Follows an index over property, age and id, so that no page costs more than another. */
export function createConcludedScreenings(parts: RowParts): Pick<ScreeningRepository, 'listConcluded'> {
  const { database, sealing } = parts;
  const list = prepareRows(database, (given: PageValues) =>
    database
      .selectFrom('screening')
      .innerJoin('subject', 'subject.no', 'screening.subject_no')
      .select(screeningColumns)
      .select(['subject.reservation_status as reservationStatus', 'subject.sealed_fields as sealedFields'])
      .where('screening.is_current', '=', sql.lit(1))
      .where('screening.property_id', '=', given.propertyId)
      .where('screening.created_at', '>=', given.since)
      .where(sql`(screening.created_at, screening.id)`, '<', sql`(${given.createdAt}, ${given.screeningId})`)
      .where(sql<boolean>`screening.status in ('completed', 'failed')`)
      .where('screening.outcome', 'is not', null)
      .where('screening.sealed_findings', 'is not', null)
      .orderBy('screening.created_at', 'desc')
      .orderBy('screening.id', 'desc')
      .limit(given.limit),
  );
  return {
    async listConcluded({ propertyId, since, limit, after = beforeAll }) {
      const rows = await list({ propertyId, since, limit, ...after });
      return rows.map((row) => ({ screening: toScreening(row, sealing), subject: toSubject(row, sealing) }));
    },
  };
}

/** Later than any instant: the first page. */
const beforeAll = { createdAt: '~', screeningId: '' };

interface PageValues {
  readonly propertyId: string;
  readonly since: string;
  readonly createdAt: string;
  readonly screeningId: string;
  readonly limit: number;
}
