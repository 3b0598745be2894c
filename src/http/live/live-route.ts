import type { HttpParts } from '../http-parts.ts';
import { createLiveHub } from './live-hub.ts';
import { streamLive } from './live-stream.ts';
import type { DirectRoute } from '../route.ts';
import { protectiveHeaders } from '../write-answer.ts';

const heartbeatMs = 15_000;

/** Server-sent events; a stream is no answer that could be written at once. */
export function createLiveRoute(parts: HttpParts): DirectRoute {
  const hub = createLiveHub({ ...parts, isStopping: () => parts.health.isStopping() });
  return {
    method: 'get',
    path: '/api/v1/properties/{propertyId}/live',
    operationId: 'followProperty',
    receive: async (request, response, { role }) => {
      const { propertyId = '' } = request.params;
      await parts.store.read((rows) => rows.properties.get(propertyId));
      response.writeHead(200, {
        ...protectiveHeaders,
        'Content-Type': 'text/event-stream',
        // A proxy that gathers answers would hold events back.
        'X-Accel-Buffering': 'no',
      });
      await streamLive(response, hub, { propertyId, viewer: role, after: toLastSeen(request), heartbeatMs });
    },
  };
}

/** The header of a browser that reconnects by itself, or the parameter of a page that does so; nonsense counts as none. */
function toLastSeen({ headers, url = '' }: Parameters<DirectRoute['receive']>[0]): number | undefined {
  const asked = new URL(url, 'http://localhost').searchParams.get('lastEventId');
  const given = headers['last-event-id'] ?? asked ?? '';
  return /^\d{1,15}$/.test(String(given)) ? Number(given) : undefined;
}
