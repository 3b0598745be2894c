import { plusMs } from '../../domain/calendar.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Credential } from '../../ports/connections.ts';
import type { PmsApp } from '../../ports/pms-app.ts';
import type { HttpDoor } from './http-door.ts';
import { type Fields, readCount, readText } from './loose-values.ts';

/** A technology partner's app, as the vendor knows it. */
export interface PartnerApp {
  readonly clientId: string;
  readonly clientSecret: string;
  readonly redirectUri: string;
  /** What codes are changed for: keys that last, or tokens that are refreshed. */
  readonly grant: 'api_key' | 'oauth';
}

export interface PartnerAppParts {
  readonly door: HttpDoor;
  readonly clock: Clock;
  readonly apiUrl: string;
  readonly app: PartnerApp | undefined;
}

/** Throws `connect_unavailable` where the settings name no app. */
export function createPartnerApp({ door, clock, apiUrl, app }: PartnerAppParts): PmsApp {
  const getApp = (): PartnerApp => {
    if (app === undefined) throw new ServiceError('connect_unavailable');
    return app;
  };
  return {
    toAuthorizeUrl(state) {
      const { clientId, redirectUri } = getApp();
      const query = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', state };
      return `${apiUrl}/oauth?${new URLSearchParams(query).toString()}`;
    },
    async redeemCode(code, signal) {
      const { grant, clientId, clientSecret, redirectUri } = getApp();
      const grantType = grant === 'oauth' ? 'authorization_code' : 'urn:ietf:params:oauth:grant-type:api-key';
      const client = { client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri };
      return toCredential(await door.askForTokens({ grant_type: grantType, ...client, code }, signal), clock);
    },
    async refreshTokens(refreshToken, signal) {
      const { clientId, clientSecret } = getApp();
      const client = { client_id: clientId, client_secret: clientSecret };
      const form = { grant_type: 'refresh_token', ...client, refresh_token: refreshToken } as const;
      return toCredential(await door.askForTokens(form, signal), clock);
    },
  };
}

/** What ends comes with what brings the next; what does not end is a key. */
function toCredential(body: Fields, clock: Clock): Credential {
  const secret = readText(body.access_token);
  const refreshToken = readText(body.refresh_token);
  const lifeS = readCount(body.expires_in);
  if (secret === undefined) throw new ServiceError('pms_bad_answer', { reason: 'no_access_token', isSent: true });
  if (refreshToken === undefined) return { kind: 'delivered_key', key: secret };
  if (lifeS === undefined) throw new ServiceError('pms_bad_answer', { reason: 'no_expires_in', isSent: true });
  const grantedAt = clock.now();
  return {
    kind: 'oauth',
    accessToken: secret,
    refreshToken,
    grantedAt,
    expiresAt: plusMs(grantedAt, lifeS * 1_000),
  };
}
