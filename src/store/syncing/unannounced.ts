import { sql } from 'kysely';
import type { SubjectKey } from '../../ports/store.ts';
import type { SyncStateRepository, UnannouncedChange } from '../../ports/sync-states.ts';
import { toJsonRows } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

const mostAtOnce = 500;

/** Changes that no event has named so far. */
export function createUnannounced({
  database,
  engine,
}: RowParts): Pick<SyncStateRepository, 'addUnannounced' | 'listUnannounced' | 'removeUnannounced'> {
  const add = prepareChange(database, (given: { rows: string }) =>
    database
      .insertInto('unannounced_change')
      .columns(['property_id', 'reservation_id', 'guest_id', 'found_by', 'found_at', 'announced_since'])
      .expression(engine.selectJsonRows(given.rows, ['text', 'text', 'text', 'text', 'text', 'text']))
      .onConflict((conflict) => conflict.doNothing()),
  );
  const list = prepareRows(database, (given: { propertyId: string; foundUntil: string }) =>
    database
      .selectFrom('unannounced_change')
      .select(['property_id as propertyId', 'reservation_id as reservationId', 'guest_id as guestId'])
      .select(['found_by as foundBy', 'found_at as foundAt', 'announced_since as announcedSince'])
      .where('property_id', '=', given.propertyId)
      .where('found_at', '<=', given.foundUntil)
      .orderBy('found_at')
      .limit(sql.lit(mostAtOnce)),
  );
  const remove = prepareChange(database, (given: SubjectKey) =>
    database
      .deleteFrom('unannounced_change')
      .where('property_id', '=', given.propertyId)
      .where('reservation_id', '=', given.reservationId)
      .where('guest_id', '=', given.guestId),
  );
  return {
    async addUnannounced(changes) {
      if (changes.length > 0) await add({ rows: toJsonRows(changes.map(toCells)) });
    },
    listUnannounced: (propertyId, foundUntil) => list({ propertyId, foundUntil }),
    async removeUnannounced(changes) {
      for (const { propertyId, reservationId, guestId } of changes)
        await remove({ propertyId, reservationId, guestId });
    },
  };
}

function toCells(change: UnannouncedChange) {
  const { propertyId, reservationId, guestId, foundBy, foundAt, announcedSince } = change;
  return [propertyId, reservationId, guestId, foundBy, foundAt, announcedSince];
}
