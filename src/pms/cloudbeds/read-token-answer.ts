import { ServiceError } from '../../domain/errors.ts';
import type { IncomingAnswer } from './exchange.ts';
import type { Fields } from './loose-values.ts';
import { toBody, toTroubleOf } from './read-answer.ts';

/** What the token endpoint gave; throws `pms_grant_refused` where it refuses (RFC 6749, 5.2), and `pms_…` otherwise. */
export function readTokenAnswer(answer: IncomingAnswer, nowMs: number): Fields {
  const facts = { status: answer.status, requestId: answer.requestId };
  const trouble = toTroubleOf(answer, nowMs);
  if (trouble !== undefined) throw trouble;
  const body = toBody(answer.text);
  if (answer.status >= 400) throw new ServiceError('pms_grant_refused', { ...facts, reason: toReason(body?.error) });
  if (body === undefined) throw new ServiceError('pms_bad_answer', { ...facts, reason: 'not_json' });
  return body;
}

function toReason(error: unknown): string {
  return error === 'invalid_grant' || error === 'invalid_client' ? error : 'other';
}
