import {
  allowInsecureRequests,
  authorizationCodeGrant,
  AuthorizationResponseError,
  buildAuthorizationUrl,
  calculatePKCECodeChallenge,
  type Configuration,
  discovery,
  randomNonce,
  randomPKCECodeVerifier,
  randomState,
  ResponseBodyError,
} from 'openid-client';
import { ServiceError } from '../domain/errors.ts';
import type { OidcAnswer, OidcProvider } from '../ports/credentials.ts';

export interface OidcSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUrl: string;
  readonly scopes: readonly string[];
  /** The claim that roles are made of. */
  readonly claim: string;
}

const timeoutS = 10;

/** OpenID Connect: the authorization code flow with PKCE, state and nonce; the provider is looked up at its first use. */
export function createOidcProvider(settings: OidcSettings): OidcProvider {
  let found: Promise<Configuration> | undefined;
  const find = async (): Promise<Configuration> => {
    found ??= discover(settings);
    try {
      return await found;
    } catch (error) {
      // It may be back in a moment.
      found = undefined;
      throw new ServiceError('oidc_unavailable', {}, error);
    }
  };
  return {
    async begin() {
      const configuration = await find();
      const flow = { state: randomState(), nonce: randomNonce(), codeVerifier: randomPKCECodeVerifier() };
      const url = buildAuthorizationUrl(configuration, {
        redirect_uri: settings.redirectUrl,
        scope: settings.scopes.join(' '),
        code_challenge: await calculatePKCECodeChallenge(flow.codeVerifier),
        code_challenge_method: 'S256',
        state: flow.state,
        nonce: flow.nonce,
      });
      return { url: url.href, ...flow };
    },
    async finish(callback, flow) {
      const configuration = await find();
      const url = new URL(settings.redirectUrl);
      url.search = callback.toString();
      const claims = await exchange(configuration, url, flow);
      return toAnswer(claims, settings.claim);
    },
  };
}

function discover({ issuer, clientId, clientSecret }: OidcSettings): Promise<Configuration> {
  const server = new URL(issuer);
  // A provider on this very machine, as in tests and trials, may do without TLS; the settings let no other.
  const isLocal = server.protocol === 'http:';
  return discovery(server, clientId, clientSecret, undefined, {
    timeout: timeoutS,
    // eslint-disable-next-line @typescript-eslint/no-deprecated -- the mark is meant to make one think, and one has
    ...(isLocal && { execute: [allowInsecureRequests] }),
  });
}

type Claims = Readonly<Record<string, unknown>> & { readonly iss: string; readonly sub: string };

async function exchange(
  configuration: Configuration,
  url: URL,
  { state, nonce, codeVerifier }: Parameters<OidcProvider['finish']>[1],
): Promise<Claims> {
  try {
    const tokens = await authorizationCodeGrant(configuration, url, {
      expectedState: state,
      expectedNonce: nonce,
      pkceCodeVerifier: codeVerifier,
      idTokenExpected: true,
    });
    const claims = tokens.claims();
    if (claims === undefined) throw new ServiceError('oidc_refused');
    return claims;
  } catch (error) {
    throw new ServiceError(isOutage(error) ? 'oidc_unavailable' : 'oidc_refused', {}, error);
  }
}

/** An answer that says no, or that does not add up, is a refusal; no answer is an outage. */
function isOutage(error: unknown): boolean {
  if (error instanceof AuthorizationResponseError || error instanceof ResponseBodyError) return false;
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : '';
  return code === 'OAUTH_TIMEOUT' || code === 'OAUTH_ABORT' || (error instanceof TypeError && code === '');
}

function toAnswer(claims: Claims, claim: string): OidcAnswer {
  const toText = (value: unknown) => (typeof value === 'string' && value.trim() !== '' ? value.trim() : undefined);
  return {
    subject: `${claims.iss} ${claims.sub}`,
    email: toText(claims.email)?.toLowerCase(),
    isEmailVerified: claims.email_verified !== false,
    name: toText(claims.name) ?? toText(claims.preferred_username),
    claim: claims[claim],
  };
}
