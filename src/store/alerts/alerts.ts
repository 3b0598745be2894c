import { randomUUID } from 'node:crypto';
import { alertChannels, type AlertPhase } from '../../domain/alerts/alert-kinds.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/subject.ts';
import { personWaits } from '../../domain/urgency.ts';
import type { Alert, AlertCause, AlertFacts, AlertQuery, AlertRepository } from '../../ports/alerts.ts';
import type { JobRepository } from '../../ports/jobs.ts';
import type { Sealed } from '../column-kinds.ts';
import type { RowParts } from '../row-parts.ts';
import type { Sealing } from '../sealing.ts';
import { alertColumns, createAlertStatements } from './alert-statements.ts';

/** Alerts, beside the jobs that deliver them. */
export function createAlerts(parts: RowParts, jobs: Pick<JobRepository, 'enqueueAll'>): AlertRepository {
  const { sealing } = parts;
  const statements = createAlertStatements(parts);
  const deliver = (alertId: string, phase: AlertPhase, runAt: Instant) =>
    jobs.enqueueAll(
      alertChannels.map((channel) => ({
        kind: 'deliver-alert',
        payload: { alertId, phase, channel },
        urgency: personWaits,
        runAt,
      })),
    );
  return {
    async raise({ facts, at, ...cause }) {
      const seen = { ...toCauseRow(cause), facts: JSON.stringify(facts), at };
      if ((await statements.seeAgain(seen)) > 0) return;
      const id = randomUUID();
      await statements.open({ ...seen, id });
      await deliver(id, 'raised', at);
    },
    async settle({ at, ...cause }) {
      for (const { id } of await statements.settle({ ...toCauseRow(cause), at })) await deliver(id, 'over', at);
    },
    async find(id) {
      const [row] = await statements.find({ id });
      return row && toAlert(sealing, row);
    },
    async list(query) {
      const rows = await selectPage(parts, query).execute();
      return rows.map((row) => ({ item: toAlert(sealing, row), no: row.no }));
    },
    listOpen: async (kind) => (await statements.listOpen({ kind })).map((row) => toAlert(sealing, row)),
    async acknowledge(id, { at, by }) {
      if ((await statements.acknowledge({ id, at, sealedBy: sealing.seal(placeOf(id), by) })) > 0) return;
      const [known] = await statements.find({ id });
      if (known === undefined) throw new ServiceError('alert_unknown', { alertId: id });
    },
    async noteDelivered({ alertId, phase, target, at }) {
      await statements.noteDelivered({ alertId, phase, target, at });
    },
    wasDelivered: async ({ alertId, phase, target }) =>
      (await statements.findDelivery({ alertId, phase, target })).length > 0,
    async removeSettledBefore(settledBefore) {
      await statements.removeDeliveries({ settledBefore });
      await statements.removeSettled({ settledBefore });
    },
  };
}

function toCauseRow({ kind, propertyId, about }: AlertCause) {
  return { kind, propertyId: propertyId ?? '', about };
}

function placeOf(alertId: string): string {
  return `alert/${alertId}`;
}

interface AlertRow {
  readonly id: string;
  readonly kind: Alert['kind'];
  readonly propertyId: string;
  readonly about: string;
  readonly facts: string;
  readonly openedAt: string;
  readonly lastSeenAt: string;
  readonly settledAt: string | null;
  readonly acknowledgedAt: string | null;
  readonly sealedBy: Sealed | null;
}

function toAlert(sealing: Sealing, row: AlertRow): Alert {
  const { id, kind, about, openedAt, lastSeenAt, settledAt, acknowledgedAt, sealedBy } = row;
  return {
    ...{ id, kind, about, openedAt, lastSeenAt },
    propertyId: row.propertyId === '' ? null : row.propertyId,
    facts: JSON.parse(row.facts) as AlertFacts,
    ...(settledAt !== null && { settledAt }),
    ...(acknowledgedAt !== null &&
      sealedBy !== null && {
        acknowledged: { at: acknowledgedAt, by: sealing.open(placeOf(id), sealedBy) as string },
      }),
  };
}

function selectPage({ database }: RowParts, { propertyIds, withService, state, afterNo, limit }: AlertQuery) {
  let rows = database.selectFrom('alert').select(alertColumns).select('no');
  if (propertyIds !== undefined) rows = rows.where('property_id', 'in', [...propertyIds, '']);
  if (!withService) rows = rows.where('property_id', '!=', '');
  if (state === 'open') rows = rows.where('settled_at', 'is', null);
  if (afterNo !== undefined) rows = rows.where('no', '<', afterNo);
  return rows.orderBy('no', 'desc').limit(limit);
}
