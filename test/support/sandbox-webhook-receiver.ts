// An address to be rung at, which answers as it is told to.
import { createServer, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach } from '@jest/globals';

export interface WebhookReceiver {
  readonly url: string;
  /** JSON as it came, in order of arrival. */
  readonly bodies: readonly string[];
  readonly events: readonly Readonly<Record<string, unknown>>[];
}

const running: Server[] = [];

afterEach(() => {
  for (const server of running.splice(0)) {
    server.close();
    server.closeAllConnections();
  }
});

/** `answer` is called with the number of the delivery, from 0; by default everything is a 200. */
export async function startWebhookReceiver(
  answer: (response: ServerResponse, index: number) => void = (response) => response.end(),
): Promise<WebhookReceiver> {
  const bodies: string[] = [];
  const server = createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => answer(response, bodies.push(Buffer.concat(chunks).toString()) - 1));
  });
  running.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/hook`,
    bodies,
    get events() {
      return bodies.map((body) => JSON.parse(body) as Record<string, unknown>);
    },
  };
}
