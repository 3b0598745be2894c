import { isServiceError, ServiceError } from '../../domain/errors.ts';
import type { Urgency } from '../../domain/urgency.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { Metrics } from '../../ports/metrics.ts';
import type { PmsCredential, PmsCredentials } from '../../ports/pms-credentials.ts';
import type { PmsAccount } from '../../ports/pms.ts';
import { toBudgetId } from './budget-id.ts';
import type { BudgetsByCredential } from './budgets-by-credential.ts';
import type { Exchange } from './exchange.ts';
import type { Fields } from './loose-values.ts';
import type { SentFile } from './multipart.ts';
import type { Operation, Parameters } from './operations.ts';
import { readAnswer } from './read-answer.ts';
import { readTokenAnswer } from './read-token-answer.ts';
import type { RequestBudget } from './request-budget.ts';
import { reportRequest } from './request-report.ts';
import { type DoorRequest, toHttp } from './to-http.ts';

/** Where the PMS answers 429 and does not say for how long. */
const unsaidRetryAfterMs = 1_000;

export interface HttpDoor {
  /** One request in its turn. Throws `pms_…`, or the signal's own reason; never what a request or an answer held. */
  ask<Name extends Operation>(operation: Name, parameters: Parameters<Name>, scope: AskScope): Promise<Answer>;
  /** The same, with a file beside a form. */
  sendFile(operation: 'postGuestDocument', sent: FileForm, scope: AskScope): Promise<Answer>;
  /** The same at the token endpoint, which asks for no key. */
  askForTokens(form: Parameters<'postAccessToken'>, signal: AbortSignal): Promise<Fields>;
}

export interface FileForm {
  readonly form: Readonly<Record<string, string>>;
  readonly file: SentFile;
}

export interface AskScope {
  readonly propertyId: string | undefined;
  /** Absent: the property's own. */
  readonly account?: PmsAccount;
  readonly isForced?: boolean;
  /** Asked about several properties at once: each must be connected, and that the key is refused says nothing of any of them. */
  readonly severalIds?: readonly string[];
  readonly urgency: Urgency;
  readonly signal: AbortSignal;
}

export interface Answer {
  readonly body: Fields;
  readonly requestId: string | undefined;
}

export interface HttpDoorParts {
  readonly apiUrl: string;
  readonly credentials: PmsCredentials;
  readonly budgets: BudgetsByCredential;
  readonly exchange: Exchange;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
}

type Request = DoorRequest & AskScope;

/**
 * The only way to the PMS: key, budget, request, answer, log line, metrics. Nothing is tried twice here; jobs above are,
 * and only they know what may be repeated.
 */
export function createHttpDoor(parts: HttpDoorParts): HttpDoor {
  const send = async (request: Request): Promise<Answer> => {
    const budgetId = toBudgetId(await findCredential(parts, request));
    const budget = parts.budgets.for(budgetId);
    return budget.spend(request, async (hasLeft) => {
      // While it waited for its turn the key may have been replaced, or taken out of use.
      const credential = await findCredential(parts, request);
      for (const propertyId of request.severalIds ?? []) await parts.credentials.find({ propertyId });
      if (toBudgetId(credential) !== budgetId) return send(request);
      return exchange(parts, request, { credential, budget, hasLeft });
    });
  };
  return {
    ask: (operation, parameters, scope) => send({ operation, parameters, ...scope }),
    sendFile: (operation, { form, file }, scope) => send({ operation, parameters: form, file, ...scope }),
    askForTokens: (form, signal) => askForTokens(parts, form, signal),
  };
}

async function findCredential({ credentials }: HttpDoorParts, request: Request): Promise<PmsCredential> {
  const credential = await chooseCredential(credentials, request);
  if (!/^[\x21-\x7e]+$/.test(credential.secret)) throw toLocated(new ServiceError('pms_unauthorized'), request);
  return credential;
}

function chooseCredential(credentials: PmsCredentials, request: Request): Promise<PmsCredential> {
  const { account, propertyId = '', isForced = false } = request;
  if (account === undefined) return credentials.find({ propertyId, isForced });
  if ('connectionId' in account) return credentials.find(account);
  return Promise.resolve({ connectionId: 'unkept', generation: 0, kind: 'key', secret: account.key });
}

interface Turn {
  readonly credential: PmsCredential;
  readonly budget: RequestBudget;
  readonly hasLeft: () => void;
}

async function exchange(
  parts: HttpDoorParts,
  request: Request,
  { credential, budget, hasLeft }: Turn,
): Promise<Answer> {
  const [sentMs, sentAt] = [performance.now(), parts.clock.now()];
  const { signal, propertyId, account } = request;
  try {
    const http = toHttp(request, { apiUrl: credential.apiUrl ?? parts.apiUrl, credential });
    const answer = await parts.exchange({ ...http, signal, hasLeft });
    const body = readAnswer(answer, Date.parse(parts.clock.now()));
    reportRequest(parts, request, { sentMs, answer });
    return { body, requestId: answer.requestId };
  } catch (error) {
    if (!isServiceError(error) || error === signal.reason) throw error;
    slowDownOn(error, budget);
    reportRequest(parts, request, { sentMs, error });
    const isOfOne = account === undefined && propertyId !== undefined;
    if (error.facts.status === 401 && isOfOne) await parts.credentials.noteRefused(credential, propertyId, sentAt);
    throw toLocated(error, request);
  }
}

/** Every error says whether the form was sent: a refresh token may be spent then. */
async function askForTokens(
  parts: HttpDoorParts,
  parameters: Parameters<'postAccessToken'>,
  signal: AbortSignal,
): Promise<Fields> {
  const request = { operation: 'postAccessToken', parameters, propertyId: undefined } as const;
  const budget = parts.budgets.for('token endpoint');
  return budget.spend({ urgency: 0, signal }, async (hasLeft) => {
    const sentMs = performance.now();
    let isSent = false;
    const noteSent = () => {
      isSent = true;
      hasLeft();
    };
    try {
      const http = toHttp(request, { apiUrl: parts.apiUrl });
      const answer = await parts.exchange({ ...http, signal, hasLeft: noteSent });
      const body = readTokenAnswer(answer, Date.parse(parts.clock.now()));
      reportRequest(parts, request, { sentMs, answer });
      return body;
    } catch (error) {
      if (!isServiceError(error)) throw error;
      slowDownOn(error, budget);
      reportRequest(parts, request, { sentMs, error });
      throw new ServiceError(error.code, { ...error.facts, operation: request.operation, isSent });
    }
  });
}

function slowDownOn(error: ServiceError, budget: RequestBudget): void {
  if (error.code !== 'pms_rate_limited') return;
  const { retryAfterMs } = error.facts;
  budget.slowDown(typeof retryAfterMs === 'number' ? retryAfterMs : unsaidRetryAfterMs);
}

/** The same error, which now says where it happened. */
function toLocated(error: ServiceError, { operation, propertyId }: Request): ServiceError {
  return new ServiceError(error.code, { operation, propertyId, ...error.facts });
}
