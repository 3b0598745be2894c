import type { HttpParts } from './http-parts.ts';
import { type ApiRoute, toApiRoute } from './route.ts';

export function listPropertyRoutes({ store }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listProperties', 'GET /api/v1/properties', {
      handle: async ({ principal }) => {
        const properties = await store.read((rows) => rows.properties.list());
        // Field by field: the webhook secret stays here.
        const own = properties.filter(({ id }) => principal.roleFor(id) !== undefined);
        const items = own.map(({ id, name, timeZone, syncedThrough }) => {
          return { id, name, timeZone, syncedThrough: syncedThrough ?? null };
        });
        return { status: 200, body: { items } };
      },
    }),
  ];
}
