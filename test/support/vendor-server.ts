import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';

export interface VendorRequest {
  readonly method: string;
  readonly path: string;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface VendorAnswer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** Written as JSON where it is no text. */
  readonly body?: unknown;
}

/** A vendor's API on this machine: a real server, which answers as the test says. */
export interface Vendor {
  readonly url: string;
  readonly requests: VendorRequest[];
  /** What it answers from now on; `undefined` never answers. */
  answer: (request: VendorRequest) => VendorAnswer | undefined | Promise<VendorAnswer | undefined>;
  close(): Promise<void>;
}

export async function startVendor(answer: Vendor['answer'] = () => ({})): Promise<Vendor> {
  const requests: VendorRequest[] = [];
  const server = createServer((incoming, response) => {
    void readRequest(incoming).then(async (request) => {
      requests.push(request);
      const given = await vendor.answer(request);
      if (given === undefined) return;
      const { status = 200, headers = {}, body = {} } = given;
      response.writeHead(status, headers);
      response.end(typeof body === 'string' || Buffer.isBuffer(body) ? body : JSON.stringify(body));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const vendor: Vendor = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    answer,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return vendor;
}

async function readRequest(incoming: IncomingMessage): Promise<VendorRequest> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(chunk as Buffer);
  return {
    method: incoming.method ?? '',
    path: incoming.url ?? '',
    headers: incoming.headers,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}
