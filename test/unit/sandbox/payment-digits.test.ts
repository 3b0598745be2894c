import { expect, test } from '@jest/globals';
import { hasPaymentDigits } from '../../../src/sandbox/world/payment-digits.ts';

test.each([
  ['13 digits that pass the check', '4222222222222', true],
  ['16 digits in groups', 'paid with 4111 1111-1111 1111.', true],
  ['a card beside another number', '7 4111111111111111', true],
  ['12 digits that pass the check', '411111111116', false],
  ['16 digits that do not pass', '4111111111111112', false],
  ['a date and a time', '2026-11-23 10:15', false],
  ['no digits', 'Screening status', false],
])('%s', (_name, text, expected) => {
  expect(hasPaymentDigits(text)).toBe(expected);
});
