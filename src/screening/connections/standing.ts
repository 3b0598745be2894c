import { type DisconnectionReason, toNextProbe, toPlannedProbe } from '../../domain/connection/connection-state.ts';
import { plusMs } from '../../domain/calendar.ts';
import type { ErrorCode } from '../../domain/errors.ts';
import { toPast } from '../../domain/past.ts';
import type { Instant } from '../../domain/subject.ts';
import { housekeeping, personWaits, syncUrgency } from '../../domain/urgency.ts';
import type { ConnectedProperty } from '../../ports/connections.ts';
import type { Rows } from '../../ports/store.ts';

export interface Disconnection {
  readonly propertyId: string;
  readonly reason: DisconnectionReason;
  readonly at: Instant;
}

/**
 * From this commit on nothing is sent for the property; what is to be sent waits. What it knows stays. Somebody is told,
 * unless it was somebody's own wish, which ends what was told. Twice is once: the first reason stays, but what the hotel did
 * is more than that its key was refused, and ends the probes.
 */
export async function disconnect(rows: Rows, { propertyId, reason, at }: Disconnection): Promise<void> {
  const known = await rows.connections.findProperty(propertyId);
  if (known === undefined) return;
  if (reason === 'ended_here') await settleAlerts(rows, propertyId, at);
  const isNews = known.state !== 'disconnected' || (known.reason === 'key_refused' && reason !== 'key_refused');
  if (!isNews) return;
  await rows.connections.setStanding({ propertyId, state: 'disconnected', reason, since: at });
  if (reason === 'key_refused') await probeLater(rows, { propertyId, probes: 0, at });
  if (reason === 'ended_here') return;
  await rows.alerts.raise({ ...toCause(propertyId, ''), facts: { reason, since: at }, at });
}

/** So soon is a 401 confirmed. */
export const confirmAfterMs = 2_000;
/** One that comes so soon after another that meant nothing is believed. */
const unbelievedForMs = 120_000;

/**
 * A gateway may answer 401 once for a key that is in order. Nothing more is sent for the property until one request has
 * confirmed it or not, a moment later; see probe-connection.ts.
 */
export async function doubt(rows: Rows, property: ConnectedProperty, at: Instant): Promise<void> {
  const { propertyId, state, doubtedSince } = property;
  const doubtEndedAt = toPast(property.doubtEndedAt, at);
  if (state === 'disconnected' || doubtedSince !== undefined) return;
  if (doubtEndedAt !== undefined && plusMs(doubtEndedAt, unbelievedForMs) > at) {
    await disconnect(rows, { propertyId, reason: 'key_refused', at });
    return;
  }
  await rows.connections.noteDoubt(propertyId, at);
  await confirm(rows, propertyId, plusMs(at, confirmAfterMs));
}

/** Makes the one request due that says whether a 401 was meant. */
function confirm(rows: Rows, propertyId: string, runAt: Instant): Promise<void> {
  const payload = { propertyId, cause: 'routine' as const };
  return rows.jobs.enqueue({ kind: 'probe-connection', payload, urgency: syncUrgency, runAt });
}

/** Should what confirms a 401, or tries a refused key, ever be buried, this begins it anew. */
export async function keepTrying(rows: Rows, property: ConnectedProperty, now: Instant): Promise<void> {
  const { propertyId, reason, doubtedSince, nextProbeAt } = property;
  if (doubtedSince !== undefined) return confirm(rows, propertyId, now);
  if (reason === 'key_refused' && nextProbeAt !== undefined)
    await enqueueProbe(rows, propertyId, toPlannedProbe(nextProbeAt, now));
}

export interface NewConnection {
  readonly propertyId: string;
  readonly connectionId: string;
  readonly at: Instant;
  /** Connections that the property was taken from, one after the other. Default: none counts. */
  readonly refusedBy?: readonly string[];
}

/** Opens the way to the PMS again, by this connection: it is set up anew, then looks from the old watermark on. */
export async function connect(
  rows: Rows,
  { propertyId, connectionId, at, refusedBy = [] }: NewConnection,
): Promise<void> {
  await rows.connections.attach(propertyId, connectionId, at);
  if (refusedBy.length > 0) await rows.connections.noteRefusedBy(propertyId, refusedBy);
  await settleAlerts(rows, propertyId, at);
  await rows.jobs.wake(propertyId, waiting, at);
  await rows.jobs.enqueue({ kind: 'connect-property', payload: { propertyId }, urgency: personWaits, runAt: at });
}

/** What waits for nothing but the connection. */
const waiting: readonly ErrorCode[] = ['property_disconnected', 'pms_unauthorized'];

/** Makes what waits for the next token due. */
export function wake(rows: Rows, propertyId: string, at: Instant): Promise<void> {
  return rows.jobs.wake(propertyId, waiting, at);
}

/** One request, seldom: the PMS may take the key again, as after a mistake of its own. */
export async function probeLater(
  rows: Rows,
  { propertyId, probes, at }: { readonly propertyId: string; readonly probes: number; readonly at: Instant },
): Promise<void> {
  const nextProbeAt = toNextProbe(probes, at);
  await rows.connections.noteProbe(propertyId, probes, nextProbeAt);
  await enqueueProbe(rows, propertyId, nextProbeAt);
}

function enqueueProbe(rows: Rows, propertyId: string, runAt: Instant): Promise<void> {
  const payload = { propertyId, cause: 'routine' as const };
  return rows.jobs.enqueue({ kind: 'probe-connection', payload, urgency: housekeeping, runAt });
}

/** `refresh`: nobody knows whether it will last. */
export function toCause(propertyId: string, about: '' | 'refresh') {
  return { kind: 'property_disconnected', propertyId, about } as const;
}

async function settleAlerts(rows: Rows, propertyId: string, at: Instant): Promise<void> {
  for (const about of ['', 'refresh'] as const) await rows.alerts.settle({ ...toCause(propertyId, about), at });
}
