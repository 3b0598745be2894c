import { randomBytes } from 'node:crypto';
import type { Principal } from '../../domain/access.ts';
import { findPasswordProblem } from '../../domain/access/password-rules.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OneTimeCodes, PasswordHasher } from '../../ports/credentials.ts';
import type { Store } from '../../ports/store.ts';
import type { Session, User } from '../../ports/users.ts';
import { toRecoveryDigest, useCode } from './give-second-factor.ts';
import { PasswordRefused } from './password-refused.ts';
import { isAlive } from './session-opening.ts';
import { countTry, forgiveTry } from './try-counting.ts';

export interface OwnAccountParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly passwords: PasswordHasher;
  readonly codes: OneTimeCodes;
}

/** What users do about themselves. All throw `access_denied` for whoever is no user. */
export interface OwnAccount {
  find(principal: Principal): Promise<User | undefined>;
  change(principal: Principal, change: Partial<Pick<User, 'name' | 'language' | 'wantsAlertMails'>>): Promise<User>;
  /** Ends all other sessions. Throws `sign_in_failed` for a wrong password now, and `PasswordRefused`. */
  changePassword(principal: Principal, given: PasswordChange): Promise<void>;
  /** Throws `sign_in_failed` for a wrong password. */
  beginSecondFactor(
    principal: Principal,
    given: PasswordAgain,
  ): Promise<{ readonly secret: string; readonly uri: string }>;
  /** Throws `second_factor_wrong`, also where nothing was begun. */
  confirmSecondFactor(principal: Principal, code: string): Promise<{ readonly recoveryCodes: readonly string[] }>;
  removeSecondFactor(principal: Principal, given: PasswordAgain): Promise<void>;
  listSessions(principal: Principal): Promise<readonly Session[]>;
  /** Throws `session_unknown`. */
  endSession(principal: Principal, sessionId: string): Promise<void>;
}

export interface PasswordAgain {
  readonly password: string;
  readonly address: string;
}

export interface PasswordChange {
  readonly currentPassword: string;
  readonly password: string;
  readonly address: string;
}

const recoveryCodes = 10;

export function createOwnAccount(parts: OwnAccountParts): OwnAccount {
  return { ...createFacts(parts), ...createSecondFactor(parts), ...createSessions(parts) };
}

function createFacts(parts: OwnAccountParts): Pick<OwnAccount, 'find' | 'change' | 'changePassword'> {
  const { store, passwords } = parts;
  return {
    find: async ({ kind, id }) => (kind === 'user' ? store.read((rows) => rows.users.find(id)) : undefined),
    change: (principal, change) =>
      store.transaction(async (rows) => {
        const changed = { ...(await rows.users.get(toUserId(principal))), ...change };
        await rows.users.save(changed);
        return changed;
      }),
    async changePassword(principal, { currentPassword, password, address }) {
      const user = await getAgain(parts, principal, { password: currentPassword, address });
      const problem = findPasswordProblem(password, user);
      if (problem !== undefined) throw new PasswordRefused(problem);
      const passwordHash = await passwords.hash(password);
      await store.transaction(async (rows) => {
        await rows.users.save({ ...(await rows.users.get(user.id)), passwordHash });
        await rows.sessions.removeOfUser(user.id, principal.sessionId);
      });
    },
  };
}

type SecondFactorPart = Pick<OwnAccount, 'beginSecondFactor' | 'confirmSecondFactor' | 'removeSecondFactor'>;

function createSecondFactor(parts: OwnAccountParts): SecondFactorPart {
  const { store, clock, codes } = parts;
  return {
    async beginSecondFactor(principal, given) {
      const { id, email } = await getAgain(parts, principal, given);
      const secret = codes.newSecret();
      await store.transaction(async (rows) => {
        const user = await rows.users.get(id);
        // One that is in use stays in use until it is removed.
        if (user.secondFactor?.isConfirmed === true) throw new ServiceError('own_account', { userId: id });
        await rows.users.save({ ...user, secondFactor: { secret, isConfirmed: false, recoveryDigests: [] } });
      });
      return { secret, uri: codes.toUri(secret, email) };
    },
    confirmSecondFactor: (principal, code) =>
      store.transaction(async (rows) => {
        const user = await rows.users.get(toUserId(principal));
        const used = user.secondFactor && useCode(user.secondFactor, code, { codes, at: clock.now() });
        if (used === undefined || used.isConfirmed) throw new ServiceError('second_factor_wrong');
        const made = Array.from({ length: recoveryCodes }, toRecoveryCode);
        const recoveryDigests = made.map(toRecoveryDigest);
        await rows.users.save({ ...user, secondFactor: { ...used, isConfirmed: true, recoveryDigests } });
        await rows.sessions.removeOfUser(user.id, principal.sessionId);
        return { recoveryCodes: made };
      }),
    async removeSecondFactor(principal, given) {
      const { id } = await getAgain(parts, principal, given);
      await store.transaction(async (rows) => {
        await rows.users.save(withoutSecondFactor(await rows.users.get(id)));
      });
    },
  };
}

function createSessions({ store, clock }: OwnAccountParts): Pick<OwnAccount, 'listSessions' | 'endSession'> {
  return {
    async listSessions(principal) {
      const sessions = await store.read((rows) => rows.sessions.listOfUser(toUserId(principal)));
      return sessions.filter((session) => session.stage === 'full' && isAlive(session, clock.now()));
    },
    endSession: (principal, sessionId) =>
      store.transaction(async (rows) => {
        const own = await rows.sessions.listOfUser(toUserId(principal));
        if (!own.some(({ id }) => id === sessionId)) throw new ServiceError('session_unknown');
        await rows.sessions.remove(sessionId);
      }),
  };
}

export function withoutSecondFactor(user: User): User {
  return Object.fromEntries(Object.entries(user).filter(([name]) => name !== 'secondFactor')) as unknown as User;
}

function toUserId({ kind, id }: Principal): string {
  if (kind !== 'user') throw new ServiceError('access_denied');
  return id;
}

/** The user, once the password has been given again; wrong ones count as tries to sign in do. */
async function getAgain(
  { store, clock, passwords }: OwnAccountParts,
  principal: Principal,
  { password, address }: PasswordAgain,
): Promise<User> {
  const user = await store.read((rows) => rows.users.get(toUserId(principal)));
  const keys = { account: user.email, address };
  await store.transaction((rows) => countTry(rows, keys, clock.now()));
  const { isRight } = await passwords.verify(password, user.passwordHash);
  if (!isRight) throw new ServiceError('sign_in_failed');
  await store.transaction((rows) => forgiveTry(rows, keys));
  return user;
}

/** 80 bits, in groups that can be copied by hand. */
function toRecoveryCode(): string {
  return (randomBytes(10).toString('hex').match(/.{5}/g) ?? []).join('-');
}
