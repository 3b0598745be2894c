import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { Urgency } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { BudgetsByKey } from './budgets-by-key.ts';
import type { Exchange, IncomingAnswer } from './exchange.ts';
import { toFormEncoded } from './form-encoding.ts';
import type { Fields } from './loose-values.ts';
import { type SentFile, toMultipart } from './multipart.ts';
import { methods, type Operation, type Parameters } from './operations.ts';
import { readAnswer } from './read-answer.ts';
import type { RequestBudget } from './request-budget.ts';

/** Where the PMS answers 429 and does not say for how long. */
const unsaidRetryAfterMs = 1_000;

export interface HttpDoor {
  /** One request in its turn. Throws `pms_…`, or the signal's own reason; never what a request or an answer held. */
  ask<Name extends Operation>(operation: Name, parameters: Parameters<Name>, scope: AskScope): Promise<Answer>;
  /** The same, with a file beside a form. */
  sendFile(operation: 'postGuestDocument', sent: FileForm, scope: AskScope): Promise<Answer>;
}

export interface FileForm {
  readonly form: Readonly<Record<string, string>>;
  readonly file: SentFile;
}

export interface AskScope {
  /** Absent: whatever the default key opens. */
  readonly propertyId: string | undefined;
  readonly urgency: Urgency;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly body: Fields;
  readonly requestId: string | undefined;
}

export interface HttpDoorParts {
  readonly apiUrl: string;
  readonly keyFor: (propertyId: string) => Promise<string>;
  readonly defaultKey: () => Promise<string>;
  readonly budgets: BudgetsByKey;
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

interface Request extends AskScope {
  readonly operation: Operation;
  readonly parameters: object;
  readonly file?: SentFile;
}

/**
 * The only way to the PMS: key, budget, request, answer, log line, metrics. Nothing is tried twice here; jobs above are,
 * and only they know what may be repeated.
 */
export function createHttpDoor(parts: HttpDoorParts): HttpDoor {
  const send = async (request: Request, scope: AskScope): Promise<Answer> => {
    const apiKey = await (scope.propertyId === undefined ? parts.defaultKey() : parts.keyFor(scope.propertyId));
    if (!/^[\x21-\x7e]+$/.test(apiKey)) throw toLocated(new ServiceError('pms_unauthorized'), request);
    const budget = parts.budgets.for(apiKey);
    return budget.spend(scope, async (hasLeft) => {
      const sentMs = performance.now();
      try {
        const answer = await parts.exchange({ ...toHttp(request, parts.apiUrl, apiKey), hasLeft });
        const body = readAnswer(answer, Date.parse(parts.clock.now()));
        report(parts, request, { sentMs, answer });
        return { body, requestId: answer.requestId };
      } catch (error) {
        if (!isServiceError(error) || error === scope.signal.reason) throw error;
        pauseOn(error, budget);
        report(parts, request, { sentMs, error });
        throw toLocated(error, request);
      }
    });
  };
  return {
    ask: (operation, parameters, scope) => send({ operation, parameters, ...scope }, scope),
    sendFile: (operation, { form, file }, scope) => send({ operation, parameters: form, file, ...scope }, scope),
  };
}

function toHttp({ operation, parameters, file, propertyId, signal }: Request, apiUrl: string, apiKey: string) {
  const method = methods[operation];
  const multipart = file === undefined ? undefined : toMultipart({ ...parameters }, file);
  const encoded = toFormEncoded(parameters);
  const isForm = method === 'POST' || method === 'PUT';
  return {
    method,
    url: `${apiUrl.replace(/\/+$/, '')}/${operation}${isForm || encoded === '' ? '' : `?${encoded}`}`,
    headers: {
      accept: 'application/json',
      'user-agent': 'guest-screening',
      'x-api-key': apiKey,
      ...(propertyId === undefined ? {} : { 'X-PROPERTY-ID': propertyId }),
      ...(isForm ? { 'content-type': multipart?.contentType ?? 'application/x-www-form-urlencoded' } : {}),
    },
    ...(isForm ? { body: multipart?.body ?? encoded } : {}),
    signal,
  };
}

function pauseOn(error: ServiceError, budget: RequestBudget): void {
  if (error.code !== 'pms_rate_limited') return;
  const { retryAfterMs } = error.facts;
  budget.pauseFor(typeof retryAfterMs === 'number' ? retryAfterMs : unsaidRetryAfterMs);
}

/** The same error, which now says where it happened. */
function toLocated(error: ServiceError, { operation, propertyId }: Request): ServiceError {
  return new ServiceError(error.code, { operation, propertyId, ...error.facts });
}

interface Result {
  readonly sentMs: number;
  readonly answer?: IncomingAnswer;
  readonly error?: ServiceError;
}

function report({ logger, metrics }: HttpDoorParts, request: Request, { sentMs, answer, error }: Result): void {
  const { operation, propertyId } = request;
  const elapsedMs = performance.now() - sentMs;
  const tookMs = Math.round(elapsedMs);
  metrics.count('pms_requests', { operation, result: error?.code ?? 'ok' });
  metrics.observe('pms_request_seconds', { operation }, elapsedMs / 1_000);
  if (error !== undefined)
    logger.warn('pms.failed', { operation, propertyId, tookMs, code: error.code, ...error.facts });
  else logger.debug('pms.answered', { operation, propertyId, tookMs, requestId: answer?.requestId });
}
