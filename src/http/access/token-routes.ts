import type { components } from '../../../openapi/service.generated.ts';
import type { ApiToken } from '../../ports/access-memory.ts';
import type { HttpParts } from '../http-parts.ts';
import { toListedPage, toListPage } from '../listed-page.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

export function listTokenRoutes({ access: { tokens } }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listTokens', 'GET /api/v1/tokens', {
      handle: async ({ principal, query: { limit = 50, cursor } }) => {
        const listed = await tokens.list(principal, toListPage(limit, cursor));
        return { status: 200, body: toListedPage(listed, limit, toTokenView) };
      },
    }),
    toApiRoute('createToken', 'POST /api/v1/tokens', {
      handle: async ({ principal, body }) => {
        const { token, secret } = await tokens.create(principal, { ...body, name: body.name.trim() });
        return { status: 201, body: { token: toTokenView(token), secret } };
      },
    }),
    toApiRoute('revokeToken', 'DELETE /api/v1/tokens/{tokenId}', {
      handle: async ({ principal, params }) => {
        await tokens.revoke(principal, params.tokenId);
        return { status: 204 };
      },
    }),
  ];
}

function toTokenView(token: ApiToken): components['schemas']['ApiToken'] {
  const { id, name, scope, propertyIds, expiresAt, createdAt, createdBy, lastUsedAt = null } = token;
  return { id, name, scope, propertyIds: [...propertyIds], expiresAt, createdAt, createdBy, lastUsedAt };
}
