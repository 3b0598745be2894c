import type { OpenApiDocument } from '../../openapi/openapi-document.ts';
import type { HttpParts } from '../http-parts.ts';
import { type ApiRoute, toApiRoute } from '../route.ts';

const pingTimeoutMs = 2_000;

/** For those who run the service, and for those who build on it. */
export function listOperationsRoutes(parts: HttpParts, document: OpenApiDocument): readonly ApiRoute[] {
  return [
    toApiRoute('getHealth', 'GET /healthz', {
      handle: () => Promise.resolve({ status: 200, body: { status: 'ok' } }),
    }),
    toApiRoute('getReadiness', 'GET /readyz', {
      handle: async () => {
        const database = await ping(parts);
        const migrations = parts.health.hasMigrated() ? 'done' : 'pending';
        const isStopping = parts.health.isStopping();
        return database === 'ok' && migrations === 'done' && !isStopping
          ? { status: 200, body: { status: 'ready', database, migrations, isStopping } }
          : { status: 503, body: { status: 'not_ready', database, migrations, isStopping } };
      },
    }),
    toApiRoute('getMetrics', 'GET /metrics', {
      handle: async () => {
        const content = await parts.metrics.toText();
        return { status: 200, text: { content, contentType: parts.metrics.contentType } };
      },
    }),
    toApiRoute('getOpenApiDocument', 'GET /api/v1/openapi.json', {
      handle: () => Promise.resolve({ status: 200, body: { ...document } }),
    }),
  ];
}

/** A database that does not answer in time counts as one that cannot: whoever asks wants to know soon. */
async function ping({ store, logger }: HttpParts): Promise<'ok' | 'failed'> {
  const deadline = Promise.withResolvers<never>();
  const timer = setTimeout(() => deadline.reject(new Error('the database did not answer')), pingTimeoutMs);
  try {
    await Promise.race([store.ping(), deadline.promise]);
    return 'ok';
  } catch (error) {
    logger.error('readiness.database_failed', {}, error);
    return 'failed';
  } finally {
    clearTimeout(timer);
  }
}
