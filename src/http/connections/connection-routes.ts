import { isAtLeast } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Rows } from '../../ports/store.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';
import { readSyncState } from '../operations/sync-state-view.ts';
import { type ConnectionView, toConnectionView } from './connection-view.ts';

const ofProperty = '/api/v1/properties/{propertyId}/connection';

export function listConnectionRoutes(parts: HttpParts): readonly ApiRoute[] {
  const { store, connections, clock } = parts;
  const toAccepted = async (propertyId: string) => ({ status: 202 as const, body: await getView(parts, propertyId) });
  return [
    toApiRoute('listConnections', 'GET /api/v1/connections', {
      handle: async ({ principal }) => {
        const items = await store.read(async (rows) => {
          const own = (await rows.connections.listProperties()).filter(({ propertyId }) => {
            const role = principal.roleFor(propertyId);
            return role !== undefined && isAtLeast(role, 'admin');
          });
          const views: ConnectionView[] = [];
          for (const { propertyId } of own)
            views.push(await readView(rows, propertyId, { ...connections, now: clock.now() }));
          return views;
        });
        return { status: 200, body: { items, startPath: connections.hasApp ? '/connect/cloudbeds' : null } };
      },
    }),
    toApiRoute('connectByKey', 'POST /api/v1/connections', {
      handle: async ({ body }) => ({ status: 201, body: { propertyIds: [...(await connections.byKey(body.apiKey))] } }),
    }),
    toApiRoute('getConnection', `GET ${ofProperty}`, {
      handle: async ({ params }) => ({ status: 200, body: await getView(parts, params.propertyId) }),
    }),
    toApiRoute('reconnectProperty', `POST ${ofProperty}/reconnect`, {
      handle: async ({ params: { propertyId } }) => {
        await connections.manage.reconnect(propertyId);
        return toAccepted(propertyId);
      },
    }),
    toApiRoute('disconnectProperty', `POST ${ofProperty}/disconnect`, {
      handle: async ({ params: { propertyId } }) => {
        await connections.manage.disconnect(propertyId);
        return toAccepted(propertyId);
      },
    }),
    toApiRoute('rotateWebhookSecret', `POST ${ofProperty}/rotate-secret`, {
      handle: async ({ params: { propertyId } }) => {
        await connections.manage.rotateSecret(propertyId);
        return toAccepted(propertyId);
      },
    }),
  ];
}

function getView({ store, connections, clock }: HttpParts, propertyId: string): Promise<ConnectionView> {
  return store.read((rows) => readView(rows, propertyId, { ...connections, now: clock.now() }));
}

interface ViewFacts {
  readonly apiUrl: string;
  readonly now: Instant;
}

async function readView(rows: Rows, propertyId: string, { apiUrl, now }: ViewFacts): Promise<ConnectionView> {
  const standing = await rows.connections.findProperty(propertyId);
  if (standing === undefined) throw new ServiceError('connection_unknown', { propertyId });
  return toConnectionView({
    standing,
    property: await rows.properties.get(propertyId),
    connection: await rows.connections.get(standing.connectionId),
    sync: await readSyncState(rows, propertyId, now),
    isAddressChanging: (await rows.properties.listFormerSecrets(propertyId)).length > 0,
    apiUrl,
  });
}
