import type { AuditTrail } from '../../ports/audit-trail.ts';
import type { AskForPasswordReset } from '../../screening/access/ask-for-password-reset.ts';
import type { GiveSecondFactor } from '../../screening/access/give-second-factor.ts';
import type { Identify } from '../../screening/access/identify.ts';
import type { OwnAccount } from '../../screening/access/own-account.ts';
import type { SignInByAdminToken } from '../../screening/access/sign-in-by-admin-token.ts';
import type { SignInByOidc } from '../../screening/access/sign-in-by-oidc.ts';
import type { SignIn } from '../../screening/access/sign-in.ts';
import type { Tokens } from '../../screening/access/tokens.ts';
import type { UseSignInLink } from '../../screening/access/use-sign-in-link.ts';
import type { Users } from '../../screening/access/users.ts';
import type { SessionCookie } from '../gate/session-cookie.ts';

/** All that decides who asks, and what those do who manage access. */
export interface AccessHttpParts {
  readonly identify: Identify;
  readonly trail: AuditTrail;
  readonly cookie: SessionCookie;
  /** Of a way to the identity provider, in the browser that began it. */
  readonly oidcCookie: SessionCookie;
  /** Requests that one caller may send in a minute; 0 sets no limit. */
  readonly requestsPerMinute: number;
  /** How many proxies stand before the service, whose word on addresses counts. */
  readonly trustedProxies: number;
  readonly ways: { readonly adminToken: boolean; readonly mail: boolean; readonly oidcLabel: string | undefined };
  readonly signIn: SignIn;
  readonly signInByAdminToken: SignInByAdminToken;
  /** Absent where no identity provider is set up. */
  readonly oidc: SignInByOidc | undefined;
  readonly giveSecondFactor: GiveSecondFactor;
  readonly useSignInLink: UseSignInLink;
  readonly askForPasswordReset: AskForPasswordReset;
  readonly endSession: (secret: string) => Promise<void>;
  readonly own: OwnAccount;
  readonly users: Users;
  readonly tokens: Tokens;
}
