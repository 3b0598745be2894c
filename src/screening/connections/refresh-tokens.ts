import { plusMs } from '../../domain/calendar.ts';
import { toLastMoment, toRefreshDue, toWorryFrom } from '../../domain/connection/token-times.ts';
import { isServiceError, type ServiceError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/subject.ts';
import { personWaits, syncUrgency } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Connection, Credential } from '../../ports/connections.ts';
import type { JobHandler, Lease } from '../../ports/jobs.ts';
import type { Logger } from '../../ports/logger.ts';
import type { PmsApp } from '../../ports/pms-app.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { disconnect, toCause, wake } from './standing.ts';

export interface RefreshTokensParts {
  readonly store: Store;
  readonly app: PmsApp;
  readonly clock: Clock;
  readonly logger: Logger;
}

/** The next pair, and the connection as it was when the last one was sent. */
interface NextPair {
  readonly connection: Connection;
  readonly credential: Credential;
}

/**
 * Has tokens replaced by the next ones, ahead of their end. A refresh token works once, and a second use may cost the
 * property all its tokens. So:
 * - the job's lease lets one process refresh at a time;
 * - before the token is sent it is written down that it will be, and afterwards the next pair, before anything uses it. What
 *   is found written down without a next pair was cut off in between, by a crash or a lost answer: nobody knows whether the
 *   token still counts;
 * - it is then not sent again before the last moment. Until then the access token works as before and somebody is told to
 *   connect anew; at the last moment it is tried after all, since there is nothing more to lose;
 * - a next pair that the store did not take, being full or locked, is held in memory for the tries that follow.
 * A crash costs nothing before the token left or after the pair was stored, and in between at most one new consent, for
 * which there is half of an access token's life.
 */
export function createRefreshTokens(parts: RefreshTokensParts): JobHandler<'refresh-tokens'> {
  const held = new Map<string, NextPair>();
  return async ({ connectionId }, { signal, lease }) => {
    const unstored = held.get(connectionId);
    if (unstored !== undefined && (await keepHeld(unstored))) return;
    const connection = await begin(parts, connectionId, lease);
    if (connection === undefined) return;
    const credential = await ask(parts, connection, signal);
    if (credential !== undefined) await keepHeld({ connection, credential });
  };

  /** Where it throws, what was written down stays, and the pair is held for the next try. */
  async function keepHeld(next: NextPair): Promise<boolean> {
    const { id } = next.connection;
    held.set(id, next);
    const isKept = await keep(parts, next);
    if (held.get(id) === next) held.delete(id);
    return isKept;
  }
}

/** Undefined where there is no next pair, and what becomes of the connection is settled. */
async function ask(
  parts: RefreshTokensParts,
  connection: Connection,
  signal: AbortSignal,
): Promise<Credential | undefined> {
  if (connection.credential.kind !== 'oauth') return undefined;
  try {
    return await parts.app.refreshTokens(connection.credential.refreshToken, signal);
  } catch (error) {
    if (!isServiceError(error)) throw error;
    await settleFailure(parts, connection, error);
    return undefined;
  }
}

/** Writes down that the token will be sent. Undefined where it must not be now. */
function begin({ store, clock }: RefreshTokensParts, id: string, lease: Lease): Promise<Connection | undefined> {
  return store.transactionUnder(lease, async (rows) => {
    const connection = await rows.connections.get(id);
    const { credential, generation, refreshStartedAt } = connection;
    if (credential.kind !== 'oauth') return undefined;
    const now = clock.now();
    const due = refreshStartedAt === undefined ? toRefreshDue(credential) : toLastMoment(credential);
    if (now < due) {
      if (refreshStartedAt !== undefined) await tellOfDoubt(rows, { id, usableUntil: credential.expiresAt, at: now });
      await refreshAt(rows, id, due);
      return undefined;
    }
    await rows.connections.noteRefresh(id, generation, now);
    return connection;
  });
}

/**
 * Answers whether the connection was still as it was. Not under the lease: whoever was overtaken still has the only pair
 * that counts.
 */
async function keep(
  { store, clock, logger }: RefreshTokensParts,
  { connection: { id, generation, credential: former }, credential }: NextPair,
): Promise<boolean> {
  const isKept = await store.transaction(async (rows) => {
    if (!(await rows.connections.replaceCredential(id, generation, credential))) return false;
    const at = clock.now();
    if (credential.kind === 'oauth') await refreshAt(rows, id, toRefreshDue(credential));
    for (const { propertyId } of await rows.connections.listProperties(id)) {
      await rows.alerts.settle({ ...toCause(propertyId, 'refresh'), at });
      await wake(rows, propertyId, at);
      await probeRefused(rows, propertyId, at);
      if (former.kind === 'oauth' && former.expiresAt <= at) await lookForChanges(rows, propertyId, at);
    }
    return true;
  });
  logger.info('connection.refreshed', { connectionId: id, isKept });
  return isKept;
}

/** At the last moment and after it, so long after a lost answer the token is sent once more. */
const afterLostAnswerMs = 60_000;

async function settleFailure(
  { store, clock, logger }: RefreshTokensParts,
  connection: Connection,
  error: ServiceError,
): Promise<void> {
  const { id, generation, credential } = connection;
  const at = clock.now();
  if (error.code === 'pms_grant_refused' && error.facts.reason === 'invalid_grant') {
    await store.transaction((rows) => lose(rows, connection, at));
    logger.error('connection.refresh_refused', { connectionId: id });
    return;
  }
  if (isSurelyUnspent(error)) {
    await store.transaction((rows) => rows.connections.noteRefresh(id, generation, undefined));
    throw error;
  }
  // What is written down stays, so that the next run finds it in doubt.
  await store.transaction(async (rows) => {
    if (credential.kind !== 'oauth') return;
    const lastMoment = toLastMoment(credential);
    const soonest = plusMs(at, afterLostAnswerMs);
    await tellOfDoubt(rows, { id, usableUntil: credential.expiresAt, at });
    await refreshAt(rows, id, lastMoment > soonest ? lastMoment : soonest);
  });
  logger.warn('connection.refresh_in_doubt', { connectionId: id, code: error.code });
}

/** It never left, or the PMS said that it did nothing with it. */
function isSurelyUnspent({ code, facts }: ServiceError): boolean {
  return facts.isSent !== true || code === 'pms_rate_limited' || code === 'pms_grant_refused' || facts.status === 503;
}

async function lose(rows: Rows, { id, generation }: Connection, at: Instant): Promise<void> {
  const connection = await rows.connections.find(id);
  if (connection?.generation !== generation) return;
  for (const { propertyId } of await rows.connections.listProperties(id)) {
    await disconnect(rows, { propertyId, reason: 'key_refused', at });
    await rows.alerts.settle({ ...toCause(propertyId, 'refresh'), at });
  }
}

/** Nobody could look for a while. */
function lookForChanges(rows: Rows, propertyId: string, runAt: Instant): Promise<void> {
  return rows.jobs.enqueue({ kind: 'sync-property', payload: { propertyId }, urgency: syncUrgency, runAt });
}

/** The last token was not taken; this one may be. */
async function probeRefused(rows: Rows, propertyId: string, runAt: Instant): Promise<void> {
  const standing = await rows.connections.findProperty(propertyId);
  if (standing?.reason !== 'key_refused') return;
  const payload = { propertyId, cause: 'routine' as const };
  await rows.jobs.enqueue({ kind: 'probe-connection', payload, urgency: personWaits, runAt });
}

async function tellOfDoubt(
  rows: Rows,
  { id, usableUntil, at }: { readonly id: string; readonly usableUntil: Instant; readonly at: Instant },
): Promise<void> {
  for (const { propertyId } of await rows.connections.listProperties(id)) {
    await rows.alerts.raise({
      ...toCause(propertyId, 'refresh'),
      facts: { reason: 'refresh_in_doubt', usableUntil },
      at,
    });
  }
}

const begunAnewAfterMs = 10 * 60_000;

/**
 * Should the refresh ever be buried, this begins it anew. Where it has not come to anything for half of the time that there was
 * for it, somebody is told: once the access token has ended, nothing is sent for its properties any more.
 */
export async function keepRefreshing(
  rows: Rows,
  { id, credential, refreshStartedAt }: Connection,
  now: Instant,
): Promise<void> {
  if (credential.kind !== 'oauth' || refreshStartedAt !== undefined) return;
  const due = toRefreshDue(credential);
  const soonest = plusMs(now, begunAnewAfterMs);
  await refreshAt(rows, id, due > soonest ? due : soonest);
  if (now < toWorryFrom(credential)) return;
  const facts = { reason: 'refresh_failing', usableUntil: credential.expiresAt };
  for (const { propertyId, state } of await rows.connections.listProperties(id)) {
    if (state !== 'disconnected') await rows.alerts.raise({ ...toCause(propertyId, 'refresh'), facts, at: now });
  }
}

/** Makes the next refresh due. */
export function refreshAt(rows: Rows, connectionId: string, runAt: Instant): Promise<void> {
  return rows.jobs.enqueue({ kind: 'refresh-tokens', payload: { connectionId }, urgency: personWaits, runAt });
}
