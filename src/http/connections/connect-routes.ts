import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRequest, type ApiRoute, toApiRoute } from '../route.ts';

/**
 * The page of connections, whatever property is looked at. In the fragment, which no server is told of. Whoever has to sign
 * in first comes to it afterwards, where the way begins anew.
 */
const page = '/#/-/connections';

/** The way to the authorize page of the PMS and back, for browsers. */
export function listConnectRoutes({ connections, access, clock }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('startConnecting', 'GET /connect/cloudbeds', {
      page,
      handle: ({ principal }) => orProblem(() => connections.byApp.begin(getSessionId(principal))),
    }),
    toApiRoute('finishConnecting', 'GET /connect/cloudbeds/callback', {
      page,
      handle: ({ query, principal }) =>
        orProblem(async () => {
          const { kind, id, name } = principal;
          const entry = { at: clock.now(), action: 'finishConnecting', actor: { kind, id, name } };
          const sessionId = getSessionId(principal);
          const { id: connectionId } = await access.trail.run(entry, () => connections.byApp.finish(query, sessionId));
          return `${page}?connected=${connectionId}`;
        }),
    }),
  ];
}

/** A machine has no browser that could be sent anywhere. */
function getSessionId({ sessionId }: ApiRequest<'startConnecting'>['principal']): string {
  if (sessionId === undefined) throw new ServiceError('connect_state_wrong');
  return sessionId;
}

async function orProblem(run: () => Promise<string>) {
  try {
    return toLocation(await run());
  } catch (error) {
    if (!isServiceError(error)) throw error;
    return toLocation(`${page}?problem=${error.code}`);
  }
}

function toLocation(address: string) {
  return { status: 302 as const, headers: { Location: address } };
}
