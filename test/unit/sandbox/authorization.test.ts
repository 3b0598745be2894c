import { expect, test } from '@jest/globals';
import { startTestSandbox, type SandboxFixture } from '../../support/sandbox-fixture.ts';

const redirectUri = 'https://screening.example/back';

test('the authorize page sends the code back with the state, and only to the address that is registered', async () => {
  const { sandbox } = await startTestSandbox();
  const { clientId } = sandbox.world.addClient({ redirectUri });
  const ask = { client_id: clientId, redirect_uri: redirectUri, response_type: 'code', state: 'S 1' };
  const page = await fetch(`${sandbox.apiUrl}/oauth?${new URLSearchParams(ask).toString()}`);
  expect(await page.text()).toContain(sandbox.propertyId);
  const back = await press(sandbox.apiUrl, { ...ask, property: sandbox.propertyId, decision: 'allow' });
  expect(back.searchParams.get('state')).toBe('S 1');
  expect(back.searchParams.get('code')).toMatch(/^\w{32}$/);
  expect(back.href.startsWith(redirectUri)).toBe(true);
  const denied = await press(sandbox.apiUrl, { ...ask, decision: 'deny' });
  expect(denied.searchParams.get('error')).toBe('access_denied');
  const elsewhere = new URLSearchParams({ ...ask, redirect_uri: 'https://thief.example/' });
  expect((await fetch(`${sandbox.apiUrl}/oauth?${elsewhere.toString()}`)).status).toBe(400);
});

test('a code works once, for its own client and address, for ten minutes', async () => {
  const partner = await startPartner();
  const code = partner.allow();
  expect(await partner.ask({ grant_type: keyGrant, code })).toMatchObject({
    access_token: expect.stringMatching(/^cbat_/),
  });
  expect(await partner.ask({ grant_type: keyGrant, code })).toEqual(refused('invalid_grant'));
  const elsewhere = { grant_type: keyGrant, code: partner.allow(), redirect_uri: 'https://thief.example/' };
  expect(await partner.ask(elsewhere)).toEqual(refused('invalid_grant'));
  const stranger = { grant_type: keyGrant, code: partner.allow(), client_secret: 'guessed' };
  expect(await partner.ask(stranger)).toEqual(refused('invalid_client'));
  const late = partner.allow();
  partner.fixture.clock.advance(601);
  expect(await partner.ask({ grant_type: keyGrant, code: late })).toEqual(refused('invalid_grant'));
});

test('an access token ends, and a refresh token brings the next pair', async () => {
  const partner = await startPartner();
  const first = await partner.ask({ grant_type: 'authorization_code', code: partner.allow() });
  expect(await partner.use(first.access_token)).toBe(200);
  partner.fixture.clock.advance(3_601);
  expect(await partner.use(first.access_token)).toBe(401);
  const second = await partner.ask({ grant_type: 'refresh_token', refresh_token: first.refresh_token ?? '' });
  expect(await partner.use(second.access_token)).toBe(200);
});

test('a refresh token that is used twice locks the property out', async () => {
  const partner = await startPartner();
  const { refresh_token: token = '' } = await partner.ask({ grant_type: 'authorization_code', code: partner.allow() });
  const second = await partner.ask({ grant_type: 'refresh_token', refresh_token: token });
  expect(await partner.ask({ grant_type: 'refresh_token', refresh_token: token })).toEqual(refused('invalid_grant'));
  expect(await partner.use(second.access_token)).toBe(401);
  const next = { grant_type: 'refresh_token', refresh_token: second.refresh_token ?? '' };
  expect(await partner.ask(next)).toEqual(refused('invalid_grant'));
});

test('a disabled app is answered with 401 at that property, and its subscriptions alone are gone', async () => {
  const { fixture, ask, allow, clientId } = await startPartner();
  const other = fixture.sandbox.world.addProperty({});
  const both = [fixture.sandbox.propertyId, other.propertyId];
  const { access_token: key } = await ask({ grant_type: keyGrant, code: allow(both) });
  const options = { apiKey: key, propertyId: fixture.sandbox.propertyId };
  const wanted = { object: 'guest', action: 'created', endpointUrl: 'http://127.0.0.1:1/' };
  await fixture.succeed('postWebhook', wanted, options);
  await fixture.succeed('postWebhook', wanted);
  expect(await fixture.succeed('getWebhooks', {}, options)).toMatchObject({ data: [{ owner: { id: clientId } }] });

  await fixture.succeed('postAppState', { app_state: 'disabled' }, options);
  expect((await fixture.call('getHotels', {}, options)).status).toBe(401);
  expect((await fixture.call('getHotels', {}, { apiKey: key, propertyId: other.propertyId })).status).toBe(200);
  expect(fixture.sandbox.world.listSubscriptions()).toHaveLength(1);
  allow();
  expect(await fixture.succeed('getAppState', {}, options)).toMatchObject({ data: { app_state: 'enabled' } });
  expect(await fixture.refusal('getAppState')).toContain('property client');
});

const keyGrant = 'urn:ietf:params:oauth:grant-type:api-key';

interface TokenAnswer {
  readonly access_token: string;
  readonly refresh_token?: string;
}

async function startPartner() {
  const fixture = await startTestSandbox();
  const { sandbox } = fixture;
  const { clientId, clientSecret } = sandbox.world.addClient({ redirectUri, tokenLifeS: 3_600 });
  return {
    fixture,
    clientId,
    allow: (propertyIds: readonly string[] = [sandbox.propertyId]) =>
      sandbox.world.allow({ clientId, redirectUri, propertyIds }),
    ask: async (fields: Readonly<Record<string, string>>) => {
      const all = { client_id: clientId, client_secret: clientSecret, redirect_uri: redirectUri, ...fields };
      return (await fixture.call('postAccessToken', all)).body as unknown as TokenAnswer;
    },
    use: (token: string) => callWithToken(fixture, token),
  };
}

async function callWithToken({ sandbox }: SandboxFixture, token: string): Promise<number> {
  return (await fetch(`${sandbox.apiUrl}/getHotels`, { headers: { authorization: `Bearer ${token}` } })).status;
}

async function press(apiUrl: string, form: Readonly<Record<string, string>>): Promise<URL> {
  const answer = await fetch(`${apiUrl}/oauth`, {
    method: 'POST',
    body: new URLSearchParams(form),
    redirect: 'manual',
  });
  return new URL(answer.headers.get('location') ?? '');
}

function refused(error: string): object {
  return { error, error_description: 'Not accepted' };
}
