import type { Assignment, AssignmentRepository } from '../../ports/desk.ts';
import type { StayKey } from '../../ports/known-guests.ts';
import { selectJsonValues, toJsonRows } from '../engine.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealed } from '../column-kinds.ts';

export function createAssignments(parts: RowParts): AssignmentRepository {
  const { sealing } = parts;
  const statements = createStatements(parts);
  const toAssignment = (key: StayKey, row: AssignmentRow): Assignment => ({
    assigneeId: row.assigneeId,
    assigneeName: sealing.open(placeOf(key), row.sealed) as string,
    assignedAt: row.assignedAt,
  });
  const find = async ({ propertyId, reservationId, guestId }: StayKey) => {
    const key = { propertyId, reservationId, guestId };
    const [row] = await statements.find(key);
    return row && toAssignment(key, row);
  };
  const save: AssignmentRepository['save'] = async ({ propertyId, reservationId, guestId }, assignment) => {
    const { assigneeId, assigneeName, assignedAt } = assignment;
    const key = { propertyId, reservationId, guestId };
    await statements.save({ ...key, assigneeId, assignedAt, sealed: sealing.seal(placeOf(key), assigneeName) });
  };
  return {
    find,
    async move(from, guestId) {
      const moved = await find(from);
      if (moved === undefined) return;
      const { propertyId, reservationId } = from;
      const key = { propertyId, reservationId, guestId };
      if ((await find(key)) === undefined) await save(key, moved);
      await statements.remove({ propertyId, reservationId, guestId: from.guestId });
    },
    save,
    async remove({ propertyId, reservationId, guestId }) {
      return (await statements.remove({ propertyId, reservationId, guestId })) > 0;
    },
    async listByReservations(propertyId, reservationIds) {
      const rows = await statements.list({ propertyId, ids: toJsonRows(reservationIds.map((id) => [id])) });
      return new Map(
        rows.map((row) => [`${row.reservationId}/${row.guestId}`, toAssignment({ ...row, propertyId }, row)]),
      );
    },
  };
}

interface AssignmentRow {
  readonly assigneeId: string;
  readonly assignedAt: string;
  readonly sealed: Sealed;
}

function placeOf({ propertyId, reservationId, guestId }: StayKey): string {
  return `assignment/${propertyId}/${reservationId}/${guestId}`;
}

function createStatements({ database, engine }: RowParts) {
  const columns = ['assignee_id as assigneeId', 'assigned_at as assignedAt', 'sealed_name as sealed'] as const;
  return {
    save: prepareChange(database, (given: StayKey & AssignmentRow) => {
      const values = { assignee_id: given.assigneeId, assigned_at: given.assignedAt, sealed_name: given.sealed };
      const key = { property_id: given.propertyId, reservation_id: given.reservationId, guest_id: given.guestId };
      return database
        .insertInto('assignment')
        .values({ ...key, ...values })
        .onConflict((conflict) => conflict.columns(['property_id', 'reservation_id', 'guest_id']).doUpdateSet(values));
    }),
    remove: prepareChange(database, (given: StayKey) =>
      database
        .deleteFrom('assignment')
        .where('property_id', '=', given.propertyId)
        .where('reservation_id', '=', given.reservationId)
        .where('guest_id', '=', given.guestId),
    ),
    find: prepareRows(database, (given: StayKey) =>
      database
        .selectFrom('assignment')
        .select(columns)
        .where('property_id', '=', given.propertyId)
        .where('reservation_id', '=', given.reservationId)
        .where('guest_id', '=', given.guestId),
    ),
    list: prepareRows(database, (given: { propertyId: string; ids: string }) =>
      database
        .selectFrom('assignment')
        .select(columns)
        .select(['reservation_id as reservationId', 'guest_id as guestId'])
        .where('property_id', '=', given.propertyId)
        .where('reservation_id', 'in', selectJsonValues(engine, given.ids, 'text')),
    ),
  };
}
