import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface BenchVendor {
  readonly url: string;
  /** How many requests came so far. */
  readonly asked: () => number;
  /** The most that were under way at once. */
  readonly most: () => number;
  close(): Promise<void>;
}

/** A vendor that answers after so many milliseconds; `undefined` never does. */
export async function startBenchVendor(delayMs: number | undefined): Promise<BenchVendor> {
  let asked = 0;
  let running = 0;
  let most = 0;
  const server = createServer((request, response) => {
    asked += 1;
    running += 1;
    most = Math.max(most, running);
    response.once('close', () => (running -= 1));
    request.resume();
    if (delayMs === undefined) return;
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"hits":[]}'), delayMs);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', 4096, resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    asked: () => asked,
    most: () => most,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
