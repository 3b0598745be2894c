import express, { type ErrorRequestHandler, type Express } from 'express';
import { ServiceError } from '../domain/errors.ts';
import { loadOpenApiDocument, type OpenApiDocument } from '../openapi/openapi-document.ts';
import { getOperationValidators } from '../openapi/operation-validators.ts';
import { createFormApp } from './form/form-app.ts';
import { createRateLimits } from './gate/rate-limits.ts';
import { createRepeatedRequests } from './gate/repeated-requests.ts';
import { createResourceVersions } from './gate/resource-versions.ts';
import { type Gate, toHandler } from './gate/to-handler.ts';
import type { HttpParts } from './http-parts.ts';
import { createMailStopApp } from './mail/mail-stop-app.ts';
import { InvalidRequest } from './problems/invalid-request.ts';
import { createPagesApp } from './pages/pages-app.ts';
import type { Route } from './route.ts';
import { listRoutes } from './routes.ts';
import { writeProblem } from './write-answer.ts';

/** The whole HTTP side as an Express app: every route of the table, and a problem document for everything else. */
export function createHttpApp(parts: HttpParts): Express {
  const document = loadOpenApiDocument('service');
  const routes = listRoutes(parts, document);
  const gate = createGate(parts, routes, document);
  const app = express();
  app.set('trust proxy', parts.access.trustedProxies);
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  for (const route of routes) app[route.method](toExpressPath(route.path), toHandler(route, gate));
  for (const path of new Set(routes.map((route) => route.path))) {
    app.all(toExpressPath(path), (_request, response) => {
      writeProblem(response, new ServiceError('method_not_allowed', { allow: toAllow(routes, path) }));
    });
  }
  if (parts.form !== undefined) app.use(createFormApp(parts.form));
  if (parts.mail !== undefined) app.use(createMailStopApp(parts.mail));
  app.use(createPagesApp(parts.pagesFolder));
  app.use((_request, response) => {
    writeProblem(response, new ServiceError('route_unknown'));
  });
  app.use(createLastHandler(parts));
  return app;
}

function createGate(parts: HttpParts, routes: readonly Route[], document: OpenApiDocument): Gate {
  const { store, clock, access } = parts;
  const readings = new Map(routes.flatMap((route) => ('handle' in route ? [[route.operationId, route]] : [])));
  return {
    validators: getOperationValidators(document),
    ...{ store, clock, access, parts },
    trail: access.trail,
    limits: createRateLimits(access.requestsPerMinute),
    versions: createResourceVersions((operationId) => readings.get(operationId)),
    repeated: createRepeatedRequests({ store, clock }),
  };
}

/** For what Express itself throws. A path with broken escapes is the one thing that it refuses on its own. */
function createLastHandler({ logger }: HttpParts): ErrorRequestHandler {
  // Express tells a handler of errors by its four parameters.
  // eslint-disable-next-line max-params, @typescript-eslint/no-unused-vars
  return (error: unknown, _request, response, _next) => {
    if (error instanceof URIError) {
      writeProblem(response, new InvalidRequest([{ path: '', message: 'has a path that cannot be decoded' }]));
      return;
    }
    logger.error('http.failed', { status: writeProblem(response, error) }, error);
  };
}

function toExpressPath(path: string): string {
  return path.replace(/\{(\w+)\}/g, ':$1');
}

function toAllow(routes: readonly Route[], path: string): string {
  const methods = routes.filter((route) => route.path === path).map(({ method }) => method.toUpperCase());
  return [...methods, ...(methods.includes('GET') ? ['HEAD'] : [])].join(', ');
}
