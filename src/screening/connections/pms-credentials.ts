import { ServiceError } from '../../domain/errors.ts';
import { toPast } from '../../domain/past.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { ConnectedProperty, Connection } from '../../ports/connections.ts';
import type { CredentialOf, PmsCredential, PmsCredentials } from '../../ports/pms-credentials.ts';
import type { Rows, Store } from '../../ports/store.ts';
import { doubt } from './standing.ts';

export interface PmsCredentialsParts {
  readonly store: Store;
  readonly clock: Clock;
}

/** The one place that says what a request to the PMS is sent with, and whether it may be sent at all. */
export function createPmsCredentials({ store, clock }: PmsCredentialsParts): PmsCredentials {
  return {
    find: (of) => store.read(async (rows) => toUsable(await findConnection(rows, of), clock)),
    noteRefused: (credential, propertyId, sentAt) =>
      store.transaction((rows) => noteRefused(rows, { credential, propertyId, sentAt, at: clock.now() })),
  };
}

async function findConnection(rows: Rows, of: CredentialOf): Promise<Connection> {
  if ('connectionId' in of) return rows.connections.get(of.connectionId);
  const { propertyId, isForced = false } = of;
  const property = await rows.connections.findProperty(propertyId);
  if (property === undefined || (!isForced && !isOpen(property)))
    throw new ServiceError('property_disconnected', { propertyId, reason: property?.reason });
  return rows.connections.get(property.connectionId);
}

function isOpen({ state, doubtedSince }: ConnectedProperty): boolean {
  return state !== 'disconnected' && doubtedSince === undefined;
}

function toUsable({ id, generation, apiUrl, credential }: Connection, clock: Clock): PmsCredential {
  const facts = { connectionId: id, generation, ...(apiUrl !== undefined && { apiUrl }) };
  if (credential.kind !== 'oauth') return { ...facts, kind: 'key', secret: credential.key };
  // The next pair wakes what waits for it.
  if (credential.expiresAt <= clock.now()) throw new ServiceError('property_disconnected', { reason: 'token_expired' });
  return { ...facts, kind: 'token', secret: credential.accessToken };
}

interface Refused {
  readonly credential: PmsCredential;
  readonly propertyId: string;
  readonly sentAt: Instant;
  readonly at: Instant;
}

/**
 * A late answer about a credential that has been replaced says nothing about the one that is there now, nor does one of the
 * moment of a doubt that has ended since.
 */
async function noteRefused(rows: Rows, { credential, propertyId, sentAt, at }: Refused): Promise<void> {
  const { connectionId, generation } = credential;
  const connection = await rows.connections.find(connectionId);
  if (connection?.generation !== generation) return;
  const property = await rows.connections.findProperty(propertyId);
  if (property?.connectionId !== connectionId) return;
  const doubtEndedAt = toPast(property.doubtEndedAt, at);
  if (doubtEndedAt === undefined || doubtEndedAt < sentAt) await doubt(rows, property, at);
}
