import { hash } from 'node:crypto';
import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OneTimeCodes } from '../../ports/credentials.ts';
import type { Store } from '../../ports/store.ts';
import type { SecondFactor } from '../../ports/users.ts';
import { type Caller, isAlive, openSession, type OpenedSession } from './session-opening.ts';
import { noteFailure, noteSignedIn } from './sign-in.ts';
import { countTry, forgiveTry, toSecondFactorAccount } from './try-counting.ts';

/**
 * Ends what the password began. Throws `session_ended` where nothing was begun or it is too late, `second_factor_wrong`,
 * and `sign_in_locked` after too many tries.
 */
export type GiveSecondFactor = (code: string, caller: Caller) => Promise<OpenedSession>;

export interface SecondFactorParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly codes: OneTimeCodes;
}

export function createGiveSecondFactor(parts: SecondFactorParts): GiveSecondFactor {
  const { store, clock, codes } = parts;
  return async (code, caller) => {
    const at = clock.now();
    const userId = await getBegun(store, { caller, at });
    const keys = { account: toSecondFactorAccount(userId), address: caller.address };
    await store.transaction((rows) => countTry(rows, keys, at));
    // Judged and used up in one transaction, so that a code counts once.
    const opened = await store.transaction(async (rows) => {
      const user = await rows.users.get(userId);
      const secondFactor = user.secondFactor && useCode(user.secondFactor, code, { codes, at });
      if (secondFactor === undefined || user.state !== 'active') return undefined;
      await forgiveTry(rows, keys);
      await rows.users.save({ ...user, secondFactor, lastSignedInAt: at });
      await noteSignedIn(rows, { user, caller, at });
      return openSession(rows, { userId, stage: 'full', at, caller });
    });
    if (opened !== undefined) return opened;
    await noteFailure(parts, { action: 'signInFailed', userId, caller });
    throw new ServiceError('second_factor_wrong');
  };
}

async function getBegun(
  store: Store,
  { caller, at }: { readonly caller: Caller; readonly at: string },
): Promise<string> {
  const { sessionSecret } = caller;
  if (sessionSecret === undefined) throw new ServiceError('session_ended');
  const session = await store.read((rows) => rows.sessions.findBySecret(sessionSecret));
  if (session?.stage !== 'second_factor' || session.userId === undefined || !isAlive(session, at)) {
    throw new ServiceError('session_ended');
  }
  return session.userId;
}

/** What is left of a second factor once the code was used; `undefined` where the code is none, or was used before. */
export function useCode(
  factor: SecondFactor,
  code: string,
  { codes, at }: { readonly codes: OneTimeCodes; readonly at: string },
): SecondFactor | undefined {
  const period = codes.findPeriod(factor.secret, code, at);
  if (period !== undefined) return period > (factor.lastPeriod ?? 0) ? { ...factor, lastPeriod: period } : undefined;
  const digest = toRecoveryDigest(code);
  const left = factor.recoveryDigests.filter((other) => other !== digest);
  return left.length < factor.recoveryDigests.length ? { ...factor, recoveryDigests: left } : undefined;
}

/** However it is typed. */
export function toRecoveryDigest(code: string): string {
  return hash('sha256', code.toLowerCase().replace(/[^a-z0-9]/g, ''), 'hex');
}
