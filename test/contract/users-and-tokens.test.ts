import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Response } from 'supertest';
import { check, openAccessDesk, page, bearer, toSession } from '../support/access-desk.ts';
import { propertyId } from '../unit/http/http-fixture.ts';
import { addUser, password, signInAs, type SignedInHeaders } from '../unit/http/staff.ts';

const { fixture, get, now, pass, patch, post, remove, signIn } = openAccessDesk();

const other = '777';
const ana = { email: 'Ana@Example.com', name: ' Ana Reis ', grants: [{ propertyId, role: 'reviewer' }] };
let admin: SignedInHeaders;
let otherAdmin: SignedInHeaders;

beforeEach(async () => {
  const { store } = fixture();
  await store.transaction(({ properties }) =>
    properties.save({ id: other, name: 'Other', timeZone: 'UTC', webhookSecret: 'other' }),
  );
  admin = await signInAs(store, [{ propertyId, role: 'admin' }]);
  otherAdmin = await signInAs(store, [{ propertyId: other, role: 'admin' }]);
});

interface Invited {
  readonly user: { readonly id: string };
  readonly link: { readonly url: string };
}

const toToken = (link: Invited['link']) => link.url.split('/').at(-1) ?? '';
const toItems = (answer: Response) => (answer.body as { items: Record<string, unknown>[] }).items;

async function invite(person: object = ana, headers: Readonly<Record<string, string>> = bearer): Promise<Invited> {
  const answer = await post('/invitations', person, headers);
  expect(check('inviteUser', answer)).toEqual({ status: 201 });
  return answer.body as Invited;
}

describe('an invitation', () => {
  test('becomes a user who signs in, once', async () => {
    const { user, link } = await invite();
    expect(user).toMatchObject({ email: 'ana@example.com', name: 'Ana Reis', state: 'invited', createdBy: 'admin' });
    expect(link.url).toMatch(/^https:\/\/screening\.example\.org\/#\/link\/[\w.-]+$/);
    const used = await post('/session/link', { token: toToken(link), password });
    expect(check('useSignInLink', used)).toEqual({ status: 200 });
    expect((await get('/me', toSession(used))).body).toMatchObject({ id: user.id, grants: ana.grants });
    expect((await signIn('ana@example.com')).status).toBe(200);
    const again = await post('/session/link', { token: toToken(link), password });
    expect(check('useSignInLink', again)).toEqual({ status: 404, code: 'link_unknown' });
  });

  test.each([
    ['short', 'elevenchars', 'must have at least 12 characters'],
    ['one that everybody knows', 'Password2024!', 'is one that is guessed first'],
    ['their own name', 'reis-og-mat-i-dag', 'holds your name or address'],
  ])('takes no password that is %s, and holds all the same', async (_, weak, message) => {
    const { link } = await invite();
    const refused = await post('/session/link', { token: toToken(link), password: weak });
    expect(refused.body).toMatchObject({ code: 'request_invalid', errors: [{ path: '/password', message }] });
    expect((await post('/session/link', { token: toToken(link), password })).status).toBe(200);
  });

  test('ends after seven days, and with a newer one', async () => {
    const { user, link } = await invite();
    const renewed = await post(`/users/${user.id}/link`, {}, bearer);
    expect(check('makeSignInLink', renewed)).toEqual({ status: 201 });
    expect((await post('/session/link', { token: toToken(link), password })).status).toBe(404);
    pass(7 * 86_400_000);
    const late = await post('/session/link', { token: toToken(renewed.body as Invited['link']), password });
    expect(late.status).toBe(404);
  });

  test('made up or changed opens nothing', async () => {
    const token = toToken((await invite()).link);
    for (const wrong of [
      'x',
      `${token}x`,
      token.slice(0, -1),
      token.replace(/^./, (first) => (first === '0' ? '1' : '0')),
    ]) {
      expect((await post('/session/link', { token: wrong, password })).status).toBe(404);
    }
  });

  test('is made once for an address', async () => {
    await invite();
    const again = await post('/invitations', { ...ana, email: 'ANA@example.com' }, bearer);
    expect(check('inviteUser', again)).toEqual({ status: 409, code: 'user_exists' });
  });

  test.each([
    ['another property', [{ propertyId: other, role: 'desk' }], 404],
    ['every property', [{ propertyId: '*', role: 'desk' }], 404],
    ['a property that there is not', [{ propertyId: 'nowhere', role: 'desk' }], 404],
    [
      'one property twice',
      [
        { propertyId, role: 'desk' },
        { propertyId, role: 'admin' },
      ],
      400,
    ],
    ['a role that there is not', [{ propertyId, role: 'owner' }], 400],
  ])('by the admin of one property gives no role at %s', async (_, grants, status) => {
    const answer = await post('/invitations', { ...ana, grants }, admin);
    expect(check('inviteUser', answer).status).toBe(status);
  });

  test.each(['nobody', 'a@b@c', 'a b@example.com', 'ana@example.com\r\nBcc: eve@example.com'])(
    'does not go to "%s"',
    async (email) => {
      const answer = await post('/invitations', { ...ana, email }, bearer);
      expect(answer.body).toMatchObject({ code: 'request_invalid', errors: [{ path: '/email' }] });
    },
  );
});

describe('users', () => {
  test('are seen and changed by the admins of their properties, and are unknown to others', async () => {
    const { user } = await invite(ana, admin);
    const path = `/users/${user.id}`;
    expect(check('getUser', await get(path, admin))).toEqual({ status: 200 });
    expect(toItems(await get('/users', admin)).map(({ id }) => id)).toContain(user.id);
    expect(toItems(await get('/users', otherAdmin)).map(({ id }) => id)).not.toContain(user.id);
    for (const answer of [
      check('getUser', await get(path, otherAdmin)),
      check('changeUser', await patch(path, { name: 'x' }, otherAdmin)),
      check('makeSignInLink', await post(`${path}/link`, {}, otherAdmin)),
      check('signUserOut', await post(`${path}/sign-out`, {}, otherAdmin)),
      check('removeSecondFactor', await remove(`${path}/second-factor`, otherAdmin)),
      check('removeUser', await remove(path, otherAdmin)),
    ]) {
      expect(answer).toEqual({ status: 404, code: 'user_unknown' });
    }
  });

  test('come page by page, also where an admin may not see some between', async () => {
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      ids.unshift((await invite({ ...ana, name, email: `${name}@example.com` })).user.id);
      await addUser(fixture().store, { grants: [{ propertyId: other, role: 'desk' }] });
    }
    const first = await get('/users?limit=2', admin);
    expect(check('listUsers', first)).toEqual({ status: 200 });
    const { nextCursor } = first.body as { nextCursor: string };
    const second = await get(`/users?limit=2&cursor=${nextCursor}`, admin);
    expect([...toItems(first), ...toItems(second)].map(({ id }) => id).slice(0, 3)).toEqual(ids);
  });

  test('go on with the next page also where the last of the page before was removed meanwhile', async () => {
    const ids: string[] = [];
    for (const name of ['One', 'Two', 'Three']) {
      ids.unshift((await invite({ ...ana, name, email: `${name}@example.com` })).user.id);
    }
    const first = await get('/users?limit=2', admin);
    const { nextCursor } = first.body as { nextCursor: string };
    expect((await remove(`/users/${ids[1] ?? ''}`, admin)).status).toBe(204);
    expect(toItems(await get(`/users?limit=2&cursor=${nextCursor}`, admin))[0]).toMatchObject({ id: ids[2] });
  });

  test('who are disabled are out at once, and in again when they are not', async () => {
    const user = await addUser(fixture().store, { grants: [{ propertyId, role: 'desk' }] });
    const session = toSession(await signIn(user.email));
    const disabled = await patch(`/users/${user.id}`, { isDisabled: true }, admin);
    expect(disabled.body).toMatchObject({ state: 'disabled' });
    expect((await get('/me', session)).status).toBe(401);
    expect((await signIn(user.email)).status).toBe(401);
    await patch(`/users/${user.id}`, { isDisabled: false }, admin);
    expect((await signIn(user.email)).status).toBe(200);
  });

  test('lose and gain roles at once', async () => {
    const user = await addUser(fixture().store, { grants: [{ propertyId, role: 'desk' }] });
    const session = toSession(await signIn(user.email));
    const path = `/properties/${propertyId}/house-list`;
    expect((await get(path, session)).status).toBe(403);
    await patch(`/users/${user.id}`, { grants: [{ propertyId, role: 'manager' }] }, admin);
    expect((await get(path, session)).status).toBe(200);
    await patch(`/users/${user.id}`, { grants: [] }, admin);
    expect((await get(path, session)).status).toBe(404);
  });

  test('change neither their own roles nor their standing, and do not remove themselves', async () => {
    const { id } = (await get('/me', admin)).body as { id: string };
    for (const answer of [
      check('changeUser', await patch(`/users/${id}`, { grants: [{ propertyId, role: 'desk' }] }, admin)),
      check('changeUser', await patch(`/users/${id}`, { isDisabled: true }, admin)),
      check('removeUser', await remove(`/users/${id}`, admin)),
    ]) {
      expect(answer).toEqual({ status: 409, code: 'own_account' });
    }
  });

  test('who mistyped too often are seen to wait, and are let in at once by an admin of theirs', async () => {
    const user = await addUser(fixture().store, { grants: [{ propertyId, role: 'desk' }] });
    const path = `/users/${user.id}`;
    const version = (await get(path, admin)).headers.etag ?? '';
    for (let tries = 0; tries < 5; tries += 1) await signIn(user.email, 'not the password');
    expect((await signIn(user.email)).status).toBe(429);
    const lockedUntil = new Date(Date.parse(now()) + 30_000).toISOString();
    expect((await get(path, admin)).body).toMatchObject({ lockedUntil });
    expect(toItems(await get('/users', admin))[0]).toMatchObject({ id: user.id, lockedUntil });
    expect(check('unlockUser', await post(`${path}/unlock`, {}, otherAdmin)).status).toBe(404);
    expect(check('unlockUser', await post(`${path}/unlock`, {}, admin))).toEqual({ status: 204 });
    expect((await signIn(user.email)).status).toBe(200);
    const seen = await get(path, admin);
    expect([seen.body, seen.headers.etag]).toMatchObject([{ lockedUntil: null, lastSignedInAt: now() }, version]);
  });

  test('who are removed or signed out have no session left', async () => {
    const user = await addUser(fixture().store, { grants: [{ propertyId, role: 'desk' }] });
    const first = toSession(await signIn(user.email));
    expect(check('signUserOut', await post(`/users/${user.id}/sign-out`, {}, admin))).toEqual({ status: 204 });
    expect((await get('/me', first)).status).toBe(401);
    const second = toSession(await signIn(user.email));
    expect(check('removeUser', await remove(`/users/${user.id}`, admin))).toEqual({ status: 204 });
    expect((await get('/me', second)).status).toBe(401);
    expect((await get(`/users/${user.id}`, admin)).status).toBe(404);
  });
});

describe('a token', () => {
  const wanted = { name: 'Doors', scope: 'outcomes', propertyIds: [propertyId], expiresAt: '2027-06-30T00:00:00Z' };
  const list = `/properties/${propertyId}/screenings`;

  async function create(changes: object = {}) {
    const answer = await post('/tokens', { ...wanted, ...changes }, admin);
    expect(check('createToken', answer)).toEqual({ status: 201 });
    const { token, secret } = answer.body as { token: { id: string }; secret: string };
    return { id: token.id, headers: { Authorization: `Bearer ${secret}` }, secret };
  }

  test('opens what its scope says, at its properties alone, until it is revoked', async () => {
    const { id, headers, secret } = await create();
    expect(secret).toMatch(/^gst_[\w-]{43}$/);
    expect((await get(list, headers)).status).toBe(200);
    expect((await get(`/properties/${other}/screenings`, headers)).status).toBe(404);
    expect((await get('/me', headers)).body).toMatchObject({ kind: 'token', id, name: 'Doors' });
    const [shown] = toItems(await get('/tokens', admin));
    expect(shown).toMatchObject({ id, lastUsedAt: now() });
    expect(JSON.stringify(shown)).not.toContain(secret);
    expect(check('revokeToken', await remove(`/tokens/${id}`, otherAdmin))).toEqual({
      status: 404,
      code: 'token_unknown',
    });
    expect(check('revokeToken', await remove(`/tokens/${id}`, admin))).toEqual({ status: 204 });
    expect((await get(list, headers)).body).toMatchObject({ code: 'token_wrong' });
  });

  test.each([
    ['outcomes', 403, 403],
    ['read', 403, 403],
    ['decide', 404, 403],
    ['manage', 404, 400],
    ['administer', 404, 400],
  ])('of scope %s', async (scope, dismissing, banning) => {
    const { headers } = await create({ scope, propertyIds: [propertyId] });
    expect((await get(list, headers)).status).toBe(200);
    const { addScreening } = await import('../unit/http/http-fixture.ts');
    const id = await addScreening(fixture().store, { guestId: '1' });
    const match = { listId: 'l', entryId: 'e', reason: 'x' };
    expect((await post(`/screenings/${id}/not-the-same-person`, match, headers)).status).toBe(dismissing);
    expect((await post(`/properties/${propertyId}/house-list`, {}, headers)).status).toBe(banning);
  });

  test('ends when it says', async () => {
    const { headers } = await create({ expiresAt: new Date(Date.parse(now()) + 1_000).toISOString() });
    expect((await get(list, headers)).status).toBe(200);
    pass(1_000);
    expect((await get(list, headers)).status).toBe(401);
  });

  test.each([
    ['has ended', { expiresAt: '2020-01-01T00:00:00Z' }, 400],
    ['never ends', { expiresAt: '2999-01-01T00:00:00Z' }, 400],
    ['has no scope that there is', { scope: 'everything' }, 400],
    ['opens nothing', { propertyIds: [] }, 400],
    ['opens what its maker does not administer', { propertyIds: [propertyId, other] }, 404],
    ['opens everything', { propertyIds: ['*'] }, 404],
  ])('is not made where it %s', async (_, changes, status) => {
    expect(check('createToken', await post('/tokens', { ...wanted, ...changes }, admin)).status).toBe(status);
  });
});

test('a forgotten password is answered alike for anybody', async () => {
  const user = await addUser(fixture().store);
  const answers = [user.email, 'nobody@example.com'].map((email) =>
    post('/session/forgotten-password', { email }, page),
  );
  for (const answer of await Promise.all(answers)) {
    expect(check('askForPasswordReset', answer)).toEqual({ status: 202 });
    expect(answer.body).toEqual({});
  }
});
