import { sql } from 'kysely';
import type { PropertyFigureRepository } from '../../ports/property-figures.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export function createPropertyFigures({ database, engine }: RowParts): PropertyFigureRepository {
  const count = prepareRows(database, (given: { ids: string; arrivesOn: string }) =>
    database
      .selectFrom('screening')
      .select(['property_id as propertyId', 'status', 'shown_outcome as outcome'])
      .select((row) => row.fn.countAll<number>().as('count'))
      .where('is_current', '=', sql.lit(1))
      .where('property_id', 'in', selectJsonValues(engine, given.ids, 'text'))
      .where('arrives_on', '=', given.arrivesOn)
      .groupBy(['property_id', 'status', 'shown_outcome']),
  );
  return {
    async countArrivals(propertyIds, arrivesOn) {
      const states = await count({ ids: toJsonRows(propertyIds.map((id) => [id])), arrivesOn });
      return Map.groupBy(states, ({ propertyId }) => propertyId);
    },
  };
}
