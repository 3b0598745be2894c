import type { StockProgress, StockRepository } from '../ports/stock.ts';
import { prepareChange, prepareRows } from './prepared.ts';
import type { RowParts } from './row-parts.ts';

export function createStock({ database }: RowParts): StockRepository {
  const find = prepareRows(database, (given: { propertyId: string }) =>
    database
      .selectFrom('stock_taking')
      .select(['basis', 'step', 'after_no as afterNo'])
      .where('property_id', '=', given.propertyId),
  );
  const save = prepareChange(database, (given: StockProgress & { readonly propertyId: string }) => {
    const values = { basis: given.basis, step: given.step, after_no: given.afterNo };
    return database
      .insertInto('stock_taking')
      .values({ property_id: given.propertyId, ...values })
      .onConflict((conflict) => conflict.column('property_id').doUpdateSet(values));
  });
  return {
    find: async (propertyId) => (await find({ propertyId }))[0],
    async save(propertyId, { basis, step, afterNo }) {
      await save({ propertyId, basis, step, afterNo });
    },
  };
}
