import { sql } from 'kysely';
import { selectJsonValues } from './engine.ts';
import { prepareChange, prepareRows } from './prepared.ts';
import type { RowParts } from './row-parts.ts';
import type { Sealed } from './tables.ts';

export interface HouseListRow {
  readonly id: string;
  readonly sealedEntry: Sealed;
}

interface NewEntryRow {
  readonly id: string;
  readonly propertyId: string;
  readonly createdAt: string;
  readonly validUntil: string | null;
  readonly sealed: Sealed;
}

export function createHouseListStatements(parts: RowParts) {
  return { ...createChanges(parts), ...createQueries(parts) };
}

function createChanges({ database, engine }: RowParts) {
  return {
    add: prepareRows(database, (given: NewEntryRow) =>
      database
        .insertInto('house_list_entry')
        .values({
          id: given.id,
          property_id: given.propertyId,
          created_at: given.createdAt,
          valid_until: given.validUntil,
          sealed_entry: given.sealed,
        })
        .returning('no'),
    ),
    addKeys: prepareChange(database, (given: { rows: string }) =>
      database
        .insertInto('house_list_key')
        .columns(['property_id', 'digest', 'kind', 'entry_no'])
        .expression(engine.selectJsonRows(given.rows, ['text', 'bytes', 'text', 'integer']))
        .onConflict((conflict) => conflict.doNothing()),
    ),
    remove: prepareChange(database, (given: { propertyId: string; entryId: string }) =>
      database
        .deleteFrom('house_list_entry')
        .where('property_id', '=', given.propertyId)
        .where('id', '=', given.entryId),
    ),
  };
}

function createQueries({ database, engine }: RowParts) {
  const select = () => database.selectFrom('house_list_entry').select(['id', 'sealed_entry as sealedEntry']);
  const newestFirst = (given: { propertyId: string; limit: number }) =>
    select()
      .where('property_id', '=', given.propertyId)
      .orderBy('created_at', 'desc')
      .orderBy('no', 'desc')
      .limit(given.limit);
  return {
    find: prepareRows(database, (given: { propertyId: string; entryId: string }) =>
      select().where('property_id', '=', given.propertyId).where('id', '=', given.entryId),
    ),
    listFirst: prepareRows(database, newestFirst),
    listAfter: prepareRows(database, (given: { propertyId: string; limit: number; after: string }) =>
      newestFirst(given).where(
        sql`(created_at, no)`,
        '<',
        sql`(select created_at, no from house_list_entry where id = ${given.after})`,
      ),
    ),
    findByKeys: prepareRows(database, (given: { propertyId: string; digestRows: string; today: string }) =>
      database
        .selectFrom('house_list_key as key')
        .innerJoin('house_list_entry as entry', 'entry.no', 'key.entry_no')
        .select(['entry.id', 'entry.sealed_entry as sealedEntry', 'key.kind'])
        .where('key.property_id', '=', given.propertyId)
        .where('key.digest', 'in', selectJsonValues(engine, given.digestRows, 'bytes'))
        .where((row) => row.or([row('entry.valid_until', 'is', null), row('entry.valid_until', '>=', given.today)]))
        .orderBy('entry.no'),
    ),
  };
}
