import type { AppErrorKey, AppErrorRepository } from '../../ports/app-errors.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import { toPresent } from '../present.ts';
import type { RowParts } from '../row-parts.ts';

export function createAppErrors(parts: RowParts): AppErrorRepository {
  const statements = createStatements(parts);
  return {
    async open({ propertyId, cause, about, reservationId = null, at }) {
      const key = { propertyId, cause, about };
      if ((await statements.seeAgain({ ...key, at })) > 0) return false;
      await statements.add({ ...key, reservationId, at });
      return true;
    },
    async find({ propertyId, cause, about }) {
      const [row] = await statements.find({ propertyId, cause, about });
      return row && toPresent(row);
    },
    list: async (propertyId) => (await statements.list({ propertyId })).map(toPresent),
    async noteTold({ propertyId, cause, about }, { at, errorId = null }) {
      await statements.noteTold({ propertyId, cause, about, at, errorId });
    },
    async solve({ propertyId, cause, about }) {
      await statements.remove({ propertyId, cause, about });
    },
  };
}

function createStatements({ database }: RowParts) {
  const select = () =>
    database
      .selectFrom('app_error')
      .select(['property_id as propertyId', 'cause', 'about', 'reservation_id as reservationId'])
      .select(['opened_at as openedAt', 'last_seen_at as lastSeenAt', 'told_at as toldAt', 'error_id as errorId']);
  const change = () => database.updateTable('app_error');
  return {
    find: prepareRows(database, (given: AppErrorKey) =>
      select()
        .where('property_id', '=', given.propertyId)
        .where('cause', '=', given.cause)
        .where('about', '=', given.about),
    ),
    list: prepareRows(database, (given: { propertyId: string }) =>
      select().where('property_id', '=', given.propertyId).orderBy('opened_at').orderBy('cause').orderBy('about'),
    ),
    add: prepareChange(database, (given: AppErrorKey & { reservationId: string | null; at: string }) =>
      database.insertInto('app_error').values({
        property_id: given.propertyId,
        cause: given.cause,
        about: given.about,
        reservation_id: given.reservationId,
        opened_at: given.at,
        last_seen_at: given.at,
      }),
    ),
    seeAgain: prepareChange(database, (given: AppErrorKey & { at: string }) =>
      change()
        .set({ last_seen_at: given.at })
        .where('property_id', '=', given.propertyId)
        .where('cause', '=', given.cause)
        .where('about', '=', given.about),
    ),
    noteTold: prepareChange(database, (given: AppErrorKey & { at: string; errorId: string | null }) =>
      change()
        .set({ told_at: given.at, error_id: given.errorId })
        .where('property_id', '=', given.propertyId)
        .where('cause', '=', given.cause)
        .where('about', '=', given.about),
    ),
    remove: prepareChange(database, (given: AppErrorKey) =>
      database
        .deleteFrom('app_error')
        .where('property_id', '=', given.propertyId)
        .where('cause', '=', given.cause)
        .where('about', '=', given.about),
    ),
  };
}
