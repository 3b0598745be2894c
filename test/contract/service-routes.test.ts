import { expect, test } from '@jest/globals';
import { listOperations, loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { accessTable, isOpen } from '../../src/http/access/access-table.ts';
import type { HttpParts } from '../../src/http/http-parts.ts';
import { listRoutes } from '../../src/http/routes.ts';

const document = loadOpenApiDocument('service');
const routes = listRoutes({ health: {}, access: {} } as HttpParts, document);

test('the service has exactly the routes that openapi/service.yaml describes', () => {
  const toLine = (route: { method: string; path: string; operationId: string }) =>
    `${route.method} ${route.path} ${route.operationId}`;
  const described = listOperations(document).map(({ method, path, operation }) =>
    toLine({ method, path, operationId: operation.operationId }),
  );
  expect(routes.map(toLine).sort()).toEqual(described.sort());
});

test('a route is open exactly where openapi/service.yaml asks for no token', () => {
  const open = listOperations(document).filter(({ operation }) => 'security' in operation);
  expect(
    routes
      .map(({ operationId }) => operationId)
      .filter((id) => isOpen(accessTable[id]))
      .sort(),
  ).toEqual(open.map(({ operation }) => operation.operationId).sort());
});

test('every operation describes its problems', () => {
  for (const { operation } of listOperations(document)) {
    expect(operation.responses.default).toEqual({ $ref: '#/components/responses/Problem' });
  }
});
