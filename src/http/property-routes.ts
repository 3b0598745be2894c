import type { components } from '../../openapi/service.generated.ts';
import { toLocalDate } from '../domain/calendar.ts';
import { toTonight } from '../domain/tonight.ts';
import type { Clock } from '../ports/clock.ts';
import type { Property, Rows } from '../ports/store.ts';
import type { HttpParts } from './http-parts.ts';
import { type ApiRoute, toApiRoute } from './route.ts';

type PropertyView = components['schemas']['Property'];

export function listPropertyRoutes({ store, clock }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listProperties', 'GET /api/v1/properties', {
      handle: async ({ principal }) => {
        const items = await store.read(async (rows) => {
          const own = (await rows.properties.list()).filter(({ id }) => principal.roleFor(id) !== undefined);
          return listViews(rows, own, clock);
        });
        return { status: 200, body: { items } };
      },
    }),
  ];
}

async function listViews(rows: Rows, properties: readonly Property[], clock: Clock): Promise<PropertyView[]> {
  const lastEvents = await rows.propertyFigures.listLastEvents();
  const views: PropertyView[] = [];
  for (const { id, name, timeZone, syncedThrough, lastSyncStartedAt } of properties) {
    const today = toLocalDate(clock.now(), timeZone);
    // Field by field: the webhook secret stays here.
    views.push({
      ...{ id, name, timeZone, today },
      syncedThrough: syncedThrough ?? null,
      lastSyncStartedAt: lastSyncStartedAt ?? null,
      lastEventAt: lastEvents.get(id) ?? null,
      tonight: { ...toTonight(await rows.propertyFigures.countArrivals(id, today)) },
    });
  }
  return views;
}
