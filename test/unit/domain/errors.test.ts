import { expect, test } from '@jest/globals';
import { errorCodes, isServiceError, ServiceError } from '../../../src/domain/errors.ts';

const foreign = new Error('Ada Moreau, ada.moreau@example.org, C01X00T47');

test('no code stands twice in the table', () => {
  expect(new Set(errorCodes).size).toBe(errorCodes.length);
});

test.each(errorCodes)('%s says its code and facts, and nothing of a foreign message', (code) => {
  const error = new ServiceError(code, { guestId: 'G1', status: 500 }, foreign);
  expect(error.message).toBe(`${code} (guestId=G1, status=500)`);
  expect(String(error)).not.toMatch(/Ada|example\.org|C01X/);
});

test('its cause is kept for whoever looks', () => {
  expect(new ServiceError('pms_timeout', {}, foreign).cause).toBe(foreign);
});

test('without a cause there is no such property', () => {
  expect('cause' in new ServiceError('pms_timeout')).toBe(false);
});

test('facts that are undefined are not told', () => {
  expect(new ServiceError('pms_rate_limited', { retryAfterMs: undefined }).message).toBe('pms_rate_limited');
});

test.each([
  { what: 'its own code', error: new ServiceError('pms_timeout'), code: 'pms_timeout', isOne: true },
  { what: 'any code', error: new ServiceError('pms_timeout'), code: undefined, isOne: true },
  { what: 'another code', error: new ServiceError('pms_timeout'), code: 'pms_refused', isOne: false },
  { what: 'a foreign error', error: foreign, code: undefined, isOne: false },
  { what: 'a look-alike', error: { code: 'pms_timeout', facts: {} }, code: 'pms_timeout', isOne: false },
  { what: 'nothing', error: undefined, code: undefined, isOne: false },
] as const)('asked about $what, an error is recognised by class and code', ({ error, code, isOne }) => {
  expect(isServiceError(error, code)).toBe(isOne);
});
