import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { LookupFunction } from 'node:net';
import type { Readable } from 'node:stream';
import axios, { type AxiosResponse } from 'axios';
import type { Reach } from '../../network/address-reach.ts';
import { createCheckedLookup } from '../../network/checked-lookup.ts';
import { ProviderHttpError, type ProviderRequest, type ProviderResponse } from '../../ports/provider-http.ts';
import { toBody, toHeaders } from './request-parts.ts';
import { readLimited } from './read-limited.ts';

export interface Exchange {
  readonly request: ProviderRequest;
  readonly url: URL;
  readonly reach: Reach;
  readonly signal: AbortSignal;
  /** Called where the request may have arrived, whatever came of it. */
  readonly noteSent: () => void;
}

export interface ExchangeOptions {
  readonly largestBytes: number;
  /** How names are resolved; for tests. */
  readonly resolve?: LookupFunction;
}

/** One request over connections that are kept, those to vendors apart from those into the hotel's own network. */
export function createExchange({
  largestBytes,
  resolve,
}: ExchangeOptions): (exchange: Exchange) => Promise<ProviderResponse> {
  const agents: Readonly<Record<Reach, ReturnType<typeof createAgents>>> = {
    public: createAgents(createCheckedLookup({ reach: 'public', toRefusal, resolve })),
    own: createAgents(createCheckedLookup({ reach: 'own', toRefusal, resolve })),
  };
  return async ({ request, url, reach, signal, noteSent }) => {
    const body = toBody(request);
    try {
      const response = await axios.request<Readable>({
        ...agents[reach],
        method: request.method,
        url: url.href,
        headers: toHeaders(request, body),
        ...(body === undefined ? {} : { data: body.text }),
        transformRequest: (data: unknown) => data,
        signal,
        responseType: 'stream',
        maxRedirects: 0,
        maxBodyLength: largestBytes,
        proxy: false,
        validateStatus: () => true,
      });
      noteSent();
      const text = await readLimited(response.data, { largestBytes, signal });
      return toResponse(response, text);
    } catch (error) {
      if (!hasNotConnected(error)) noteSent();
      throw toDoorError(error, signal);
    }
  };
}

const toRefusal = (): Error => new ProviderHttpError('address_private');

function createAgents(lookup: LookupFunction) {
  const options = { keepAlive: true, maxFreeSockets: 16, lookup };
  return { httpAgent: new HttpAgent(options), httpsAgent: new HttpsAgent(options) };
}

function toResponse({ status, headers }: AxiosResponse, text: string): ProviderResponse {
  return {
    status,
    headers: Object.fromEntries(
      Object.entries(headers).map(([name, value]) => [
        name.toLowerCase(),
        value === undefined ? undefined : String(value),
      ]),
    ),
    text,
    json: () => {
      try {
        return JSON.parse(text) as unknown;
      } catch {
        throw new ProviderHttpError('not_json', status); // what JSON.parse says quotes the text
      }
    },
  };
}

/** Without a cause: foreign errors hold the request with its body. */
function toDoorError(error: unknown, signal: AbortSignal): unknown {
  if (error instanceof ProviderHttpError) return error;
  if (signal.aborted) return isTimeout(signal.reason) ? new ProviderHttpError('timeout') : signal.reason;
  if (error instanceof Error && error.cause instanceof ProviderHttpError) return error.cause;
  return new ProviderHttpError('unreachable');
}

const notConnected: readonly string[] = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH', 'ENETUNREACH'];

function hasNotConnected(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if (error.cause instanceof ProviderHttpError) return true; // the address was refused
  return 'code' in error && typeof error.code === 'string' && notConnected.includes(error.code);
}

function isTimeout(reason: unknown): boolean {
  return reason instanceof DOMException && reason.name === 'TimeoutError';
}
