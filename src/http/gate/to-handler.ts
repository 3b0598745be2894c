import type { Request, Response } from 'express';
import type { Admission } from '../../domain/access.ts';
import { ServiceError } from '../../domain/errors.ts';
import type { OperationValidators } from '../../openapi/operation-validators.ts';
import type { HttpParts } from '../http-parts.ts';
import { InvalidRequest } from '../invalid-request.ts';
import { toJsonObject } from '../json-object.ts';
import { readBody } from '../read-body.ts';
import type { ApiRoute, DirectRequest, Route } from '../route.ts';
import { writeAnswer, writeProblem } from '../write-answer.ts';
import { admit, type AdmissionParts } from './admit.ts';

const largestBodyBytes = 100 * 1024;
const methodsWithBody: readonly string[] = ['post', 'put', 'patch'];

export interface Gate extends AdmissionParts {
  readonly validators: OperationValidators;
  readonly parts: HttpParts;
}

/** What Express calls for a route: access first, then form, so that a stranger learns nothing about what would be right. */
export function toHandler(route: Route, gate: Gate): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      const admission = await admit(request as DirectRequest & Request, route, gate);
      if ('receive' in route) await route.receive(request as DirectRequest & Request, response, admission);
      else writeAnswer(response, await route.handle(await toApiRequest(request, route, { gate, admission })));
    } catch (error) {
      const status = writeProblem(response, error);
      if (status >= 500) logFailure(error, { route, status, parts: gate.parts });
    }
  };
}

async function toApiRequest(
  request: Request,
  route: ApiRoute,
  { gate, admission }: { readonly gate: Gate; readonly admission: Admission },
): Promise<Parameters<ApiRoute['handle']>[0]> {
  const query = gate.validators.validateQuery(route.operationId, request.query);
  const body = methodsWithBody.includes(route.method)
    ? gate.validators.validateBody(
        route.operationId,
        await readJson(request, route.largestBodyBytes ?? largestBodyBytes),
      )
    : { problems: [], value: undefined };
  const problems = [...query.problems, ...body.problems];
  if (problems.length > 0) throw new InvalidRequest(problems);
  const { principal, role } = admission;
  return { params: request.params, query: query.value, body: body.value, actor: principal.name, principal, role };
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
