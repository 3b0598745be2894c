import { randomUUID } from 'node:crypto';
import { Router } from 'express';
import { listOperations, loadOpenApiDocument } from '../../openapi/openapi-document.ts';
import { getOperationValidators } from '../../openapi/operation-validators.ts';
import type { OperationId } from '../operations/operation.ts';
import { answerExchange } from './answer-exchange.ts';
import { answerTokenRequest } from './answer-token-request.ts';
import { createAuthorizeRoutes } from './authorize-page.ts';
import type { ApiParts } from './exchange.ts';

type Method = 'get' | 'put' | 'post' | 'delete';

/** The operations of cloudbeds.yaml under their names, and 404 for everything else. */
export function createApiRoutes(given: Omit<ApiParts, 'validators'>): Router {
  const document = loadOpenApiDocument('cloudbeds');
  const parts: ApiParts = { ...given, validators: getOperationValidators(document) };
  const router = Router();

  router.use((_request, response, next) => {
    response.set('X-Request-ID', randomUUID());
    next();
  });
  router.use(createAuthorizeRoutes(parts.state));
  router.post('/access_token', (request, response) => answerTokenRequest(request, response, parts));
  for (const { method, path, operation } of listOperations(document)) {
    if (operation.operationId === 'postAccessToken') continue;
    const operationId = operation.operationId as OperationId;
    const isRead = operation.requestBody === undefined;
    const isMultipart = 'multipart/form-data' in (operation.requestBody?.content ?? {});
    router[method as Method](path, async (request, response) => {
      const entry = parts.book.arrive(operationId);
      await answerExchange({ operationId, isRead, isMultipart, request, response, entry }, parts);
    });
  }
  router.use((_request, response) => {
    parts.book.arrive('unknown').status = 404;
    response.status(404).json({ success: false, message: 'There is no such method' });
  });
  return router;
}
