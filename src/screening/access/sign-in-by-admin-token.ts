import { adminTokenPrincipal } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import { openSession, type Caller, type OpenedSession } from './session-opening.ts';
import { noteFailure, type SignInParts } from './sign-in.ts';
import { countTry, forgiveTry } from './try-counting.ts';

/** Exchanges the admin token for a session of an hour. Throws `sign_in_failed` and `sign_in_locked`. */
export type SignInByAdminToken = (token: string, caller: Caller) => Promise<OpenedSession>;

export function createSignInByAdminToken(
  parts: Omit<SignInParts, 'passwords'> & { readonly isAdminToken: (token: string) => boolean },
): SignInByAdminToken {
  const { store, clock } = parts;
  return async (token, caller) => {
    const keys = { account: `admin token from ${caller.address}`, address: caller.address };
    await store.transaction((rows) => countTry(rows, keys, clock.now()));
    if (!parts.isAdminToken(token)) {
      await noteFailure(parts, { action: 'signInFailed', userId: undefined, caller });
      throw new ServiceError('sign_in_failed');
    }
    return store.transaction(async (rows) => {
      const at = clock.now();
      await forgiveTry(rows, keys);
      await rows.audit.add({ at, action: 'signedIn', actor: adminTokenPrincipal, address: caller.address });
      return openSession(rows, { stage: 'full', at, caller });
    });
  };
}
