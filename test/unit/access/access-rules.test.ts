import { describe, expect, test } from '@jest/globals';
import { oneTimeCodes } from '../../../src/access/one-time-codes.ts';
import { isAtLeast, mayAdminister, toPrincipal } from '../../../src/domain/access.ts';
import { toGrants } from '../../../src/domain/access/claim-roles.ts';
import { findPasswordProblem } from '../../../src/domain/access/password-rules.ts';
import { accountRule, toWaitMs, withTry } from '../../../src/domain/access/throttle.ts';

const known = { name: 'Ana Müller', email: 'a.mueller@sea-hotel.example' };

describe('a password', () => {
  test.each([
    ['elevenchars', 'too_short'],
    ['🔑🔑🔑🔑🔑🔑', 'too_short'],
    ['password2024!', 'too_common'],
    ['Passwort-1234', 'too_common'],
    ['aaaaaaaaaaaaaa', 'too_common'],
    ['abababababababab', 'too_common'],
    ['123456789012', 'too_common'],
    ['qwertyuiopasd', 'too_common'],
    ['hotelhotel2026', 'too_common'],
    ['the muller way home', 'holds_name'],
    ['a mueller of grain', 'holds_name'],
    ['my sea-hotel by night', 'holds_name'],
  ])('"%s" is refused as %s', (password, problem) => {
    expect(findPasswordProblem(password, known)).toBe(problem);
  });

  test.each(['seven green kettles', 'Tr0ub4dor&3 and more', 'пять зелёных чайников', 'correct battery horse'])(
    '"%s" is taken',
    (password) => {
      expect(findPasswordProblem(password, known)).toBeUndefined();
    },
  );
});

describe('waiting', () => {
  const at = (ms: number) => new Date(Date.parse('2026-11-23T12:00:00Z') + ms).toISOString();

  test('begins after the free tries, doubles, and has an end', () => {
    let throttle: ReturnType<typeof withTry> | undefined;
    const waits: number[] = [];
    for (let tries = 0; tries < 14; tries += 1) {
      throttle = withTry(throttle, at(0), accountRule);
      waits.push(toWaitMs(throttle, at(0)) / 1_000);
    }
    expect(waits).toEqual([0, 0, 0, 0, 30, 60, 120, 240, 480, 960, 1_920, 3_600, 3_600, 3_600]);
  });

  test('is over when it is over, and forgotten after a day', () => {
    const locked = withTry({ failures: 4, lastAt: at(0) }, at(0), accountRule);
    expect([toWaitMs(locked, at(29_999)), toWaitMs(locked, at(30_000))]).toEqual([1, 0]);
    expect(withTry(locked, at(86_400_001), accountRule)).toEqual({ failures: 1, lastAt: at(86_400_001) });
  });
});

describe('roles', () => {
  test('are ordered, and nobody is below all', () => {
    expect(isAtLeast('manager', 'reviewer')).toBe(true);
    expect(isAtLeast('desk', 'reviewer')).toBe(false);
    expect(isAtLeast(undefined, 'desk')).toBe(false);
  });

  test('at every property hold at each, and one at a property holds there', () => {
    const grants = [
      { propertyId: '*', role: 'desk' },
      { propertyId: '1', role: 'admin' },
    ] as const;
    const principal = toPrincipal({ kind: 'user', id: 'u', name: 'n', grants });
    expect([principal.roleFor('1'), principal.roleFor('2'), principal.roleFor('*')]).toEqual(['admin', 'desk', 'desk']);
    expect(mayAdminister(principal, [{ propertyId: '1', role: 'desk' }])).toBe(true);
    expect(mayAdminister(principal, [{ propertyId: '*', role: 'desk' }])).toBe(false);
  });

  test('come from claims: the greatest for each property, and none without a rule', () => {
    const rules = [
      { value: 'a', role: 'desk', propertyId: '1' },
      { value: 'b', role: 'manager', propertyId: '1' },
      { value: 'c', role: 'admin', propertyId: '*' },
    ] as const;
    expect(toGrants(['b', 'a', 'x'], rules)).toEqual([{ propertyId: '1', role: 'manager' }]);
    expect(toGrants('c', rules)).toEqual([{ propertyId: '*', role: 'admin' }]);
    for (const claim of [undefined, null, 7, {}, 'abc', [['a']]]) expect(toGrants(claim, rules)).toEqual([]);
  });
});

test('a one-time code is that of RFC 6238, now and one period either way', () => {
  const secret = 'GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ';
  const find = (code: string, seconds: number) =>
    oneTimeCodes.findPeriod(secret, code, new Date(seconds * 1_000).toISOString());
  expect(find('287082', 59)).toBe(1);
  expect(find('287082', 89)).toBe(1);
  expect(find('287082', 90)).toBeUndefined();
  expect(find('005924', 1_234_567_890)).toBe(41_152_263);
  expect(find('28708', 59)).toBeUndefined();
});
