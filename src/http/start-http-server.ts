import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface HttpServer {
  /** Where it listens, e.g. `http://127.0.0.1:8080`. */
  readonly url: string;
  /** Takes no more connections, ends those that are idle and lets requests finish, up to the limit. Once is enough. */
  close(): Promise<void>;
}

export interface HttpServerOptions {
  readonly host: string;
  /** 0 takes any port that is free. */
  readonly port: number;
  /** How long requests may take to finish when closing. Default 10 s. */
  readonly closeTimeoutMs?: number;
}

/** Rejects where the address cannot be listened on. */
export async function startHttpServer(app: RequestListener, options: HttpServerOptions): Promise<HttpServer> {
  const server = createServer({ requestTimeout: 30_000, headersTimeout: 10_000, keepAliveTimeout: 65_000 });
  let isClosing = false;
  server.on('request', (request, response) => {
    // A connection that is kept alive would otherwise go idle after the idle ones were ended, and hold up the close.
    if (isClosing) response.setHeader('Connection', 'close');
    else response.once('close', () => isClosing && setImmediate(() => server.closeIdleConnections()));
    app(request, response);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(options.port, options.host, () => {
      server.off('error', reject);
      resolve();
    });
  });
  let closed: Promise<void> | undefined;
  return {
    url: toUrl(server.address() as AddressInfo),
    close: () => {
      isClosing = true;
      return (closed ??= new Promise((resolve) => {
        const timer = setTimeout(() => server.closeAllConnections(), options.closeTimeoutMs ?? 10_000);
        server.close(() => {
          clearTimeout(timer);
          resolve();
        });
      }));
    },
  };
}

function toUrl({ address, family, port }: AddressInfo): string {
  return `http://${family === 'IPv6' ? `[${address}]` : address}:${port}`;
}
