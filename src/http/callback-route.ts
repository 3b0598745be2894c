import type { HttpParts } from './http-parts.ts';
import { readBody } from './read-body.ts';
import type { DirectRequest, DirectRoute } from './route.ts';

const largestBodyBytes = 1024 * 1024;

/** Where vendors say what they found. Answers when it is on disk; signatures are checked over the bytes as they came. */
export function createCallbackRoute(parts: Pick<HttpParts, 'receiveCallback'>): DirectRoute {
  return {
    method: 'post',
    path: '/callbacks/{provider}/{secret}',
    operationId: 'receiveProviderCallback',
    receive: async (request, response) => {
      const { provider = '', secret = '' } = request.params;
      const body = await readBody(request, largestBodyBytes);
      const callback = { headers: toHeaders(request), body };
      // Not the caller's patience: what it says is taken in even if it does not wait for the answer.
      await parts.receiveCallback({ providerId: provider, secret, callback, signal: new AbortController().signal });
      response.writeHead(200, { 'Content-Type': 'application/json', 'Content-Length': '2' }).end('{}');
    },
  };
}

function toHeaders({ headers }: DirectRequest): Readonly<Record<string, string | undefined>> {
  return Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : value]),
  );
}
