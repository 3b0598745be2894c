import type { components } from '../../../openapi/service.generated.ts';
import type { MadeLink } from '../../screening/access/sign-in-links.ts';
import type { SeenUser } from '../../screening/access/users.ts';
import type { HttpParts } from '../http-parts.ts';
import { toListedPage, toListPage } from '../listed-page.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

type Schemas = components['schemas'];

const path = '/api/v1/users/{userId}';

export function listUserRoutes(parts: HttpParts): readonly ApiRoute[] {
  return [...listViewRoutes(parts), ...listChangeRoutes(parts)];
}

function listViewRoutes({ access: { users } }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listUsers', 'GET /api/v1/users', {
      handle: async ({ principal, query: { limit = 50, cursor } }) => {
        const listed = await users.list(principal, toListPage(limit, cursor));
        return { status: 200, body: toListedPage(listed, limit, toUserView) };
      },
    }),
    toApiRoute('getUser', `GET ${path}`, {
      handle: async ({ principal, params }) => ({
        status: 200,
        body: toUserView(await users.get(principal, params.userId)),
      }),
    }),
    toApiRoute('inviteUser', 'POST /api/v1/invitations', {
      handle: async ({ principal, body }) => {
        const { email, grants, language } = body;
        const person = { email, name: body.name.trim(), grants, ...(language !== undefined && { language }) };
        const { user, link } = await users.invite(principal, person);
        const headers = { Location: `/api/v1/users/${user.id}` };
        return { status: 201, body: { user: toUserView(user), link: toLinkView(link) }, headers };
      },
    }),
  ];
}

function listChangeRoutes({ access: { users } }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('changeUser', `PATCH ${path}`, {
      handle: async ({ principal, params, body: { name, grants, isDisabled } }) => {
        const user = await users.change(principal, params.userId, {
          ...(name !== undefined && { name: name.trim() }),
          ...(grants !== undefined && { grants }),
          ...(isDisabled !== undefined && { isDisabled }),
        });
        return { status: 200, body: toUserView(user) };
      },
    }),
    toApiRoute('removeUser', `DELETE ${path}`, {
      handle: async ({ principal, params }) => {
        await users.remove(principal, params.userId);
        return { status: 204 };
      },
    }),
    toApiRoute('makeSignInLink', `POST ${path}/link`, {
      handle: async ({ principal, params }) => ({
        status: 201,
        body: toLinkView(await users.makeLink(principal, params.userId)),
      }),
    }),
    toApiRoute('signUserOut', `POST ${path}/sign-out`, {
      handle: async ({ principal, params }) => {
        await users.signOut(principal, params.userId);
        return { status: 204 };
      },
    }),
    toApiRoute('unlockUser', `POST ${path}/unlock`, {
      handle: async ({ principal, params }) => {
        await users.unlock(principal, params.userId);
        return { status: 204 };
      },
    }),
    toApiRoute('removeSecondFactor', `DELETE ${path}/second-factor`, {
      handle: async ({ principal, params }) => {
        await users.removeSecondFactor(principal, params.userId);
        return { status: 204 };
      },
    }),
  ];
}

function toUserView(user: SeenUser): Schemas['User'] {
  const { id, email, name, state, grants, language = null, secondFactor, createdAt, createdBy } = user;
  return {
    ...{ id, email, name, state, language, createdAt, createdBy },
    grants: grants.map((grant) => ({ ...grant })),
    hasSecondFactor: secondFactor?.isConfirmed === true,
    signsInBy: user.oidcSubject === undefined ? 'password' : 'oidc',
    lastSignedInAt: user.lastSignedInAt ?? null,
    lockedUntil: user.lockedUntil ?? null,
  };
}

function toLinkView({ url, isMailed, expiresAt }: MadeLink): Schemas['SignInLink'] {
  return { url: url ?? null, isMailed, expiresAt };
}
