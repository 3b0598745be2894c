import type { components } from '../../../openapi/service.generated.ts';
import type { Principal } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { User } from '../../ports/users.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

type Schemas = components['schemas'];

export function listOwnAccountRoutes(parts: HttpParts): readonly ApiRoute[] {
  return [...listFactRoutes(parts), ...listSecondFactorRoutes(parts), ...listSessionRoutes(parts)];
}

function listFactRoutes({ access: { own } }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('getMe', 'GET /api/v1/me', {
      handle: async ({ principal }) => ({ status: 200, body: toMe(principal, await own.find(principal)) }),
    }),
    toApiRoute('changeMe', 'PATCH /api/v1/me', {
      handle: async ({ principal, body: { name, language, wantsAlertMails } }) => {
        const change = {
          ...(name !== undefined && { name: name.trim() }),
          ...(language !== undefined && { language }),
          ...(wantsAlertMails !== undefined && { wantsAlertMails }),
        };
        return { status: 200, body: toMe(principal, await own.change(principal, change)) };
      },
    }),
    toApiRoute('changeMyPassword', 'POST /api/v1/me/password', {
      handle: async ({ principal, body, caller: { address } }) => {
        await own.changePassword(principal, { ...body, address });
        return { status: 204 };
      },
    }),
  ];
}

function listSecondFactorRoutes({ access: { own } }: HttpParts): readonly ApiRoute[] {
  const path = '/api/v1/me/second-factor';
  return [
    toApiRoute('beginSecondFactor', `POST ${path}`, {
      handle: async ({ principal, body: { password }, caller: { address } }) => ({
        status: 200,
        body: { ...(await own.beginSecondFactor(principal, { password, address })) },
      }),
    }),
    toApiRoute('confirmSecondFactor', `POST ${path}/confirmation`, {
      handle: async ({ principal, body }) => {
        const { recoveryCodes } = await own.confirmSecondFactor(principal, body.code);
        return { status: 200, body: { recoveryCodes: [...recoveryCodes] } };
      },
    }),
    toApiRoute('removeMySecondFactor', `POST ${path}/removal`, {
      handle: async ({ principal, body: { password }, caller: { address } }) => {
        await own.removeSecondFactor(principal, { password, address });
        return { status: 204 };
      },
    }),
  ];
}

function listSessionRoutes({ access: { own } }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listMySessions', 'GET /api/v1/me/sessions', {
      handle: async ({ principal }) => {
        const sessions = await own.listSessions(principal);
        const items = sessions.map(({ id, startedAt, lastSeenAt, expiresAt, userAgent = null }) => {
          return { id, startedAt, lastSeenAt, expiresAt, userAgent, isThisOne: id === principal.sessionId };
        });
        return { status: 200, body: { items } };
      },
    }),
    toApiRoute('endMySession', 'DELETE /api/v1/me/sessions/{sessionId}', {
      handle: async ({ principal, params }) => {
        await own.endSession(principal, params.sessionId);
        return { status: 204 };
      },
    }),
  ];
}

function toMe({ kind, id, name, grants }: Principal, user: User | undefined): Schemas['Me'] {
  if (kind === 'anybody') throw new ServiceError('token_missing');
  return {
    kind,
    id,
    name: user?.name ?? name,
    email: user?.email ?? null,
    language: user?.language ?? null,
    grants: grants.map((grant) => ({ ...grant })),
    hasPassword: user?.passwordHash !== undefined,
    hasSecondFactor: user?.secondFactor?.isConfirmed === true,
    wantsAlertMails: user?.wantsAlertMails === true,
  };
}
