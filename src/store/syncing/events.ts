import type { EventRepository, ReceivedEvent } from '../../ports/store.ts';
import { toJsonRows } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';

export function createEvents({ database, engine }: RowParts): EventRepository {
  const add = prepareRows(database, (given: { rows: string }) =>
    database
      .insertInto('event')
      .columns(['id', 'property_id', 'name', 'guest_id', 'reservation_id', 'received_at'])
      .expression(engine.selectJsonRows(given.rows, ['text', 'text', 'text', 'text', 'text', 'text']))
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id'),
  );
  const listNamed = prepareRows(database, (given: { propertyId: string; since: string }) =>
    database
      .selectFrom('event')
      .select(['guest_id as guestId', 'reservation_id as reservationId'])
      .where('received_at', '>=', given.since)
      .where('property_id', '=', given.propertyId)
      .distinct(),
  );
  const removeBefore = prepareChange(database, (given: { receivedBefore: string }) =>
    database.deleteFrom('event').where('received_at', '<', given.receivedBefore),
  );

  return {
    async addAll(events) {
      if (events.length === 0) return [];
      const added = new Set((await add({ rows: toJsonRows(events.map(toCells)) })).map(({ id }) => id));
      // The same delivery may be there twice: the first counts.
      return events.filter(({ id }) => added.delete(id));
    },
    async listAnnounced(propertyId, since) {
      const named = await listNamed({ propertyId, since });
      return {
        guestIds: new Set(named.flatMap(({ guestId }) => guestId ?? [])),
        reservationIds: new Set(named.flatMap(({ reservationId }) => reservationId ?? [])),
      };
    },
    removeBefore: (receivedBefore) => removeBefore({ receivedBefore }),
  };
}

function toCells(event: ReceivedEvent) {
  return [event.id, event.propertyId, event.name, event.guestId, event.reservationId, event.receivedAt];
}
