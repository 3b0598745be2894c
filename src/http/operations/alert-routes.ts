import type { components } from '../../../openapi/service.generated.ts';
import { everyProperty, isAtLeast, type Principal } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Alert, AlertQuery } from '../../ports/alerts.ts';
import type { HttpParts } from '../http-parts.ts';
import { toListedPage, toListPage } from '../listed-page.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

export function listAlertRoutes({ store, clock }: HttpParts): readonly ApiRoute[] {
  return [
    toApiRoute('listAlerts', 'GET /api/v1/alerts', {
      handle: async ({ principal, query: { limit = 50, cursor, propertyId, state = 'open' } }) => {
        const query: AlertQuery = { ...toPlaces(principal, propertyId), ...toListPage(limit, cursor), state };
        const alerts = await store.read((rows) => rows.alerts.list(query));
        return { status: 200, body: toListedPage(alerts, limit, toAlertView) };
      },
    }),
    toApiRoute('acknowledgeAlert', 'POST /api/v1/alerts/{id}/acknowledgement', {
      handle: async ({ principal, actor, params: { id } }) => {
        const alert = await store.transaction(async (rows) => {
          const known = await rows.alerts.find(id);
          const place = known?.propertyId ?? everyProperty;
          if (known === undefined || !isManagerAt(principal, place)) throw new ServiceError('alert_unknown');
          await rows.alerts.acknowledge(id, { at: clock.now(), by: actor });
          return (await rows.alerts.find(id)) ?? known;
        });
        return { status: 200, body: toAlertView(alert) };
      },
    }),
  ];
}

/** Those whose alerts somebody may see. What concerns the whole service is for whoever manages all of it. */
function toPlaces(
  principal: Principal,
  propertyId: string | undefined,
): Pick<AlertQuery, 'propertyIds' | 'withService'> {
  if (propertyId !== undefined && !isManagerAt(principal, propertyId)) throw new ServiceError('property_unknown');
  const managesAll = isManagerAt(principal, everyProperty);
  if (propertyId !== undefined) return { propertyIds: [propertyId], withService: managesAll };
  if (managesAll) return { withService: true };
  const own = principal.grants.filter(({ role }) => isAtLeast(role, 'manager'));
  return { propertyIds: own.map((grant) => grant.propertyId), withService: false };
}

function isManagerAt(principal: Principal, place: string): boolean {
  return isAtLeast(principal.roleFor(place), 'manager');
}

function toAlertView(alert: Alert): components['schemas']['Alert'] {
  const { id, kind, propertyId, about, facts, openedAt, lastSeenAt, settledAt = null, acknowledged } = alert;
  return {
    ...{ id, kind, propertyId, about, openedAt, lastSeenAt, settledAt },
    facts: { ...facts },
    acknowledged: acknowledged === undefined ? null : { ...acknowledged },
  };
}
