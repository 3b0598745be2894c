import { randomUUID } from 'node:crypto';
import { type ClaimRule, toGrants } from '../../domain/access/claim-roles.ts';
import { plusMs } from '../../domain/calendar.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { OidcAnswer, OidcProvider } from '../../ports/credentials.ts';
import type { Rows, Store } from '../../ports/store.ts';
import type { User } from '../../ports/users.ts';
import { type Caller, openSession, type OpenedSession } from './session-opening.ts';
import { noteSignedIn } from './sign-in.ts';

export interface SignInByOidc {
  /** Where the browser goes, and what it must bring back. Throws `oidc_unavailable`. */
  begin(): Promise<{ readonly url: string; readonly state: string }>;
  /**
   * `state`: what the browser brought back by itself. Throws `oidc_refused` where it does not belong to the answer, was used or
   * took too long, or the provider says no; `oidc_unmapped` where nobody gave the person a role; `oidc_unavailable`.
   */
  finish(callback: URLSearchParams, state: string | undefined, caller: Caller): Promise<OpenedSession>;
}

export interface OidcParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly provider: OidcProvider;
  readonly rules: readonly ClaimRule[];
}

const flowMs = 10 * 60_000;

/** Sign-in through a group's identity provider. Roles are what its claims come to, anew at every sign-in. */
export function createSignInByOidc({ store, clock, provider, rules }: OidcParts): SignInByOidc {
  return {
    async begin() {
      const { url, ...flow } = await provider.begin();
      await store.transaction((rows) => rows.oidcFlows.add({ ...flow, expiresAt: plusMs(clock.now(), flowMs) }));
      return { url, state: flow.state };
    },
    async finish(callback, state, caller) {
      if (state === undefined || callback.get('state') !== state) throw new ServiceError('oidc_refused');
      const flow = await store.transaction((rows) => rows.oidcFlows.take(state));
      if (flow === undefined || flow.expiresAt <= clock.now()) throw new ServiceError('oidc_refused');
      const answer = await provider.finish(callback, flow);
      const grants = toGrants(answer.claim, rules);
      const opened = await store.transaction(async (rows) => {
        const at = clock.now();
        const user = await takeUser(rows, answer, { grants, at });
        if (user === undefined) return undefined;
        await noteSignedIn(rows, { user, caller, at });
        return openSession(rows, { userId: user.id, stage: 'full', at, caller });
      });
      if (opened === undefined) throw new ServiceError('oidc_unmapped');
      return opened;
    },
  };
}

/**
 * The user of this subject, brought up to date, or a new one; `undefined` where nobody gave it a role, and then its
 * sessions end. An address alone makes nobody somebody else.
 */
async function takeUser(
  rows: Rows,
  answer: OidcAnswer,
  { grants, at }: { readonly grants: User['grants']; readonly at: string },
): Promise<User | undefined> {
  const known = await rows.users.findByOidcSubject(answer.subject);
  if (known !== undefined && grants.length === 0) {
    await rows.users.save({ ...known, grants });
    await rows.sessions.removeOfUser(known.id);
  }
  if (known?.state === 'disabled' || grants.length === 0) return undefined;
  const email = answer.email ?? known?.email;
  if (email === undefined || !answer.isEmailVerified) throw new ServiceError('oidc_refused');
  const name = answer.name ?? known?.name ?? email;
  if (known !== undefined) {
    const user: User = { ...known, email, name, grants, lastSignedInAt: at };
    await rows.users.save(user);
    return user;
  }
  const facts = { email, name, grants, oidcSubject: answer.subject, createdAt: at, createdBy: 'oidc' };
  const user: User = { id: randomUUID(), state: 'active', ...facts, lastSignedInAt: at };
  await rows.users.add(user);
  return user;
}
