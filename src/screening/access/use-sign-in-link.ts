import { findPasswordProblem } from '../../domain/access/password-rules.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Rows } from '../../ports/store.ts';
import type { User } from '../../ports/users.ts';
import { PasswordRefused } from './password-refused.ts';
import type { Caller, OpenedSession } from './session-opening.ts';
import { admitUser, type SignInParts } from './sign-in.ts';
import type { LinkParts } from './sign-in-links.ts';

/** Sets a password and signs in; every other session ends. Throws `link_unknown` and `PasswordRefused`. */
export type UseSignInLink = (
  given: { readonly token: string; readonly password: string },
  caller: Caller,
) => Promise<OpenedSession>;

export function createUseSignInLink(parts: SignInParts & { readonly links: LinkParts }): UseSignInLink {
  const { store, clock, passwords, links } = parts;
  return async ({ token, password }, caller) => {
    const linkId = links.findLinkId(token);
    if (linkId === undefined) throw new ServiceError('link_unknown');
    const user = await store.read((rows) => getUser(rows, linkId, clock.now()));
    const problem = findPasswordProblem(password, user);
    if (problem !== undefined) throw new PasswordRefused(problem);
    const passwordHash = await passwords.hash(password);
    return store.transaction(async (rows) => {
      const at = clock.now();
      const current = await getUser(rows, linkId, at);
      await rows.signInLinks.remove(linkId);
      await rows.sessions.removeOfUser(user.id);
      const active: User = { ...current, state: 'active', passwordHash };
      await rows.users.save(active);
      await rows.throttles.remove(`account ${active.email}`);
      const actor = { kind: 'user' as const, id: active.id, name: active.name };
      await rows.audit.add({ at, action: 'useSignInLink', actor, objectId: active.id, address: caller.address });
      return admitUser(rows, { user: active, caller, at });
    });
  };
}

async function getUser(rows: Rows, linkId: string, now: string): Promise<User> {
  const link = await rows.signInLinks.find(linkId);
  const user = link && link.expiresAt > now ? await rows.users.find(link.userId) : undefined;
  if (user === undefined || user.state === 'disabled') throw new ServiceError('link_unknown');
  return user;
}
