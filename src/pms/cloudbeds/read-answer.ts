import { type ErrorFacts, ServiceError } from '../../domain/errors.ts';
import type { IncomingAnswer } from './exchange.ts';
import { type Fields, isFields, isTrue } from './loose-values.ts';
import { toRefusalReason } from './refusal-reason.ts';

const longestRetryAfterMs = 15 * 60_000;

/** The body of an answer that says `success`; throws the `pms_…` error that any other answer is. */
export function readAnswer(answer: IncomingAnswer, nowMs: number): Fields {
  const facts: ErrorFacts = { status: answer.status, requestId: answer.requestId };
  if (answer.status === 401 || answer.status === 403) throw new ServiceError('pms_unauthorized', facts);
  const trouble = toTroubleOf(answer, nowMs);
  if (trouble !== undefined) throw trouble;

  const body = toBody(answer.text);
  if (body === undefined) throw new ServiceError('pms_bad_answer', { ...facts, reason: 'not_json' });
  if (body.success === false || body.success === 'false') {
    throw new ServiceError('pms_refused', { ...facts, reason: toRefusalReason(body.message) });
  }
  if (answer.status !== 200 || !isTrue(body.success)) {
    throw new ServiceError('pms_bad_answer', { ...facts, reason: 'no_success' });
  }
  return body;
}

/** What a PMS answers that is busy or out of order. */
export function toTroubleOf(answer: IncomingAnswer, nowMs: number): ServiceError | undefined {
  const facts: ErrorFacts = { status: answer.status, requestId: answer.requestId };
  if (answer.status === 429) {
    return new ServiceError('pms_rate_limited', { ...facts, retryAfterMs: toRetryAfterMs(answer.retryAfter, nowMs) });
  }
  return answer.status >= 500 ? new ServiceError('pms_server_error', facts) : undefined;
}

export function toBody(text: string): Fields | undefined {
  try {
    const body: unknown = JSON.parse(text);
    return isFields(body) ? body : undefined;
  } catch {
    // A parser's message quotes the text.
    return undefined;
  }
}

/** Seconds, or the date of an HTTP header; absent where the PMS did not say. */
function toRetryAfterMs(header: string | undefined, nowMs: number): number | undefined {
  if (header === undefined) return undefined;
  const waitMs = /^\d+$/.test(header.trim()) ? Number(header) * 1_000 : Date.parse(header) - nowMs;
  return Number.isFinite(waitMs) ? Math.min(Math.max(waitMs, 0), longestRetryAfterMs) : undefined;
}
