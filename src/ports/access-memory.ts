import type { Principal } from '../domain/access.ts';
import type { Throttle } from '../domain/access/throttle.ts';
import type { TokenScope } from '../domain/access/token-scope.ts';
import type { Instant } from '../domain/subject.ts';
import type { Listed, ListPage } from './listed.ts';

export interface ApiToken {
  readonly id: string;
  readonly name: string;
  readonly scope: TokenScope;
  /** Or `everyProperty` alone. */
  readonly propertyIds: readonly string[];
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly lastUsedAt?: Instant;
}

export interface TokenRepository {
  /** The secret itself is not kept. */
  add(token: ApiToken, secret: string): Promise<void>;
  find(tokenId: string): Promise<ApiToken | undefined>;
  findBySecret(secret: string): Promise<ApiToken | undefined>;
  noteUsed(tokenId: string, at: Instant): Promise<void>;
  /** Newest first. */
  list(page: ListPage): Promise<readonly Listed<ApiToken>[]>;
  remove(tokenId: string): Promise<boolean>;
}

/** Tries to sign in, by account and by address; the keys are kept as digests. */
export interface ThrottleRepository {
  find(key: string): Promise<Throttle | undefined>;
  save(key: string, throttle: Throttle): Promise<void>;
  remove(key: string): Promise<void>;
}

/** Who did what; never changed. Ids only, but for the names of those who work here. */
export interface AuditEntry {
  readonly at: Instant;
  /** An operation of the API, or what became of a sign-in. */
  readonly action: string;
  readonly actor: Pick<Principal, 'kind' | 'id' | 'name'>;
  readonly propertyId?: string;
  readonly objectId?: string;
  /** With sign-ins. */
  readonly address?: string;
}

export interface AuditQuery {
  /** Absent: every property, and what is about none. */
  readonly propertyIds?: readonly string[];
  readonly actorId?: string;
  readonly action?: string;
  /** Inclusive. */
  readonly from?: Instant;
  /** Exclusive. */
  readonly to?: Instant;
  readonly limit: number;
  /** The id of the last of the page before. */
  readonly after?: string;
}

export interface AuditRepository {
  add(entry: AuditEntry): Promise<void>;
  /** Newest first. */
  list(query: AuditQuery): Promise<readonly (AuditEntry & { readonly id: string })[]>;
}

/** A request that is carried out once however often it is sent, and what it was answered with. */
export interface KeptRequest {
  /** Of whom, what and the key that the caller chose. */
  readonly key: string;
  /** Digest of the body. */
  readonly fingerprint: string;
  readonly startedAt: Instant;
  /** Absent while it is carried out, and for ever where the process was killed in the middle of it. */
  readonly answer?: KeptAnswerToRequest;
}

export interface KeptAnswerToRequest {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface KeptRequestRepository {
  find(key: string): Promise<KeptRequest | undefined>;
  /** Keyed, so that what is kept says nothing of the body. */
  toFingerprint(body: string): string;
  add(request: Omit<KeptRequest, 'answer'>): Promise<void>;
  saveAnswer(key: string, answer: KeptAnswerToRequest): Promise<void>;
  remove(key: string): Promise<void>;
}

/** A way to the identity provider that has begun; its state is kept as a digest. */
export interface OidcFlow {
  readonly state: string;
  readonly nonce: string;
  readonly codeVerifier: string;
  readonly expiresAt: Instant;
}

export interface OidcFlowRepository {
  add(flow: OidcFlow): Promise<void>;
  /** Once. */
  take(state: string): Promise<OidcFlow | undefined>;
}

/** What nobody can use any more. */
export interface AccessLeftovers {
  removeExpired(times: {
    readonly now: Instant;
    readonly requestsBefore: Instant;
    readonly triesBefore: Instant;
  }): Promise<void>;
}
