import { sql } from 'kysely';
import type { Spend, SpendingRepository } from '../../ports/check-memory.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

type SpendKey = Omit<Spend, 'minorUnits'>;

export function createSpending({ database }: RowParts): SpendingRepository {
  const find = prepareRows(database, (given: SpendKey) =>
    database
      .selectFrom('spending')
      .select('minor_units as minorUnits')
      .where('property_id', '=', given.propertyId)
      .where('provider_id', '=', given.providerId)
      .where('month', '=', given.month),
  );
  const add = prepareChange(database, ({ propertyId, providerId, month, minorUnits }: Spend) =>
    database
      .insertInto('spending')
      .values({ property_id: propertyId, provider_id: providerId, month, minor_units: minorUnits })
      .onConflict((conflict) =>
        conflict.columns(['property_id', 'provider_id', 'month']).doUpdateSet((row) => ({
          minor_units: sql<number>`${row.ref('spending.minor_units')} + excluded.minor_units`,
        })),
      ),
  );
  const findSpent = async (key: SpendKey) => (await find(key))[0]?.minorUnits ?? 0;

  return {
    find: findSpent,
    async reserve(spend, ceilingMinorUnits) {
      // The one writer makes this safe: nothing comes between the look and the change.
      if ((await findSpent(spend)) + spend.minorUnits > ceilingMinorUnits) return false;
      await add(spend);
      return true;
    },
    async giveBack(spend) {
      await add({ ...spend, minorUnits: -spend.minorUnits });
    },
  };
}
