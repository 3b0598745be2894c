import { createServer, request as httpRequest } from 'node:http';
import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { HttpGet } from '../../../providers/watchlist/refresh/http-get.ts';

export type Answerer = (response: ServerResponse, request: IncomingMessage) => void;

/** A publisher's server on this machine. Requests to any https host arrive here, with that host's name. */
export class ListServer {
  readonly requests: { readonly host: string; readonly path: string; readonly headers: IncomingHttpHeaders }[] = [];
  readonly #answers = new Map<string, Answerer>();
  readonly #server = createServer((request, response) => {
    const host = String(request.headers['x-host']);
    const path = request.url ?? '';
    this.requests.push({ host, path, headers: request.headers });
    const answer = this.#answers.get(path);
    if (answer) answer(response, request);
    else response.writeHead(404).end();
  });

  async start(): Promise<void> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve));
  }

  async stop(): Promise<void> {
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  on(path: string, answer: Answerer): void {
    this.#answers.set(path, answer);
  }

  /** A file with an ETag of its content, which answers 304 to whoever has it. */
  serve(path: string, content: string): void {
    const etag = `"${String(content.length)}-${content.slice(-40).replace(/[^\w]/g, '')}"`;
    this.on(path, (response, request) => {
      if (request.headers['if-none-match'] === etag) response.writeHead(304).end();
      else response.writeHead(200, { etag, 'content-length': Buffer.byteLength(content) }).end(content);
    });
  }

  readonly httpGet: HttpGet = ({ url, headers, signal }) =>
    new Promise((resolve, reject) => {
      const { port } = this.#server.address() as AddressInfo;
      const path = `${url.pathname}${url.search}`;
      const options = { host: '127.0.0.1', port, path, headers: { ...headers, 'x-host': url.hostname }, signal };
      const request = httpRequest(options, (response) => {
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers as Readonly<Record<string, string | undefined>>,
          body: response,
          discard: () => response.destroy(),
        });
      });
      request.on('error', reject).end();
    });
}
