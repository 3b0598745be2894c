import { randomUUID } from 'node:crypto';
import { type Grant, mayAdminister, type Principal } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Listed, ListPage } from '../../ports/listed.ts';
import type { Rows, Store } from '../../ports/store.ts';
import type { User } from '../../ports/users.ts';
import { listSeen } from './list-seen.ts';
import { withoutSecondFactor } from './own-account.ts';
import { type LinkParts, type MadeLink, makeLink } from './sign-in-links.ts';
import { findLockEnd, unlockAccount } from './try-counting.ts';

export interface UserParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly links: LinkParts;
}

export type UserChange = Partial<Pick<User, 'name' | 'grants'>> & { readonly isDisabled?: boolean };

/** A user as admins see them: `lockedUntil` while nobody may try to sign in as them, after too many tries in vain. */
export type SeenUser = User & { readonly lockedUntil?: Instant };

/**
 * What admins do with users, each within the properties that they administer: to them there are no others. All throw
 * `user_unknown`; `access_denied` for roles at other properties, `own_account` where it is about oneself.
 */
export interface Users {
  list(admin: Principal, page: ListPage): Promise<readonly Listed<SeenUser>[]>;
  get(admin: Principal, userId: string): Promise<SeenUser>;
  /** Throws `user_exists`. */
  invite(admin: Principal, person: Pick<User, 'email' | 'name' | 'grants' | 'language'>): Promise<Invitation>;
  change(admin: Principal, userId: string, change: UserChange): Promise<SeenUser>;
  remove(admin: Principal, userId: string): Promise<void>;
  makeLink(admin: Principal, userId: string): Promise<MadeLink>;
  signOut(admin: Principal, userId: string): Promise<void>;
  unlock(admin: Principal, userId: string): Promise<void>;
  removeSecondFactor(admin: Principal, userId: string): Promise<void>;
}

export interface Invitation {
  readonly id: string;
  readonly user: User;
  readonly link: MadeLink;
}

export function createUsers(parts: UserParts): Users {
  return { ...createUserViews(parts), ...createUserChanges(parts), ...createUserCuts(parts) };
}

function createUserViews({ store, clock }: UserParts): Pick<Users, 'list' | 'get'> {
  return {
    list: (admin, page) =>
      store.read(async (rows) => {
        const isSeen = (user: User) => mayAdminister(admin, user.grants);
        const shown: Listed<SeenUser>[] = [];
        for (const { item, no } of await listSeen((asked) => rows.users.list(asked), page, isSeen)) {
          shown.push({ item: await withLock(rows, item, clock.now()), no });
        }
        return shown;
      }),
    get: (admin, userId) =>
      store.read(async (rows) => withLock(rows, await getWithin(rows, admin, userId), clock.now())),
  };
}

function createUserChanges({ store, clock, links }: UserParts): Pick<Users, 'invite' | 'change' | 'makeLink'> {
  return {
    invite: (admin, person) =>
      store.transaction(async (rows) => {
        await assertMayGrant(rows, admin, person.grants);
        const at = clock.now();
        const email = person.email.toLowerCase();
        const user: User = {
          ...person,
          email,
          id: randomUUID(),
          state: 'invited',
          createdAt: at,
          createdBy: admin.name,
        };
        await rows.users.add(user);
        return { id: user.id, user, link: await makeLink(rows, user, { at, links }) };
      }),
    change: (admin, userId, { isDisabled, ...change }) =>
      store.transaction(async (rows) => {
        const user = await getWithin(rows, admin, userId);
        if (change.grants !== undefined || isDisabled !== undefined) assertOther(admin, userId);
        if (change.grants !== undefined) await assertMayGrant(rows, admin, change.grants);
        const changed = { ...user, ...change, ...(isDisabled !== undefined && { state: toState(user, isDisabled) }) };
        await rows.users.save(changed);
        if (isDisabled === true) await rows.sessions.removeOfUser(userId);
        return withLock(rows, changed, clock.now());
      }),
    makeLink: (admin, userId) =>
      store.transaction(async (rows) => {
        const user = await getWithin(rows, admin, userId);
        // The identity provider vouches for them: a password would be a way round it.
        if (user.state === 'disabled' || user.oidcSubject !== undefined) throw new ServiceError('access_denied');
        return makeLink(rows, user, { at: clock.now(), links });
      }),
  };
}

function createUserCuts({ store }: UserParts): Pick<Users, 'remove' | 'signOut' | 'unlock' | 'removeSecondFactor'> {
  return {
    remove: (admin, userId) =>
      store.transaction(async (rows) => {
        await getWithin(rows, admin, userId);
        assertOther(admin, userId);
        await rows.users.remove(userId);
      }),
    signOut: (admin, userId) =>
      store.transaction(async (rows) => {
        await getWithin(rows, admin, userId);
        await rows.sessions.removeOfUser(userId);
      }),
    unlock: (admin, userId) =>
      store.transaction(async (rows) => unlockAccount(rows, await getWithin(rows, admin, userId))),
    removeSecondFactor: (admin, userId) =>
      store.transaction(async (rows) => {
        const user = await getWithin(rows, admin, userId);
        assertOther(admin, userId);
        await rows.users.save(withoutSecondFactor(user));
        await rows.sessions.removeOfUser(userId);
      }),
  };
}

async function withLock(rows: Rows, user: User, now: Instant): Promise<SeenUser> {
  const lockedUntil = await findLockEnd(rows, user, now);
  return { ...user, ...(lockedUntil !== undefined && { lockedUntil }) };
}

async function getWithin(rows: Rows, admin: Principal, userId: string): Promise<User> {
  const user = await rows.users.get(userId);
  if (!mayAdminister(admin, user.grants)) throw new ServiceError('user_unknown', { userId });
  return user;
}

/** Throws as for a property that does not exist where somebody does not administer it. */
async function assertMayGrant(rows: Rows, admin: Principal, grants: readonly Grant[]): Promise<void> {
  const properties = new Set(grants.map(({ propertyId }) => propertyId));
  if (properties.size < grants.length) throw new ServiceError('request_invalid', { field: 'grants' });
  if (!mayAdminister(admin, grants)) throw new ServiceError('property_unknown');
  for (const propertyId of properties) if (propertyId !== '*') await rows.properties.get(propertyId);
}

function assertOther({ kind, id }: Principal, userId: string): void {
  if (kind === 'user' && id === userId) throw new ServiceError('own_account', { userId });
}

function toState({ passwordHash, oidcSubject }: User, isDisabled: boolean): User['state'] {
  if (isDisabled) return 'disabled';
  return passwordHash === undefined && oidcSubject === undefined ? 'invited' : 'active';
}
