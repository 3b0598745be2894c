import { sql, type SqlBool } from 'kysely';
import type { HouseListState } from '../../domain/house-list-steps.ts';
import { selectJsonValues } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../tables.ts';

export interface HouseListRow {
  readonly id: string;
  readonly state: HouseListState;
  readonly sealedEntry: Sealed;
}

interface NewEntryRow {
  readonly id: string;
  readonly propertyId: string;
  readonly createdAt: string;
  readonly validUntil: string | null;
  readonly state: HouseListState;
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
          state: given.state,
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
    saveState: prepareChange(database, (given: Pick<NewEntryRow, 'id' | 'propertyId' | 'state' | 'sealed'>) =>
      database
        .updateTable('house_list_entry')
        .set({ state: given.state, sealed_entry: given.sealed })
        .where('property_id', '=', given.propertyId)
        .where('id', '=', given.id),
    ),
    removeKeys: prepareChange(database, (given: { propertyId: string; id: string }) =>
      database
        .deleteFrom('house_list_key')
        .where('property_id', '=', given.propertyId)
        .where('entry_no', '=', (row) => row.selectFrom('house_list_entry').select('no').where('id', '=', given.id)),
    ),
    remove: prepareChange(database, (given: { propertyId: string; entryId: string }) =>
      database
        .deleteFrom('house_list_entry')
        .where('property_id', '=', given.propertyId)
        .where('id', '=', given.entryId),
    ),
  };
}

interface PageValues {
  readonly propertyId: string;
  readonly limit: number;
}

/** Of the page before. */
interface LastEntry {
  readonly lastCreatedAt: string;
  readonly lastId: string;
}

function createQueries({ database, engine }: RowParts) {
  const select = () => database.selectFrom('house_list_entry').select(['id', 'state', 'sealed_entry as sealedEntry']);
  const newestFirst = (given: PageValues) =>
    select()
      .where('property_id', '=', given.propertyId)
      .orderBy('created_at', 'desc')
      .orderBy('id', 'desc')
      .limit(given.limit);
  const comesAfter = ({ lastCreatedAt, lastId }: LastEntry) =>
    sql<SqlBool>`(created_at, id) < (${lastCreatedAt}, ${lastId})`;
  return {
    find: prepareRows(database, (given: { propertyId: string; entryId: string }) =>
      select().where('property_id', '=', given.propertyId).where('id', '=', given.entryId),
    ),
    listFirst: prepareRows(database, newestFirst),
    listAfter: prepareRows(database, (given: PageValues & LastEntry) => newestFirst(given).where(comesAfter(given))),
    listFirstIn: prepareRows(database, (given: PageValues & { state: HouseListState }) =>
      newestFirst(given).where('state', '=', given.state),
    ),
    listAfterIn: prepareRows(database, (given: PageValues & LastEntry & { state: HouseListState }) =>
      newestFirst(given).where('state', '=', given.state).where(comesAfter(given)),
    ),
    findByKeys: prepareRows(database, (given: { propertyId: string; digestRows: string; today: string }) =>
      database
        .selectFrom('house_list_key as key')
        .innerJoin('house_list_entry as entry', 'entry.no', 'key.entry_no')
        .select(['entry.id', 'entry.state', 'entry.sealed_entry as sealedEntry', 'key.kind'])
        .where('key.property_id', '=', given.propertyId)
        .where('key.digest', 'in', selectJsonValues(engine, given.digestRows, 'bytes'))
        .where('entry.state', '=', sql.lit('active'))
        .where((row) => row.or([row('entry.valid_until', 'is', null), row('entry.valid_until', '>=', given.today)]))
        .orderBy('entry.no'),
    ),
  };
}
