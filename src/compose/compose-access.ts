import { hash, timingSafeEqual } from 'node:crypto';
import { createOidcProvider } from '../access/oidc-provider.ts';
import { oneTimeCodes } from '../access/one-time-codes.ts';
import { createScryptPasswords, type ScryptCost } from '../access/scrypt-passwords.ts';
import type { Settings } from '../config/environment.ts';
import type { AccessHttpParts } from '../http/access/access-parts.ts';
import { createSessionCookie } from '../http/gate/session-cookie.ts';
import type { AuditTrail } from '../ports/audit-trail.ts';
import type { Clock } from '../ports/clock.ts';
import type { Store } from '../ports/store.ts';
import { createAskForPasswordReset } from '../screening/access/ask-for-password-reset.ts';
import { createGiveSecondFactor } from '../screening/access/give-second-factor.ts';
import { createIdentify } from '../screening/access/identify.ts';
import { createOwnAccount } from '../screening/access/own-account.ts';
import { endSession } from '../screening/access/session-opening.ts';
import { createSignInByAdminToken } from '../screening/access/sign-in-by-admin-token.ts';
import { createSignInByOidc } from '../screening/access/sign-in-by-oidc.ts';
import { createSignIn } from '../screening/access/sign-in.ts';
import type { LinkParts } from '../screening/access/sign-in-links.ts';
import { createTokens } from '../screening/access/tokens.ts';
import { createUseSignInLink } from '../screening/access/use-sign-in-link.ts';
import { createUsers } from '../screening/access/users.ts';
import { createLinkTokens } from '../store/access/link-tokens.ts';

type AccessSettings = Pick<
  Settings,
  'adminToken' | 'apiRateLimit' | 'trustedProxies' | 'publicUrl' | 'secretKey' | 'oidc'
> & { readonly properties: Pick<Settings['properties'], 'oidc'> };

export interface AccessCompositionParts {
  readonly settings: AccessSettings;
  readonly store: Store;
  readonly clock: Clock;
  readonly trail: AuditTrail;
  readonly mailLink?: LinkParts['mailLink'];
  /** Default: as slow as it should be. */
  readonly passwordCost?: ScryptCost;
}

/** All that decides who asks. */
export function composeAccess(parts: AccessCompositionParts): AccessHttpParts {
  const { settings, store, clock, trail } = parts;
  const links = composeLinks(parts);
  const passwords = createScryptPasswords(parts.passwordCost);
  const isAdminToken = createTokenCheck(settings.adminToken);
  const working = { store, clock, passwords, links, codes: oneTimeCodes, isAdminToken };
  const isSecure = settings.publicUrl.startsWith('https:');
  const oidc = composeOidc(parts);
  return {
    trail,
    identify: createIdentify(working),
    cookie: createSessionCookie('session', isSecure),
    oidcCookie: createSessionCookie('oidc-state', isSecure),
    requestsPerMinute: settings.apiRateLimit,
    trustedProxies: settings.trustedProxies,
    ways: {
      adminToken: settings.adminToken !== undefined,
      mail: links.mailLink !== undefined,
      oidcLabel: oidc === undefined ? undefined : settings.properties.oidc.label,
    },
    signIn: createSignIn(working),
    signInByAdminToken: createSignInByAdminToken(working),
    oidc,
    giveSecondFactor: createGiveSecondFactor(working),
    useSignInLink: createUseSignInLink(working),
    askForPasswordReset: createAskForPasswordReset(working),
    endSession: (secret) => store.transaction((rows) => endSession(rows, secret)),
    own: createOwnAccount(working),
    users: createUsers(working),
    tokens: createTokens(working),
  };
}

/** In the fragment of the page's address: no server on the way is told of it. */
export function composeLinks({ settings, mailLink }: Pick<AccessCompositionParts, 'settings' | 'mailLink'>): LinkParts {
  return {
    ...createLinkTokens(settings.secretKey),
    toUrl: (token) => `${settings.publicUrl}/#/link/${token}`,
    ...(mailLink !== undefined && { mailLink }),
  };
}

function composeOidc({ settings, store, clock }: AccessCompositionParts): AccessHttpParts['oidc'] {
  if (settings.oidc === undefined) return undefined;
  const { scopes, claim, rules } = settings.properties.oidc;
  const redirectUrl = `${settings.publicUrl}/api/v1/session/oidc/callback`;
  const provider = createOidcProvider({ ...settings.oidc, redirectUrl, scopes, claim });
  return createSignInByOidc({ store, clock, provider, rules });
}

/** Without an admin token nothing is right. Digests have one length, as the comparison needs, and tell nothing of it. */
function createTokenCheck(adminToken: string | undefined): (token: string) => boolean {
  const digest = (token: string) => hash('sha256', token, 'buffer');
  const expected = adminToken === undefined ? undefined : digest(adminToken);
  return (token) => expected !== undefined && timingSafeEqual(digest(token), expected);
}
