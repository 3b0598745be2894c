import { anybody } from '../../domain/access.ts';
import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PasswordHasher } from '../../ports/credentials.ts';
import type { Store } from '../../ports/store.ts';
import type { User } from '../../ports/users.ts';
import { type Caller, openSession, type OpenedSession } from './session-opening.ts';
import { countTry, forgiveTry } from './try-counting.ts';

export interface Login {
  readonly email: string;
  readonly password: string;
}

/**
 * Throws `sign_in_failed`, after the same work whether there is such an account or not, and `sign_in_locked` after too
 * many tries at the account or from the address.
 */
export type SignIn = (login: Login, caller: Caller) => Promise<OpenedSession>;

export interface SignInParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly passwords: PasswordHasher;
}

export function createSignIn(parts: SignInParts): SignIn {
  const { store, passwords } = parts;
  return async (login, caller) => {
    const keys = { account: login.email, address: caller.address };
    await countOrNote(parts, login, caller);
    const user = await store.read((rows) => rows.users.findByEmail(login.email));
    const { isRight, isOutdated } = await passwords.verify(login.password, user?.passwordHash);
    if (!isRight || user?.state !== 'active') {
      await noteFailure(parts, { action: 'signInFailed', userId: user?.id, caller });
      throw new ServiceError('sign_in_failed');
    }
    const passwordHash = isOutdated ? await passwords.hash(login.password) : undefined;
    return store.transaction(async (rows) => {
      await forgiveTry(rows, keys);
      return admitUser(rows, {
        user,
        caller,
        at: parts.clock.now(),
        ...(passwordHash !== undefined && { passwordHash }),
      });
    });
  };
}

interface Admitted {
  readonly user: User;
  readonly caller: Caller;
  readonly at: string;
  readonly passwordHash?: string;
}

/** After the first factor: signed in, or asked for the second. */
export async function admitUser(
  rows: Parameters<Parameters<Store['transaction']>[0]>[0],
  { user, caller, at, passwordHash = user.passwordHash }: Admitted,
): Promise<OpenedSession> {
  const stage = user.secondFactor?.isConfirmed === true ? 'second_factor' : 'full';
  const hash = passwordHash === undefined ? {} : { passwordHash };
  const current = await rows.users.get(user.id);
  await rows.users.save({ ...current, ...hash, ...(stage === 'full' && { lastSignedInAt: at }) });
  if (stage === 'full') await noteSignedIn(rows, { user, caller, at });
  return openSession(rows, { userId: user.id, stage, at, caller });
}

export async function noteSignedIn(
  rows: Parameters<Parameters<Store['transaction']>[0]>[0],
  { user: { id, name }, caller: { address }, at }: Pick<Admitted, 'user' | 'caller' | 'at'>,
): Promise<void> {
  await rows.audit.add({ at, action: 'signedIn', actor: { kind: 'user', id, name }, objectId: id, address });
}

async function countOrNote(parts: SignInParts, login: Login, caller: Caller): Promise<void> {
  const keys = { account: login.email, address: caller.address };
  try {
    await parts.store.transaction((rows) => countTry(rows, keys, parts.clock.now()));
  } catch (error) {
    if (isServiceError(error, 'sign_in_locked')) {
      const user = await parts.store.read((rows) => rows.users.findByEmail(login.email));
      await noteFailure(parts, { action: 'signInLocked', userId: user?.id, caller });
    }
    throw error;
  }
}

/** Who it was about, where that is known; nobody has proved to be anybody. */
export async function noteFailure(
  { store, clock }: Pick<SignInParts, 'store' | 'clock'>,
  failure: { readonly action: string; readonly userId: string | undefined; readonly caller: Caller },
): Promise<void> {
  const { action, userId, caller } = failure;
  const about = userId === undefined ? {} : { objectId: userId };
  await store.transaction((rows) =>
    rows.audit.add({ at: clock.now(), action, actor: anybody, ...about, address: caller.address }),
  );
}
