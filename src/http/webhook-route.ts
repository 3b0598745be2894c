import { ServiceError } from '../domain/errors.ts';
import type { HttpParts } from './http-parts.ts';
import { toJsonObject } from './json-object.ts';
import { readBody } from './read-body.ts';
import type { DirectRequest, DirectRoute } from './route.ts';
import { toEventReading } from './webhook-event.ts';

const largestBodyBytes = 256 * 1024;

/** Answers only when the event is on disk. The PMS waits two seconds, and tries again a minute later. */
export function createWebhookRoute(parts: HttpParts): DirectRoute {
  return {
    method: 'post',
    path: '/webhooks/cloudbeds/{secret}',
    operationId: 'receiveCloudbedsEvent',
    receive: async (request, response) => {
      const propertyId = await parts.connections.secrets.findPropertyId(request.params.secret ?? '');
      if (propertyId === undefined) {
        parts.metrics.count('events_rejected', { reason: 'unknown_secret' });
        throw new ServiceError('route_unknown');
      }
      await takeIn(request, propertyId, parts);
      response.writeHead(200, acknowledgement).end('{}');
    },
  };
}

const acknowledgement = { 'Content-Type': 'application/json', 'Content-Length': '2' };

async function takeIn(request: DirectRequest, propertyId: string, parts: HttpParts): Promise<void> {
  const reading = await read(request, propertyId, parts);
  switch (reading.meaning) {
    case 'event':
      await parts.receiveEvent(reading.event);
      parts.metrics.count('events_received', { event: reading.event.name });
      return;
    case 'app_state':
      await parts.connections.takeAppState(reading);
      parts.metrics.count('events_received', { event: reading.event.name });
      return;
    case 'unknown_event':
      // Its name comes from outside: as a label it could grow without end.
      parts.metrics.count('events_received', { event: 'other' });
      return;
    case 'other_property':
      parts.metrics.count('events_rejected', { reason: 'other_property' });
  }
}

async function read(request: DirectRequest, propertyId: string, { clock, metrics }: HttpParts) {
  try {
    const body = toJsonObject(await readBody(request, largestBodyBytes));
    return toEventReading(body, { propertyId, receivedAt: clock.now() });
  } catch (error) {
    if (error instanceof ServiceError) metrics.count('events_rejected', { reason: error.code });
    throw error;
  }
}
