import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, jest, test } from '@jest/globals';
import Provider from 'oidc-provider';
import request from 'supertest';
import { check, openAccessDesk, toSession } from '../support/access-desk.ts';
import { createHttpFixture, type FixtureParts, propertyId } from '../unit/http/http-fixture.ts';
import { addUser } from '../unit/http/staff.ts';

const client = { clientId: 'guest-screening', clientSecret: 'the-secret-of-the-client' };
const publicUrl = 'https://screening.example.org';
const callbackPath = '/api/v1/session/oidc/callback';

interface Account {
  groups: string[];
  email: string;
  email_verified: boolean;
}

/** Whom the group's own identity provider knows. */
const rita: Account = { groups: ['hotel-reviewers', 'everybody'], email: 'rita@group.example', email_verified: true };
const accounts: Readonly<Record<string, Account>> = {
  rita,
  otto: { groups: ['everybody'], email: 'otto@group.example', email_verified: true },
  vera: { groups: ['hotel-admins'], email: 'vera@group.example', email_verified: false },
};

let server: Server;
const issuer = { url: '' };

const parts: FixtureParts = {
  settings: {
    get oidc() {
      return { issuer: issuer.url, ...client };
    },
    properties: {
      oidc: {
        label: 'Group login',
        scopes: ['openid', 'email', 'profile'],
        claim: 'groups',
        rules: [
          { value: 'hotel-reviewers', role: 'reviewer', propertyId },
          { value: 'hotel-admins', role: 'admin', propertyId: '*' },
        ],
      },
    },
  },
};

beforeAll(async () => {
  // It says at length that it is no provider for production, which nobody here takes it for.
  for (const level of ['warn', 'info'] as const) jest.spyOn(console, level).mockImplementation(() => undefined);
  server = createServer().listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  issuer.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const provider = new Provider(issuer.url, {
    clients: [
      {
        client_id: client.clientId,
        client_secret: client.clientSecret,
        redirect_uris: [publicUrl + callbackPath],
      },
    ],
    pkce: { required: () => true },
    claims: { openid: ['sub', 'groups'], email: ['email', 'email_verified'], profile: ['name'] },
    conformIdTokenClaims: false,
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, name: `${id} of the group`, ...accounts[id] }),
    }),
    cookies: { keys: ['a key for this test alone'] },
  });
  provider.on('server_error', () => undefined);
  server.on('request', (given, answer) => void provider.callback()(given, answer));
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const desk = openAccessDesk(parts);

/** Follows the provider's pages as a browser does, saying yes to everything; answers the address that leads back. */
async function logIn(start: string, login: string): Promise<URL> {
  const jar = new Map<string, string>();
  let [address, form]: [string, URLSearchParams | undefined] = [start, undefined];
  for (let steps = 0; steps < 12; steps += 1) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(address, {
      redirect: 'manual',
      headers: { cookie },
      ...(form !== undefined && { method: 'POST', body: form }),
    });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    form = undefined;
    if (location !== null) {
      const next = new URL(location, address);
      if (next.origin === publicUrl) return next;
      address = next.href;
    } else {
      const page = await answer.text();
      address = new URL(/action="([^"]+)"/.exec(page)?.[1] ?? '', address).href;
      const prompt = /name="prompt" value="(\w+)"/.exec(page)?.[1] ?? '';
      form = new URLSearchParams({ prompt, login, password: 'any' });
    }
  }
  throw new Error('the provider led nowhere');
}

async function begin() {
  const answer = await desk.get('/session/oidc', {});
  expect(check('startOidcSignIn', answer)).toEqual({ status: 302 });
  const [cookie = ''] = answer.headers['set-cookie'] as unknown as string[];
  return { location: String(answer.headers.location), cookie: cookie.split(';')[0] ?? '' };
}

const comeBack = (url: URL, cookie: string) =>
  request(desk.fixture().app).get(`${url.pathname}${url.search}`).set('Cookie', cookie);

async function signInBy(login: string) {
  const { location, cookie } = await begin();
  return comeBack(await logIn(location, login), cookie);
}

describe('a sign-in through the identity provider', () => {
  test('lets in whom the provider vouches for, with the roles of its groups', async () => {
    const answer = await signInBy('rita');
    expect({ status: answer.status, location: answer.headers.location }).toEqual({ status: 302, location: '/' });
    const me = await desk.get('/me', toSession(answer));
    expect(me.body).toMatchObject({ name: 'rita of the group', email: 'rita@group.example', hasPassword: false });
    expect(me.body).toMatchObject({ grants: [{ propertyId, role: 'reviewer' }] });
  });

  test('begins with PKCE, state and nonce, and is told on the sign-in page', async () => {
    const { location } = await begin();
    const asked = new URL(location).searchParams;
    expect(asked.get('code_challenge_method')).toBe('S256');
    expect([asked.get('state'), asked.get('nonce')]).not.toContain(null);
    const ways = await desk.get('/session/ways', {});
    expect(ways.body).toMatchObject({ oidc: { label: 'Group login', startPath: '/api/v1/session/oidc' } });
  });

  test('is the same user the next time, with the roles of then; one without any is out at once', async () => {
    const first = toSession(await signInBy('rita'));
    const { id } = (await desk.get('/me', first)).body as { id: string };
    const { groups } = rita;
    try {
      rita.groups = ['hotel-admins'];
      const second = toSession(await signInBy('rita'));
      expect((await desk.get('/me', second)).body).toMatchObject({ id, grants: [{ propertyId: '*', role: 'admin' }] });
      rita.groups = [];
      expect((await signInBy('rita')).headers.location).toBe('/#/sign-in?problem=oidc_unmapped');
      expect((await desk.get('/me', second)).status).toBe(401);
    } finally {
      rita.groups = groups;
    }
  });

  test.each([
    ['in no group that has a role', 'otto', 'oidc_unmapped'],
    ['whose address the provider says is unproved', 'vera', 'oidc_refused'],
  ])('does not let in somebody %s', async (_, login, problem) => {
    const answer = await signInBy(login);
    expect(answer.headers.location).toBe(`/#/sign-in?problem=${problem}`);
    expect(String(answer.headers['set-cookie'])).not.toContain('session');
  });

  test('does not let in somebody who was disabled here', async () => {
    const { id } = (await desk.get('/me', toSession(await signInBy('rita')))).body as { id: string };
    await desk.fixture().store.transaction(async (rows) => {
      await rows.users.save({ ...(await rows.users.get(id)), state: 'disabled' });
    });
    expect((await signInBy('rita')).headers.location).toBe('/#/sign-in?problem=oidc_unmapped');
  });

  test('never takes over the account of somebody with a password', async () => {
    await addUser(desk.fixture().store, { email: 'rita@group.example' });
    expect((await signInBy('rita')).headers.location).toBe('/#/sign-in?problem=user_exists');
  });

  test('that another browser began, or nobody, is refused', async () => {
    const [one, other] = [await begin(), await begin()];
    const back = await logIn(one.location, 'rita');
    for (const cookie of [other.cookie, '', '__Host-oidc-state=made-up']) {
      expect((await comeBack(back, cookie)).headers.location).toBe('/#/sign-in?problem=oidc_refused');
    }
  });

  test('counts once, and not after ten minutes', async () => {
    const { location, cookie } = await begin();
    const back = await logIn(location, 'rita');
    expect((await comeBack(back, cookie)).headers.location).toBe('/');
    expect((await comeBack(back, cookie)).headers.location).toBe('/#/sign-in?problem=oidc_refused');
    const slow = await begin();
    const late = await logIn(slow.location, 'rita');
    desk.pass(10 * 60_000);
    expect((await comeBack(late, slow.cookie)).headers.location).toBe('/#/sign-in?problem=oidc_refused');
  });

  test('with a code that is not the provider’s, or a refusal, is refused', async () => {
    const { location, cookie } = await begin();
    const back = await logIn(location, 'rita');
    back.searchParams.set('code', 'made-up');
    expect((await comeBack(back, cookie)).headers.location).toBe('/#/sign-in?problem=oidc_refused');
    const refused = await begin();
    const state = new URL(refused.location).searchParams.get('state') ?? '';
    const no = new URL(`${publicUrl}${callbackPath}?error=access_denied&state=${state}&iss=${issuer.url}`);
    expect((await comeBack(no, refused.cookie)).headers.location).toBe('/#/sign-in?problem=oidc_refused');
  });

  test('says so where the provider cannot be asked, or none is set up', async () => {
    const oidc = { issuer: 'http://127.0.0.1:9', ...client };
    for (const settings of [{ oidc }, { oidc: undefined }]) {
      const lonely = await createHttpFixture({ settings });
      const answer = await request(lonely.app).get('/api/v1/session/oidc');
      expect(answer.headers.location).toBe('/#/sign-in?problem=oidc_unavailable');
      await lonely.close();
    }
  });
});
