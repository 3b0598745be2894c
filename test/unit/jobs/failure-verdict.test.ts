import { describe, expect, test } from '@jest/globals';
import { type ErrorCode, errorCodes, ServiceError } from '../../../src/domain/errors.ts';
import { type FailedTry, toErrorCode, toFailureVerdict } from '../../../src/jobs/failure-verdict.ts';

const judge = (error: unknown, changes: Partial<FailedTry> = {}) =>
  toFailureVerdict({ error, attempt: 1, attemptLimit: 40, random: () => 1, ...changes });

const expected: readonly (readonly [action: string, ...codes: ErrorCode[]])[] = [
  ['retry', 'pms_unreachable', 'pms_timeout', 'pms_rate_limited', 'pms_server_error', 'pms_bad_answer'],
  ['retry', 'pms_unauthorized', 'pms_pages_moved', 'checks_unavailable', 'store_full', 'store_locked'],
  ['retry', 'redaction_unavailable', 'redaction_refused'],
  ['bury', 'pms_refused', 'secret_key_mismatch', 'request_invalid', 'token_wrong', 'decision_conflict', 'job_unknown'],
  ['drop', 'property_unknown', 'screening_unknown', 'house_list_entry_unknown'],
  ['wait', 'property_disconnected'],
  ['lose', 'lease_lost'],
  ['release', 'service_stopping'],
];

test.each(expected.flatMap(([action, ...codes]) => codes.map((code) => [code, action] as const)))(
  '%s means %s',
  (code, action) => {
    expect(judge(new ServiceError(code))).toMatchObject({ action, errorCode: code });
  },
);

test.each(errorCodes)('%s has its verdict, at the first try and the thousandth', (code) => {
  for (const attempt of [1, 1_000]) {
    const { action } = judge(new ServiceError(code), { attempt });
    expect(['retry', 'wait', 'bury', 'drop', 'release', 'lose']).toContain(action);
  }
});

describe('a retry', () => {
  test('waits up to twice as long from try to try, and never longer than its limit', () => {
    const waits = [1, 2, 3, 4, 30].map((attempt) => judge(new ServiceError('pms_timeout'), { attempt }));
    expect(waits).toMatchObject([1_000, 2_000, 4_000, 8_000, 300_000].map((afterMs) => ({ afterMs })));
  });

  test('waits anything from nothing to that, as chance has it', () => {
    const wait = (random: number) => judge(new ServiceError('pms_timeout'), { attempt: 4, random: () => random });
    expect([wait(0), wait(0.5)]).toMatchObject([{ afterMs: 0 }, { afterMs: 4_000 }]);
  });

  test('waits at least as long as the PMS says', () => {
    const told = new ServiceError('pms_rate_limited', { retryAfterMs: 30_000 });
    expect(judge(told, { random: () => 0 })).toMatchObject({ action: 'retry', afterMs: 30_000 });
    expect(judge(told, { random: () => 1 })).toMatchObject({ afterMs: 31_000 });
  });

  test('is followed by burial at the last try of its kind of job', () => {
    const error = new ServiceError('pms_bad_answer');
    expect(judge(error, { attempt: 39 })).toMatchObject({ action: 'retry' });
    expect(judge(error, { attempt: 40 })).toEqual({ action: 'bury', errorCode: 'pms_bad_answer' });
  });

  test.each(['store_full', 'store_locked', 'pms_unreachable', 'pms_server_error'] as const)(
    'goes on for ever after %s: that is no job’s fault',
    (code) => {
      expect(judge(new ServiceError(code), { attempt: 1_000 })).toMatchObject({ action: 'retry' });
    },
  );
});

describe('a refusal', () => {
  test('in words that nobody knows is tried for about a minute, since it may pass; one that is understood is not', () => {
    const other = new ServiceError('pms_refused', { reason: 'other' });
    const verdicts = [1, 2, 3, 4, 5].map((attempt) => judge(other, { attempt }));
    expect(verdicts.map((verdict) => ('afterMs' in verdict ? verdict.afterMs : verdict.action))).toEqual([
      5_000,
      10_000,
      20_000,
      40_000,
      'bury',
    ]);
    expect(judge(new ServiceError('pms_refused', { reason: 'payment_data' }))).toMatchObject({ action: 'bury' });
  });
});

describe('a bug', () => {
  test('is tried five times, also where its kind of job has more', () => {
    expect(judge(new TypeError('x'), { attempt: 4 })).toMatchObject({ action: 'retry', errorCode: 'bug' });
    expect(judge(new TypeError('x'), { attempt: 5 })).toEqual({ action: 'bury', errorCode: 'bug' });
    expect(judge(new TypeError('x'), { attempt: 2, attemptLimit: 2 })).toMatchObject({ action: 'bury' });
  });

  test('is all that is no ServiceError, whatever was thrown', () => {
    expect([new Error('pms_timeout'), 'pms_timeout', undefined].map(toErrorCode)).toEqual(['bug', 'bug', 'bug']);
  });
});
