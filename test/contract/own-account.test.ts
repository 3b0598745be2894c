import { describe, expect, test } from '@jest/globals';
import { Secret, TOTP } from 'otpauth';
import type { User } from '../../src/ports/users.ts';
import { bearer, check, openAccessDesk, toSession } from '../support/access-desk.ts';
import { addUser, password } from '../unit/http/staff.ts';

const { fixture, get, now, pass, patch, post, signIn } = openAccessDesk();

describe('a second factor', () => {
  const toCode = (secret: string, at = now()) =>
    new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.parse(at) });

  async function setUp(user: User) {
    const session = toSession(await signIn(user.email));
    const begun = await post('/me/second-factor', { password }, session);
    expect(check('beginSecondFactor', begun).status).toBe(200);
    const { secret, uri } = begun.body as { secret: string; uri: string };
    expect(uri).toContain('otpauth://totp/');
    const wrong = await post('/me/second-factor/confirmation', { code: '000000' }, session);
    expect(check('confirmSecondFactor', wrong)).toEqual({ status: 401, code: 'second_factor_wrong' });
    const done = await post('/me/second-factor/confirmation', { code: toCode(secret) }, session);
    expect(check('confirmSecondFactor', done).status).toBe(200);
    return { session, secret, codes: (done.body as { recoveryCodes: string[] }).recoveryCodes };
  }

  test('is asked for after the password, and until then nothing opens', async () => {
    const user = await addUser(fixture().store);
    const { secret } = await setUp(user);
    pass(60_000);
    const first = await signIn(user.email);
    expect(first.body).toEqual({ state: 'second_factor_needed' });
    const half = toSession(first);
    expect(check('getMe', await get('/me', half))).toEqual({ status: 401, code: 'second_factor_needed' });
    expect((await get('/session', half)).body).toEqual({ state: 'second_factor_needed' });
    const second = await post('/session/second-factor', { code: toCode(secret) }, half);
    expect(check('giveSecondFactor', second).status).toBe(200);
    const full = toSession(second);
    expect(full).not.toEqual(half);
    expect((await get('/me', full)).body).toMatchObject({ hasSecondFactor: true });
    expect((await get('/me', half)).status).toBe(401);
  });

  test('takes no code twice, none of another time, and none too late', async () => {
    const user = await addUser(fixture().store);
    const { secret } = await setUp(user);
    const give = async (code: string) =>
      check('giveSecondFactor', await post('/session/second-factor', { code }, toSession(await signIn(user.email))));
    expect((await give(toCode(secret))).code).toBe('second_factor_wrong');
    pass(60_000);
    const code = toCode(secret);
    expect((await give(code)).status).toBe(200);
    expect((await give(code)).code).toBe('second_factor_wrong');
    const half = toSession(await signIn(user.email));
    pass(10 * 60_000);
    const late = await post('/session/second-factor', { code: toCode(secret) }, half);
    expect(check('giveSecondFactor', late)).toEqual({ status: 401, code: 'session_ended' });
    expect(check('giveSecondFactor', await post('/session/second-factor', { code }))).toMatchObject({ status: 401 });
  });

  test('is stood in for by each recovery code once', async () => {
    const user = await addUser(fixture().store);
    const { codes } = await setUp(user);
    expect(new Set(codes).size).toBe(10);
    const give = async (code = '') =>
      (await post('/session/second-factor', { code }, toSession(await signIn(user.email)))).status;
    expect([await give(codes[0]), await give(codes[0]), await give(codes[1]?.toUpperCase())]).toEqual([200, 401, 200]);
  });

  test('cannot be guessed: five tries, then a wait', async () => {
    const user = await addUser(fixture().store);
    await setUp(user);
    const statuses: number[] = [];
    for (let tries = 0; tries < 6; tries += 1) {
      const half = toSession(await signIn(user.email));
      statuses.push((await post('/session/second-factor', { code: '000000' }, half)).status);
    }
    expect(statuses).toEqual([401, 401, 401, 401, 401, 429]);
  });

  test('is removed with the password alone, and by nobody who does not know it', async () => {
    const user = await addUser(fixture().store);
    const { session } = await setUp(user);
    const wrong = await post('/me/second-factor/removal', { password: 'wrong' }, session);
    expect(check('removeMySecondFactor', wrong)).toEqual({ status: 401, code: 'sign_in_failed' });
    const removed = await post('/me/second-factor/removal', { password }, session);
    expect(check('removeMySecondFactor', removed).status).toBe(204);
    expect((await signIn(user.email)).body).toEqual({ state: 'signed_in' });
  });
});

describe('one’s own account', () => {
  test('changes its name and language, and its password, which ends the other sessions', async () => {
    const user = await addUser(fixture().store);
    const [one, other] = [toSession(await signIn(user.email)), toSession(await signIn(user.email))];
    const changed = await patch('/me', { name: ' Rosa ', language: 'pt' }, one);
    expect(check('changeMe', changed).status).toBe(200);
    expect(changed.body).toMatchObject({ name: 'Rosa', language: 'pt' });
    const next = 'nine purple lanterns';
    const weak = await post('/me/password', { currentPassword: password, password: 'password2024!' }, one);
    expect(weak.body).toMatchObject({ code: 'request_invalid', errors: [{ path: '/password' }] });
    const done = await post('/me/password', { currentPassword: password, password: next }, one);
    expect(check('changeMyPassword', done).status).toBe(204);
    expect([(await get('/me', one)).status, (await get('/me', other)).status]).toEqual([200, 401]);
    expect([(await signIn(user.email)).status, (await signIn(user.email, next)).status]).toEqual([401, 200]);
  });

  test('is nothing that a machine has', async () => {
    const answer = await patch('/me', { name: 'x' }, bearer);
    expect(check('changeMe', answer)).toEqual({ status: 403, code: 'access_denied' });
  });
});
