import { isServiceError } from '../../domain/errors.ts';
import type { Caller, OpenedSession } from '../../screening/access/session-opening.ts';
import type { AccessHttpParts } from './access-parts.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

const oidcPath = '/api/v1/session/oidc';

export function listSignInRoutes({ access, clock }: HttpParts): readonly ApiRoute[] {
  const toAnswer = ({ state, secret, expiresAt }: OpenedSession) => ({
    status: 200 as const,
    body: { state },
    headers: { 'Set-Cookie': access.cookie.write(secret, expiresAt) },
  });
  return [
    toApiRoute('findSession', 'GET /api/v1/session', {
      handle: async ({ caller }) => ({ status: 200, body: { state: await toSessionState(access, caller) } }),
    }),
    toApiRoute('signIn', 'POST /api/v1/session', {
      handle: async ({ body, caller }) =>
        toAnswer(
          await ('adminToken' in body
            ? access.signInByAdminToken(body.adminToken, caller)
            : access.signIn(body, caller)),
        ),
    }),
    toApiRoute('signOut', 'DELETE /api/v1/session', {
      handle: async ({ caller: { sessionSecret } }) => {
        if (sessionSecret !== undefined) await access.endSession(sessionSecret);
        return { status: 204, headers: { 'Set-Cookie': access.cookie.clear() } };
      },
    }),
    toApiRoute('giveSecondFactor', 'POST /api/v1/session/second-factor', {
      handle: async ({ body, caller }) => toAnswer(await access.giveSecondFactor(body.code, caller)),
    }),
    toApiRoute('useSignInLink', 'POST /api/v1/session/link', {
      handle: async ({ body, caller }) => toAnswer(await access.useSignInLink(body, caller)),
    }),
    toApiRoute('askForPasswordReset', 'POST /api/v1/session/forgotten-password', {
      handle: async ({ body, caller }) => {
        await access.askForPasswordReset(body.email, caller);
        return { status: 202, body: {} };
      },
    }),
    toApiRoute('listSignInWays', 'GET /api/v1/session/ways', {
      handle: () => {
        const { oidcLabel, ...ways } = access.ways;
        const oidc = oidcLabel === undefined ? null : { label: oidcLabel, startPath: oidcPath };
        return Promise.resolve({ status: 200, body: { ...ways, oidc } });
      },
    }),
    ...listOidcRoutes({ access, clock }),
  ];
}

async function toSessionState({ identify }: AccessHttpParts, { sessionSecret }: Caller) {
  if (sessionSecret === undefined) return 'signed_out' as const;
  try {
    await identify({ sessionSecret });
    return 'signed_in' as const;
  } catch (error) {
    if (isServiceError(error) && error.code === 'second_factor_needed') return error.code;
    if (isServiceError(error) && error.code === 'session_ended') return 'signed_out' as const;
    throw error;
  }
}

const flowMs = 10 * 60_000;

function listOidcRoutes({ access, clock }: Pick<HttpParts, 'access' | 'clock'>): readonly ApiRoute[] {
  const { oidc, oidcCookie, cookie } = access;
  /** In the fragment, which no server is told of. */
  const toProblem = (code: string) => ({ status: 302 as const, headers: { Location: `/#/sign-in?problem=${code}` } });
  const failing = async <Result>(run: () => Promise<Result>) => {
    try {
      return await run();
    } catch (error) {
      if (!isServiceError(error)) throw error;
      return toProblem(error.code);
    }
  };
  return [
    toApiRoute('startOidcSignIn', `GET ${oidcPath}`, {
      handle: () =>
        failing(async () => {
          if (oidc === undefined) return toProblem('oidc_unavailable');
          const { url, state } = await oidc.begin();
          const expiresAt = new Date(Date.parse(clock.now()) + flowMs).toISOString();
          return { status: 302 as const, headers: { Location: url, 'Set-Cookie': oidcCookie.write(state, expiresAt) } };
        }),
    }),
    toApiRoute('finishOidcSignIn', `GET ${oidcPath}/callback`, {
      handle: ({ query, caller }) =>
        failing(async () => {
          if (oidc === undefined) return toProblem('oidc_unavailable');
          const { secret, expiresAt } = await oidc.finish(
            new URLSearchParams(query),
            oidcCookie.read(caller.cookies),
            caller,
          );
          return { status: 302 as const, headers: { Location: '/', 'Set-Cookie': cookie.write(secret, expiresAt) } };
        }),
    }),
  ];
}
