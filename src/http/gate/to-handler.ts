import type { Request, Response } from 'express';
import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { OperationValidators } from '../../openapi/operation-validators.ts';
import type { HttpParts } from '../http-parts.ts';
import { InvalidRequest } from '../problems/invalid-request.ts';
import { toJsonObject } from '../json-object.ts';
import { readBody } from '../read-body.ts';
import type { ApiRoute, DirectRequest, RawApiRequest, Route } from '../route.ts';
import { writeProblem } from '../write-answer.ts';
import { writeChunks } from '../write-chunks.ts';
import { writePacked } from '../write-packed.ts';
import { admit, type Admitted, type AdmissionParts } from './admit.ts';
import { carryOut, type CarryOutParts } from './carry-out.ts';

const largestBodyBytes = 100 * 1024;
const methodsWithBody: readonly string[] = ['post', 'put', 'patch'];

export interface Gate extends AdmissionParts, CarryOutParts {
  readonly validators: OperationValidators;
  readonly parts: HttpParts;
}

/** What Express calls for a route: access first, then form, so that a stranger learns nothing about what would be right. */
export function toHandler(route: Route, gate: Gate): (request: Request, response: Response) => Promise<void> {
  return async (request, response) => {
    try {
      const admitted = await admit(request, route, gate);
      for (const [name, value] of Object.entries(admitted.headers)) response.setHeader(name, value);
      if ('receive' in route) await route.receive(request as DirectRequest & Request, response, admitted);
      else {
        const asked = await toApiRequest(request, route, { gate, admitted });
        const answer = await carryOut(route, { request, asked, admitted }, gate);
        const { chunks } = answer;
        if (chunks === undefined) await writePacked(request, response, answer);
        else await writeChunks(response, { ...answer, chunks });
      }
    } catch (error) {
      const page = findPageInstead(error, route, request);
      const status = page === undefined ? writeProblem(response, error) : sendToPage(response, page);
      if (status >= 500) logFailure(error, { route, status, parts: gate.parts });
    }
  };
}

/** Of a link that a browser followed: its page asks whoever is not signed in to sign in, and shows why others may not. */
function findPageInstead(error: unknown, { page }: Route, request: Request): string | undefined {
  if (page === undefined || request.accepts(['json', 'html']) !== 'html') return undefined;
  if (isServiceError(error, 'token_missing') || isServiceError(error, 'session_ended')) return page;
  return isServiceError(error, 'access_denied') ? `${page}?problem=access_denied` : undefined;
}

function sendToPage(response: Response, page: string): number {
  response.writeHead(302, { Location: page }).end();
  return 302;
}

async function toApiRequest(
  request: Request,
  route: ApiRoute,
  { gate, admitted }: { readonly gate: Gate; readonly admitted: Admitted },
): Promise<RawApiRequest> {
  const query = gate.validators.validateQuery(route.operationId, request.query);
  const body = methodsWithBody.includes(route.method)
    ? gate.validators.validateBody(
        route.operationId,
        await readJson(request, route.largestBodyBytes ?? largestBodyBytes),
      )
    : { problems: [], value: undefined };
  const problems = [...query.problems, ...body.problems];
  if (problems.length > 0) throw new InvalidRequest(problems);
  const { principal, role, caller } = admitted;
  const actor = principal.name;
  return { params: request.params, query: query.value, body: body.value, actor, principal, role, caller };
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
