import type { CallbackReading, ProviderCallback } from '../../../src/ports/check-provider.ts';
import { type LocalServer, startLocalServer } from './local-server.ts';

export interface CallbackReceiver extends LocalServer {
  readonly callbacks: ProviderCallback[];
  readonly readings: CallbackReading[];
}

/** What our callback route is for a vendor: takes a delivery as it comes, reads it, and says by its status how that went. */
export async function startCallbackReceiver(
  read: (callback: ProviderCallback) => Promise<CallbackReading>,
): Promise<CallbackReceiver> {
  const callbacks: ProviderCallback[] = [];
  const readings: CallbackReading[] = [];
  const server = await startLocalServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const callback = { headers: request.headers as ProviderCallback['headers'], body: Buffer.concat(chunks) };
      callbacks.push(callback);
      void read(callback).then(
        (reading) => {
          readings.push(reading);
          response.writeHead(reading.kind === 'refused' ? 400 : 200).end();
        },
        () => response.writeHead(503).end(),
      );
    });
  });
  return { ...server, callbacks, readings };
}
