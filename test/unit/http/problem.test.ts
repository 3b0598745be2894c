import { describe, expect, test } from '@jest/globals';
import { errorCodes, ServiceError } from '../../../src/domain/errors.ts';
import { InvalidRequest } from '../../../src/http/problems/invalid-request.ts';
import { problemTable, toProblemAnswer } from '../../../src/http/problems/problem.ts';
import { loadOpenApiDocument } from '../../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../../src/openapi/operation-validators.ts';

const validators = getOperationValidators(loadOpenApiDocument('service'));

describe('a problem', () => {
  test('has a row for every code, and no row without one', () => {
    expect(Object.keys(problemTable).sort()).toEqual([...errorCodes].sort());
  });

  test.each(errorCodes)('of %s is a document as described, with its code and its own status', (code) => {
    const { document } = toProblemAnswer(new ServiceError(code));
    expect(validators.validateAnswer('getScreening', document.status, document)).toEqual([]);
    expect(document).toMatchObject({ code, status: problemTable[code].status });
  });

  test.each(errorCodes.filter((code) => problemTable[code].status === 503))('of %s says when to come back', (code) => {
    expect(Number(toProblemAnswer(new ServiceError(code)).headers['Retry-After'])).toBeGreaterThan(0);
  });

  test('never tells the facts or the cause of a failure', () => {
    const failure = new ServiceError('pms_refused', { guestId: '98765' }, new Error('Maria Canary'));
    expect(JSON.stringify(toProblemAnswer(failure))).not.toMatch(/98765|Canary/);
  });

  test('that nobody expected tells nothing at all', () => {
    const answer = toProblemAnswer(new TypeError('Maria Canary is not a function'));
    expect(answer.document).toMatchObject({ status: 500, code: 'unexpected' });
    expect(JSON.stringify(answer)).not.toContain('Canary');
  });

  test('of an invalid request names each thing that is wrong', () => {
    const problems = [{ path: '/reason', message: 'is required' }];
    expect(toProblemAnswer(new InvalidRequest(problems)).document.errors).toEqual(problems);
    expect(toProblemAnswer(new ServiceError('request_invalid', { field: 'names' })).document.errors).toEqual([
      { path: '/names', message: 'is not valid' },
    ]);
  });

  test.each([
    [new ServiceError('token_missing'), { 'WWW-Authenticate': 'Bearer realm="guest-screening"' }],
    [new ServiceError('method_not_allowed', { allow: 'GET, HEAD' }), { Allow: 'GET, HEAD' }],
    [new ServiceError('body_too_large'), { Connection: 'close' }],
  ])('brings the headers that its status asks for', (error, headers) => {
    expect(toProblemAnswer(error).headers).toEqual(headers);
  });
});
