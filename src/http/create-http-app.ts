import express, { type ErrorRequestHandler, type Express, type Request, type Response } from 'express';
import { ServiceError } from '../domain/errors.ts';
import { loadOpenApiDocument } from '../openapi/openapi-document.ts';
import { createOperationValidators, type OperationValidators } from '../openapi/operation-validators.ts';
import { createBearerCheck } from './bearer-token.ts';
import type { HttpParts } from './http-parts.ts';
import { InvalidRequest } from './invalid-request.ts';
import { toJsonObject } from './json-object.ts';
import { createPagesApp } from './pages/pages-app.ts';
import { readBody } from './read-body.ts';
import type { ApiRoute, Route } from './route.ts';
import { listRoutes } from './routes.ts';
import { writeAnswer, writeProblem } from './write-answer.ts';

const largestBodyBytes = 100 * 1024;

/** The whole HTTP side as an Express app: every route of the table, and a problem document for everything else. */
export function createHttpApp(parts: HttpParts): Express {
  const document = loadOpenApiDocument('service');
  const gate: Gate = {
    validators: createOperationValidators(document),
    getActor: createBearerCheck(parts.adminToken),
    parts,
  };
  const routes = listRoutes(parts, document);
  const app = express();
  app.disable('x-powered-by').disable('etag').set('query parser', 'simple');
  for (const route of routes) app[route.method](toExpressPath(route.path), toHandler(route, gate));
  for (const path of new Set(routes.map((route) => route.path))) {
    app.all(toExpressPath(path), (_request, response) => {
      writeProblem(response, new ServiceError('method_not_allowed', { allow: toAllow(routes, path) }));
    });
  }
  app.use(createPagesApp(parts.pagesFolder));
  app.use((_request, response) => {
    writeProblem(response, new ServiceError('route_unknown'));
  });
  app.use(createLastHandler(parts));
  return app;
}

interface Gate {
  readonly validators: OperationValidators;
  readonly getActor: (authorization: string | undefined) => string;
  readonly parts: HttpParts;
}

function toHandler(route: Route, gate: Gate): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      if ('receive' in route) await route.receive(request as Request<Record<string, string>>, response);
      else writeAnswer(response, await route.handle(await toApiRequest(request, route, gate)));
    } catch (error) {
      const status = writeProblem(response, error);
      if (status >= 500) logFailure(error, { route, status, parts: gate.parts });
    }
  };
}

/** Access first, then form: a stranger learns nothing about what would be right. */
async function toApiRequest(request: Request, route: ApiRoute, gate: Gate): Promise<Parameters<ApiRoute['handle']>[0]> {
  const actor = route.access === 'admin' ? gate.getActor(request.headers.authorization) : 'anybody';
  const query = gate.validators.validateQuery(route.operationId, request.query);
  const body =
    route.method === 'post'
      ? gate.validators.validateBody(
          route.operationId,
          await readJson(request, route.largestBodyBytes ?? largestBodyBytes),
        )
      : { problems: [], value: undefined };
  const problems = [...query.problems, ...body.problems];
  if (problems.length > 0) throw new InvalidRequest(problems);
  return { params: request.params, query: query.value, body: body.value, actor };
}

/** `undefined` where there is no body. */
async function readJson(request: Request, limitBytes: number): Promise<unknown> {
  const body = await readBody(request, limitBytes);
  if (body.length === 0) return undefined;
  if (!/^application\/([\w.-]+\+)?json *(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new ServiceError('content_type_unsupported');
  }
  return toJsonObject(body);
}

interface Failure {
  readonly route: Route;
  readonly status: number;
  readonly parts: HttpParts;
}

/** Names the operation, never the URL: that may hold a secret or a name that was searched for. */
function logFailure(error: unknown, { route, status, parts }: Failure): void {
  parts.logger.error('http.failed', { operation: route.operationId, status }, error);
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
