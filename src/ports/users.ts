import type { Grant } from '../domain/access.ts';
import type { Instant } from '../domain/subject.ts';
import type { Listed, ListPage } from './listed.ts';

/** Somebody who works here. */
export interface User {
  readonly id: string;
  /** In lower case. */
  readonly email: string;
  readonly name: string;
  /** `invited`: has never set a password. */
  readonly state: 'invited' | 'active' | 'disabled';
  readonly grants: readonly Grant[];
  readonly language?: string;
  /** Whether alerts of the places that they manage are mailed to them. */
  readonly wantsAlertMails?: boolean;
  /** As the hasher writes it, with its parameters. */
  readonly passwordHash?: string;
  readonly secondFactor?: SecondFactor;
  /** Issuer and subject; then the grants are the identity provider's. */
  readonly oidcSubject?: string;
  readonly createdAt: Instant;
  readonly createdBy: string;
  readonly lastSignedInAt?: Instant;
}

export interface SecondFactor {
  /** In base32. */
  readonly secret: string;
  /** Asked for only then. */
  readonly isConfirmed: boolean;
  /** The period of the last code that was taken: none counts twice. */
  readonly lastPeriod?: number;
  /** SHA-256 in hex of those that are left; they are random, so that no salt is needed. */
  readonly recoveryDigests: readonly string[];
}

export interface UserRepository {
  /** Throws `user_exists` where somebody has the address or the subject. */
  add(user: User): Promise<void>;
  /** Replaces. Throws as above, and `user_unknown`. */
  save(user: User): Promise<void>;
  find(userId: string): Promise<User | undefined>;
  /** Throws `user_unknown`. */
  get(userId: string): Promise<User>;
  findByEmail(email: string): Promise<User | undefined>;
  findByOidcSubject(subject: string): Promise<User | undefined>;
  /** Newest first. */
  list(page: ListPage): Promise<readonly Listed<User>[]>;
  /** With sessions and links. */
  remove(userId: string): Promise<boolean>;
}

export interface Session {
  readonly id: string;
  /** Absent: of the admin token. */
  readonly userId?: string;
  /** `second_factor`: the password was right, and opens nothing yet. */
  readonly stage: 'second_factor' | 'full';
  readonly startedAt: Instant;
  readonly lastSeenAt: Instant;
  readonly expiresAt: Instant;
  readonly userAgent?: string;
}

export interface SessionRepository {
  /** The secret itself is not kept. */
  add(session: Session, secret: string): Promise<void>;
  findBySecret(secret: string): Promise<Session | undefined>;
  noteSeen(sessionId: string, at: Instant): Promise<void>;
  remove(sessionId: string): Promise<boolean>;
  /** Newest first. */
  listOfUser(userId: string): Promise<readonly Session[]>;
  /** All but one, where one is named. */
  removeOfUser(userId: string, exceptId?: string): Promise<void>;
}

/** A link that sets a password once. Its text is made of its id and SECRET_KEY, so that a mail can be written later. */
export interface SignInLink {
  readonly id: string;
  readonly userId: string;
  readonly purpose: 'invitation' | 'password_reset';
  readonly expiresAt: Instant;
}

export interface SignInLinkRepository {
  /** In place of the user's earlier ones. */
  add(link: SignInLink): Promise<void>;
  find(linkId: string): Promise<SignInLink | undefined>;
  findOfUser(userId: string): Promise<SignInLink | undefined>;
  remove(linkId: string): Promise<boolean>;
}
