import type { ConnectionState, DisconnectionReason } from '../domain/connection/connection-state.ts';
import type { SetUp } from '../domain/connection/set-up.ts';
import type { TokenLife } from '../domain/connection/token-times.ts';
import type { Instant } from '../domain/subject.ts';
import type { LearnedFields } from './field-memory.ts';

/** What opens the PMS. Sealed at rest, and in no answer, log line or error. */
export type Credential =
  | { readonly kind: 'key' | 'delivered_key'; readonly key: string }
  | (TokenLife & { readonly kind: 'oauth'; readonly accessToken: string; readonly refreshToken: string });

/** One credential, and what is known of it. Several properties may belong to one. */
export interface Connection {
  readonly id: string;
  readonly credential: Credential;
  /** Which credential of this connection it is: one more with each new one. */
  readonly generation: number;
  /** Where its properties live, if not at the address of the settings. */
  readonly apiUrl?: string;
  /** What the PMS calls us: whose app states concern this connection. */
  readonly clientId?: string;
  /** A refresh token was sent then, and nobody knows what became of it. */
  readonly refreshStartedAt?: Instant;
  readonly addedAt: Instant;
}

/** How a property stands with its connection. */
export interface ConnectedProperty {
  readonly propertyId: string;
  readonly connectionId: string;
  readonly state: ConnectionState;
  readonly reason?: DisconnectionReason;
  readonly since: Instant;
  /** How often in a row a refused key was tried since. */
  readonly probes: number;
  readonly nextProbeAt?: Instant;
  /** The PMS answered 401 then, and has not been asked again yet: nothing else is sent. */
  readonly doubtedSince?: Instant;
  /** When the last such answer turned out to mean nothing. */
  readonly doubtEndedAt?: Instant;
  /** Connections that it was taken from because their key was refused, since one was last taken. */
  readonly refusedBy: readonly string[];
  /** Absent until it was set up by this connection. */
  readonly setUp?: SetUp;
}

export type NewStanding = Pick<ConnectedProperty, 'propertyId' | 'state' | 'reason' | 'since'>;

/** The connection that the environment's key makes. */
export const environmentConnectionId = 'environment';

export interface ConnectionRepository {
  /** Adds it, or puts a new credential in place of the one that is there: its generation moves on, and no refresh is under way. */
  save(connection: { readonly id: string; readonly credential: Credential; readonly at: Instant }): Promise<Connection>;
  /**
   * Puts the next credential in place of the one of this generation, and answers whether it was still there. No refresh is
   * under way afterwards.
   */
  replaceCredential(id: string, generation: number, credential: Credential): Promise<boolean>;
  /** Sets or takes away that a refresh is under way, for this generation only. */
  noteRefresh(id: string, generation: number, startedAt: Instant | undefined): Promise<void>;
  noteFacts(id: string, facts: Partial<Pick<Connection, 'apiUrl' | 'clientId'>>): Promise<void>;
  find(id: string): Promise<Connection | undefined>;
  /** Throws `connection_unknown`. */
  get(id: string): Promise<Connection>;
  /** By a key; tokens are not found so. */
  findByKey(key: string): Promise<Connection | undefined>;
  list(): Promise<readonly Connection[]>;
  remove(id: string): Promise<void>;

  findProperty(propertyId: string): Promise<ConnectedProperty | undefined>;
  listProperties(connectionId?: string): Promise<readonly ConnectedProperty[]>;
  /** Makes a property belong to a connection from now on, `connecting`; how it was set up, and its fields, are forgotten. */
  attach(propertyId: string, connectionId: string, at: Instant): Promise<void>;
  noteRefusedBy(propertyId: string, connectionIds: readonly string[]): Promise<void>;
  /** Ends any doubt. */
  setStanding(standing: NewStanding): Promise<void>;
  noteDoubt(propertyId: string, since: Instant): Promise<void>;
  endDoubt(propertyId: string, at: Instant): Promise<void>;
  noteProbe(propertyId: string, probes: number, nextProbeAt: Instant): Promise<void>;
  /** No connection counts as refused any more. */
  noteSetUp(propertyId: string, setUp: SetUp): Promise<void>;
  findGuestFields(propertyId: string): Promise<LearnedFields | undefined>;
  noteGuestFields(propertyId: string, learned: LearnedFields): Promise<void>;
}

/** Somebody on the way to the authorize page of the PMS. */
export interface ConnectFlow {
  readonly state: string;
  /** Who began it, and alone may end it. */
  readonly sessionId: string;
  readonly expiresAt: Instant;
}

export interface ConnectFlowRepository {
  /** Those that are over go. */
  add(flow: ConnectFlow, now: Instant): Promise<void>;
  /** Finds and removes: each counts once. */
  take(state: string): Promise<ConnectFlow | undefined>;
}
