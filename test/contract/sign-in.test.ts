import { describe, expect, test } from '@jest/globals';
import request, { type Response } from 'supertest';
import { createScryptPasswords } from '../../src/access/scrypt-passwords.ts';
import { check, openAccessDesk, page, toSession } from '../support/access-desk.ts';
import { adminToken, createHttpFixture } from '../unit/http/http-fixture.ts';
import { addUser, password, toHeaders } from '../unit/http/staff.ts';

const { fixture, get, pass, patch, post, remove, signIn } = openAccessDesk();

describe('signing in', () => {
  test('with a password gives a session that no script and no other site can use', async () => {
    const user = await addUser(fixture().store);
    const answer = await signIn(user.email.toUpperCase());
    expect(check('signIn', answer)).toEqual({ status: 200 });
    expect(answer.body).toEqual({ state: 'signed_in' });
    const [cookie] = answer.headers['set-cookie'] as unknown as string[];
    expect(cookie).toMatch(/^__Host-session=[\w-]{43}; Path=\/; Expires=.*; HttpOnly; Secure; SameSite=Lax$/);
    const me = await get('/me', toSession(answer));
    expect(check('getMe', me).status).toBe(200);
    expect(me.body).toMatchObject({ kind: 'user', id: user.id, email: user.email, hasPassword: true });
  });

  test('over plain http has a cookie that browsers take there', async () => {
    const plain = await createHttpFixture({ settings: { publicUrl: 'http://localhost:8080' } });
    const user = await addUser(plain.store);
    const answer = await request(plain.app).post('/api/v1/session').send({ email: user.email, password });
    expect(String(answer.headers['set-cookie'])).toMatch(
      /^session=[^;]+; Path=\/; Expires=.*; HttpOnly; SameSite=Lax$/,
    );
    await plain.close();
  });

  test('tells a wrong password, an unknown address and one that may not sign in by nothing', async () => {
    const { email } = await addUser(fixture().store);
    const disabled = await addUser(fixture().store, { state: 'disabled' });
    const answers = [
      await signIn(email, 'wrong'),
      await signIn('nobody@example.com'),
      await signIn(disabled.email),
      await signIn((await addUser(fixture().store, { state: 'invited' })).email),
    ];
    expect(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size).toBe(1);
    expect(check('signIn', answers[0] as Response)).toEqual({ status: 401, code: 'sign_in_failed' });
  });

  test('with the admin token gives a session of an hour', async () => {
    const answer = await post('/session', { adminToken });
    expect(check('signIn', answer).status).toBe(200);
    const session = toSession(answer);
    expect((await get('/me', session)).body).toMatchObject({ kind: 'admin_token', email: null });
    expect((await post('/session', { adminToken: 'wrong' })).status).toBe(401);
    pass(3_600_000);
    expect(check('getMe', await get('/me', session))).toEqual({ status: 401, code: 'session_ended' });
  });

  test('hashes the password anew where it was hashed with other parameters', async () => {
    const old = 'scrypt$16$8$1$' + 'c2FsdHNhbHRzYWx0c2FsdA$' + 'A'.repeat(43);
    const user = await addUser(fixture().store, { passwordHash: old });
    expect((await signIn(user.email)).status).toBe(401);
    const passwordHash = await createScryptPasswords({ N: 16, r: 8, p: 1 }).hash(password);
    await fixture().store.transaction((rows) => rows.users.save({ ...user, passwordHash }));
    expect((await signIn(user.email)).status).toBe(200);
    const { passwordHash: kept } = await fixture().store.read((rows) => rows.users.get(user.id));
    expect(kept).toMatch(/^scrypt\$1024\$8\$1\$/);
    expect((await signIn(user.email)).status).toBe(200);
  });
});

describe('whether a session came along', () => {
  const find = (headers = page) => get('/session', headers);

  test('is told to anybody, and is no error where none did', async () => {
    expect(check('findSession', await find())).toEqual({ status: 200 });
    expect((await find()).body).toEqual({ state: 'signed_out' });
    expect((await find(toHeaders('made-up'))).body).toEqual({ state: 'signed_out' });
    const session = toSession(await signIn((await addUser(fixture().store)).email));
    expect((await find(session)).body).toEqual({ state: 'signed_in' });
    pass(9 * 3_600_000);
    expect((await find(session)).body).toEqual({ state: 'signed_out' });
  });
});

describe('guessing', () => {
  test.each([['a user'], ['nobody']])(
    'at the account of %s has to wait after five tries, longer each time',
    async (who) => {
      const { email } = who === 'nobody' ? { email: 'nobody@example.com' } : await addUser(fixture().store);
      for (let tries = 0; tries < 5; tries += 1) expect((await signIn(email, 'wrong')).status).toBe(401);
      const locked = await signIn(email);
      expect(check('signIn', locked)).toEqual({ status: 429, code: 'sign_in_locked' });
      expect(locked.headers['retry-after']).toBe('30');
      pass(30_000);
      expect((await signIn(email, 'wrong')).status).toBe(401);
      expect((await signIn(email)).headers['retry-after']).toBe('60');
    },
  );

  test('at once counts each try', async () => {
    const { email } = await addUser(fixture().store);
    const answers = await Promise.all(Array.from({ length: 12 }, () => signIn(email, 'wrong')));
    expect(answers.filter(({ status }) => status === 401)).toHaveLength(5);
  });

  test('is forgiven by the right password', async () => {
    const { email } = await addUser(fixture().store);
    for (let round = 0; round < 3; round += 1) {
      for (let tries = 0; tries < 4; tries += 1) await signIn(email, 'wrong');
      expect((await signIn(email)).status).toBe(200);
    }
  });

  test('at many accounts from one address has to wait too', async () => {
    const statuses: number[] = [];
    for (let tries = 0; tries < 52; tries += 1) statuses.push((await signIn(`no${tries}@example.com`)).status);
    expect(statuses.slice(0, 50)).toEqual(Array.from({ length: 50 }, () => 401));
    expect(statuses.slice(50)).toEqual([429, 429]);
  });
});

describe('a session', () => {
  test('ends when one signs out, and its cookie with it', async () => {
    const session = toSession(await signIn((await addUser(fixture().store)).email));
    const answer = await remove('/session', session);
    expect(check('signOut', answer).status).toBe(204);
    expect(String(answer.headers['set-cookie'])).toMatch(/^__Host-session=; .*Expires=Thu, 01 Jan 1970/);
    expect((await get('/me', session)).status).toBe(401);
  });

  test('ends when nobody used it for eight hours, and after a day however it was used', async () => {
    const { email } = await addUser(fixture().store);
    const idle = toSession(await signIn(email));
    pass(8 * 3_600_000 - 1);
    expect((await get('/me', idle)).status).toBe(200);
    pass(8 * 3_600_000);
    expect(check('getMe', await get('/me', idle))).toEqual({ status: 401, code: 'session_ended' });
    const used = toSession(await signIn(email));
    for (let hours = 0; hours < 23; hours += 1) {
      pass(3_600_000);
      expect((await get('/me', used)).status).toBe(200);
    }
    pass(3_600_000);
    expect((await get('/me', used)).status).toBe(401);
  });

  test('changes with each sign-in: the one that came with it ends', async () => {
    const { email } = await addUser(fixture().store);
    const first = toSession(await signIn(email));
    const second = toSession(await post('/session', { email, password }, first));
    expect([(await get('/me', first)).status, (await get('/me', second)).status]).toEqual([401, 200]);
  });

  test.each([
    ['another site', { 'Sec-Fetch-Site': 'cross-site' }],
    ['a sister of this site', { 'Sec-Fetch-Site': 'same-site' }],
    ['another origin', { Origin: 'https://evil.example.com' }],
    ['nobody knows where', {}],
  ])('changes nothing where the request is from %s', async (_, headers) => {
    const { Cookie } = toSession(await signIn((await addUser(fixture().store)).email));
    const answer = await patch('/me', { name: 'Eve' }, { Cookie, ...headers });
    expect(check('changeMe', answer)).toEqual({ status: 403, code: 'request_forged' });
    expect((await get('/me', { Cookie })).body).toMatchObject({ name: 'Ana Reis' });
  });

  test('can be begun by no other site', async () => {
    const { email } = await addUser(fixture().store);
    const answer = await post('/session', { email, password }, { Origin: 'https://evil.example.com' });
    expect(check('signIn', answer)).toEqual({ status: 403, code: 'request_forged' });
  });

  test('is listed, and one can be ended from another', async () => {
    const user = await addUser(fixture().store);
    const [one, other] = [toSession(await signIn(user.email)), toSession(await signIn(user.email))];
    const list = await get('/me/sessions', one);
    expect(check('listMySessions', list).status).toBe(200);
    const { items } = list.body as { items: { id: string; isThisOne: boolean }[] };
    expect(items.map(({ isThisOne }) => isThisOne).sort()).toEqual([false, true]);
    const otherId = items.find(({ isThisOne }) => !isThisOne)?.id ?? '';
    const ended = await remove(`/me/sessions/${otherId}`, one);
    expect(check('endMySession', ended).status).toBe(204);
    expect((await get('/me', other)).status).toBe(401);
    const again = await remove(`/me/sessions/${otherId}`, one);
    expect(check('endMySession', again)).toEqual({ status: 404, code: 'session_unknown' });
  });
});

test('the ways to sign in are told to anybody', async () => {
  const answer = await get('/session/ways', {});
  expect(check('listSignInWays', answer).status).toBe(200);
  expect(answer.body).toEqual({ adminToken: true, mail: false, oidc: null });
});
