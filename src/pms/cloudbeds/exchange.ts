import http from 'node:http';
import https from 'node:https';
import axios, { type AxiosInstance, type AxiosResponse, isAxiosError } from 'axios';
import { ServiceError } from '../../domain/errors.ts';

export const defaultDeadlineMs = 20_000;
/** A hundred reservations with all their guests are a few megabytes. */
const largestAnswerBytes = 32 * 1024 * 1024;
/** Sooner than gateways close idle connections (60 s and more), so that no request is lost on a dying one. */
const idleConnectionMs = 15_000;

export interface OutgoingRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'DELETE';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | Uint8Array;
  readonly signal: AbortSignal;
  /** Called when all of the request has been handed to the network. */
  readonly hasLeft: () => void;
}

/** Whatever came back, whatever its status. */
export interface IncomingAnswer {
  readonly status: number;
  readonly requestId: string | undefined;
  readonly retryAfter: string | undefined;
  /** When it was given, by the clock over there. */
  readonly date?: string | undefined;
  readonly text: string;
}

export type Exchange = (request: OutgoingRequest) => Promise<IncomingAnswer>;

export interface ExchangeParts {
  readonly axios?: Pick<AxiosInstance, 'request'>;
  /** From sending to the last byte of the answer. */
  readonly deadlineMs?: number;
}

/**
 * One HTTP request and its answer: no redirects, no proxy of the environment's, no second try. Throws `pms_timeout` after
 * the deadline, `pms_unreachable` where there is no answer, `pms_bad_answer` where it is too large, the signal's reason
 * where that aborts. None of them has a cause: axios' errors hold the key, the URL and the guest.
 */
export function createExchange(parts: ExchangeParts): Exchange {
  const client = parts.axios ?? axios;
  const deadlineMs = parts.deadlineMs ?? defaultDeadlineMs;
  const agentOptions = { keepAlive: true, timeout: idleConnectionMs };
  const agents = { httpAgent: new http.Agent(agentOptions), httpsAgent: new https.Agent(agentOptions) };

  return async (request) => {
    const deadline = startDeadline(request.signal, deadlineMs);
    try {
      const answer = await client.request<string>({
        ...agents,
        method: request.method,
        url: request.url,
        headers: request.headers,
        data: request.body,
        signal: deadline.signal,
        transport: toWatchedTransport(request.url, request.hasLeft),
        maxRedirects: 0,
        proxy: false,
        maxContentLength: largestAnswerBytes,
        responseType: 'text',
        transformResponse: (text: string) => text,
        validateStatus: () => true,
      });
      return toIncomingAnswer(answer);
    } catch (error) {
      request.signal.throwIfAborted();
      if (deadline.signal.aborted) throw new ServiceError('pms_timeout', { deadlineMs });
      throw toFailure(error);
    } finally {
      deadline.stop();
    }
  };
}

function toIncomingAnswer(answer: AxiosResponse<string>): IncomingAnswer {
  const headers = answer.headers as Readonly<Record<string, unknown>>;
  const requestId = headers['x-request-id'];
  const retryAfter = headers['retry-after'];
  const { date } = headers;
  return {
    status: answer.status,
    requestId: typeof requestId === 'string' && /^[\w.:-]{1,128}$/.test(requestId) ? requestId : undefined,
    date: typeof date === 'string' ? date : undefined,
    retryAfter: typeof retryAfter === 'string' ? retryAfter : undefined,
    text: typeof answer.data === 'string' ? answer.data : '',
  };
}

/** What is not the network's doing is a bug, and flies; but without what it may hold of the request. */
function toFailure(error: unknown): Error {
  if (!isAxiosError(error)) return new TypeError(`axios threw ${error instanceof Error ? error.name : typeof error}`);
  const code = /^[A-Z][A-Z0-9_]{1,40}$/.test(error.code ?? '') ? error.code : 'none';
  const isTooLarge = error.code === 'ERR_BAD_RESPONSE' && error.message.startsWith('maxContentLength');
  return new ServiceError(isTooLarge ? 'pms_bad_answer' : 'pms_unreachable', {
    reason: isTooLarge ? 'too_large' : 'no_answer',
    cause: `${error.name}/${code}`,
  });
}

/**
 * The caller's signal and the deadline as one. Not AbortSignal.any: Node keeps memory for each of them as long as a
 * long-lived signal lives; and AbortSignal.timeout would let the process end while a request hangs.
 */
function startDeadline(signal: AbortSignal, deadlineMs: number) {
  const controller = new AbortController();
  const abort = () => controller.abort();
  const timer = setTimeout(abort, deadlineMs);
  if (signal.aborted) abort();
  else signal.addEventListener('abort', abort, { once: true });
  const stop = () => {
    clearTimeout(timer);
    signal.removeEventListener('abort', abort);
  };
  return { signal: controller.signal, stop };
}

/** Node's own transport, which also says when the request is on the wire: `finish` waits for the connection. */
function toWatchedTransport(url: string, hasLeft: () => void) {
  const transport = url.startsWith('https:') ? https : http;
  return {
    request: (options: https.RequestOptions, onAnswer: (answer: http.IncomingMessage) => void): http.ClientRequest =>
      transport.request(options, onAnswer).once('finish', hasLeft),
  };
}
