import { sql } from 'kysely';
import type { CountedState } from '../domain/tonight.ts';
import type { PropertyFigureRepository } from '../ports/property-figures.ts';
import { prepareRows } from './prepared.ts';
import type { RowParts } from './row-parts.ts';

/** Further back nothing is looked for: an index over properties would cost every event that is taken in. */
const newestEvents = 5_000;

export function createPropertyFigures({ database }: RowParts): PropertyFigureRepository {
  const count = prepareRows(database, (given: { propertyId: string; arrivesOn: string }) =>
    database
      .selectFrom('screening')
      .select(['status', 'shown_outcome as outcome', (row) => row.fn.countAll<number>().as('count')])
      .where('is_current', '=', sql.lit(1))
      .where('property_id', '=', given.propertyId)
      .where('arrives_on', '=', given.arrivesOn)
      .groupBy(['status', 'shown_outcome']),
  );
  const listNewest = prepareRows(database, () =>
    database
      .selectFrom(
        database
          .selectFrom('event')
          .select(['property_id', 'received_at'])
          .orderBy('received_at', 'desc')
          .limit(sql.lit(newestEvents))
          .as('newest'),
      )
      .select(['property_id as propertyId', (row) => row.fn.max('received_at').as('receivedAt')])
      .groupBy('property_id'),
  );
  return {
    countArrivals: async (propertyId, arrivesOn): Promise<readonly CountedState[]> => count({ propertyId, arrivesOn }),
    async listLastEvents() {
      const rows = await listNewest({});
      return new Map(rows.map(({ propertyId, receivedAt }) => [propertyId, receivedAt]));
    },
  };
}
