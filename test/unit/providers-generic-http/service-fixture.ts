import type { IncomingHttpHeaders } from 'node:http';
import { genericHttp } from '../../../providers/generic-http/check.ts';
import type { CheckContext, SettingValues } from '../../../src/ports/check-provider.ts';
import { type LocalServer, startLocalServer } from '../providers-hosted-session/local-server.ts';
import { toContext } from '../providers-hosted-session/provider-context.ts';

export interface ReceivedRequest {
  readonly method: string | undefined;
  readonly url: string | undefined;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

export interface OwnService extends LocalServer {
  readonly requests: ReceivedRequest[];
  /** What it answers from now on. */
  answer: { status?: number; body: string };
  toContext(settings?: SettingValues, changes?: Partial<CheckContext>): CheckContext;
}

/** A service of the hotel's own on this machine: says what it is told to say, and remembers what it was asked. */
export async function startOwnService(): Promise<OwnService> {
  const requests: ReceivedRequest[] = [];
  const server = await startLocalServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on('data', (chunk: Buffer) => chunks.push(chunk));
    request.on('end', () => {
      const { method, url, headers } = request;
      requests.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') });
      response.writeHead(service.answer.status ?? 200, { 'content-type': 'application/json' }).end(service.answer.body);
    });
  });
  const service: OwnService = {
    ...server,
    requests,
    answer: { body: '{"result":"ok"}' },
    toContext: (settings = {}, changes = {}) =>
      toContext(genericHttp, {
        settings: {
          serviceName: 'Blacklist',
          url: `${server.origin}/v1/checks`,
          body: '{"who": "{{firstName}} {{lastName}}"}',
          results: 'ok = clear; hit = match strong; maybe = match possible; unsure = incomplete',
          ...settings,
        },
        changes,
      }),
  };
  return service;
}
