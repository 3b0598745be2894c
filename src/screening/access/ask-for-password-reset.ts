import { anybody } from '../../domain/access.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Store } from '../../ports/store.ts';
import { type LinkParts, makeLink } from './sign-in-links.ts';
import type { Caller } from './session-opening.ts';
import { countTry } from './try-counting.ts';

/**
 * Makes a mail due that lets a user set a new password. Nothing tells whether there is such a user; without mail nothing
 * happens. Throws `sign_in_locked` after too many tries.
 */
export type AskForPasswordReset = (email: string, caller: Caller) => Promise<void>;

export function createAskForPasswordReset(parts: {
  readonly store: Store;
  readonly clock: Clock;
  readonly links: LinkParts;
}): AskForPasswordReset {
  const { store, clock, links } = parts;
  return (email, { address }) =>
    store.transaction(async (rows) => {
      const at = clock.now();
      // An own count: whoever asks for a reset may have locked the account by mistyping.
      await countTry(rows, { account: `reset of ${email}`, address }, at);
      const user = await rows.users.findByEmail(email);
      const canReset = user?.state === 'active' && user.oidcSubject === undefined;
      if (user === undefined || !canReset || links.mailLink === undefined) return;
      await makeLink(rows, user, { at, links });
      await rows.audit.add({ at, action: 'askForPasswordReset', actor: anybody, objectId: user.id, address });
    });
}
