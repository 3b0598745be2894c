import type { components } from '../../../openapi/service.generated.ts';
import { toLocalDate } from '../../domain/calendar.ts';
import { toTonight } from '../../domain/tonight.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Property, Rows } from '../../ports/store.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';
import { readSyncState } from './sync-state-view.ts';

type Schemas = components['schemas'];
type PropertyView = Schemas['Property'];

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
    toApiRoute('getSyncState', 'GET /api/v1/properties/{propertyId}/sync', {
      handle: async ({ params: { propertyId } }) => {
        const view = await store.read((rows) => readSyncState(rows, propertyId, clock.now()));
        return { status: 200, body: view };
      },
    }),
  ];
}

async function listViews(rows: Rows, properties: readonly Property[], clock: Clock): Promise<PropertyView[]> {
  const states = new Map((await rows.syncStates.list()).map((state) => [state.propertyId, state]));
  const now = clock.now();
  const days = Map.groupBy(properties, ({ timeZone }) => toLocalDate(now, timeZone));
  const views = new Map<string, PropertyView>();
  for (const [today, ofDay] of days) {
    const ids = ofDay.map(({ id }) => id);
    const arrivals = await rows.propertyFigures.countArrivals(ids, today);
    for (const property of ofDay) {
      const tonight = { ...toTonight(arrivals.get(property.id) ?? []) };
      views.set(
        property.id,
        toView(property, { today, lastEventAt: states.get(property.id)?.lastEventAt ?? null, tonight }),
      );
    }
  }
  return properties.flatMap(({ id }) => views.get(id) ?? []);
}

/** Field by field: the webhook secret stays here. */
function toView(
  { id, name, timeZone, syncedThrough, lastSyncStartedAt }: Property,
  told: Pick<PropertyView, 'today' | 'lastEventAt' | 'tonight'>,
): PropertyView {
  return {
    ...{ id, name, timeZone, ...told },
    syncedThrough: syncedThrough ?? null,
    lastSyncStartedAt: lastSyncStartedAt ?? null,
  };
}
