import type { AlertDelivery } from '../../ports/alerts.ts';
import type { Sealed } from '../column-kinds.ts';
import { prepareChange, prepareRows } from '../prepared.ts';
import type { RowParts } from '../row-parts.ts';
import type { AlertTable } from './alert-tables.ts';

export const alertColumns = [
  'id',
  'kind',
  'property_id as propertyId',
  'about',
  'facts',
  'opened_at as openedAt',
  'last_seen_at as lastSeenAt',
  'settled_at as settledAt',
  'acknowledged_at as acknowledgedAt',
  'sealed_acknowledged_by as sealedBy',
] as const;

/** As the table has it: no property is the empty one. */
interface CauseRow {
  readonly kind: AlertTable['kind'];
  readonly propertyId: string;
  readonly about: string;
}

type SeenRow = CauseRow & { readonly facts: string; readonly at: string };

export function createAlertStatements(parts: RowParts) {
  return { ...createOpening(parts), ...createFinding(parts), ...createDeliveries(parts) };
}

function createOpening({ database }: RowParts) {
  return {
    seeAgain: prepareChange(database, (given: SeenRow) =>
      database
        .updateTable('alert')
        .set({ facts: given.facts, last_seen_at: given.at })
        .where('kind', '=', given.kind)
        .where('property_id', '=', given.propertyId)
        .where('about', '=', given.about)
        .where('settled_at', 'is', null),
    ),
    open: prepareChange(database, (given: SeenRow & { readonly id: string }) =>
      database.insertInto('alert').values({
        id: given.id,
        kind: given.kind,
        property_id: given.propertyId,
        about: given.about,
        facts: given.facts,
        opened_at: given.at,
        last_seen_at: given.at,
      }),
    ),
    settle: prepareRows(database, (given: CauseRow & { readonly at: string }) =>
      database
        .updateTable('alert')
        .set({ settled_at: given.at })
        .where('kind', '=', given.kind)
        .where('property_id', '=', given.propertyId)
        .where('about', '=', given.about)
        .where('settled_at', 'is', null)
        .returning('id'),
    ),
    acknowledge: prepareChange(database, (given: { id: string; at: string; sealedBy: Sealed }) =>
      database
        .updateTable('alert')
        .set({ acknowledged_at: given.at, sealed_acknowledged_by: given.sealedBy })
        .where('id', '=', given.id)
        .where('acknowledged_at', 'is', null),
    ),
  };
}

function createFinding({ database }: RowParts) {
  return {
    find: prepareRows(database, (given: { id: string }) =>
      database.selectFrom('alert').select(alertColumns).where('id', '=', given.id),
    ),
    listOpen: prepareRows(database, (given: Pick<CauseRow, 'kind'>) =>
      database
        .selectFrom('alert')
        .select(alertColumns)
        .where('kind', '=', given.kind)
        .where('settled_at', 'is', null)
        .orderBy('no'),
    ),
  };
}

function createDeliveries({ database }: RowParts) {
  return {
    noteDelivered: prepareChange(database, (given: AlertDelivery) =>
      database
        .insertInto('alert_delivery')
        .values({ alert_id: given.alertId, phase: given.phase, target: given.target, at: given.at })
        .onConflict((conflict) => conflict.columns(['alert_id', 'phase', 'target']).doNothing()),
    ),
    findDelivery: prepareRows(database, (given: Omit<AlertDelivery, 'at'>) =>
      database
        .selectFrom('alert_delivery')
        .select('at')
        .where('alert_id', '=', given.alertId)
        .where('phase', '=', given.phase)
        .where('target', '=', given.target),
    ),
    removeDeliveries: prepareChange(database, (given: { settledBefore: string }) =>
      database
        .deleteFrom('alert_delivery')
        .where('alert_id', 'in', (row) =>
          row.selectFrom('alert').select('id').where('settled_at', '<', given.settledBefore),
        ),
    ),
    removeSettled: prepareChange(database, (given: { settledBefore: string }) =>
      database.deleteFrom('alert').where('settled_at', '<', given.settledBefore),
    ),
  };
}
