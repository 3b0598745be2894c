import { beforeEach, describe, expect, test } from '@jest/globals';
import request, { type Response } from 'supertest';
import { bearer, check, openAccessDesk, toSession } from '../support/access-desk.ts';
import { addScreening, createHttpFixture, propertyId } from '../unit/http/http-fixture.ts';
import { addUser, signInAs, type SignedInHeaders } from '../unit/http/staff.ts';

const { fixture, get, now, pass, post, remove, patch, signIn } = openAccessDesk();

const decision = { decision: 'approved', reason: 'Maria Canary showed a passport' };
let admin: SignedInHeaders;
let reviewer: SignedInHeaders;
let screeningId = '';

beforeEach(async () => {
  const { store } = fixture();
  screeningId = await addScreening(store, { guestId: '1' });
  admin = await signInAs(store, [{ propertyId, role: 'admin' }]);
  reviewer = await signInAs(store, [{ propertyId, role: 'reviewer' }]);
});

const toItems = (answer: Response) => (answer.body as { items: Record<string, unknown>[] }).items;
const toId = (answer: Response) => (answer.body as { id: string }).id;
const decide = (headers: Readonly<Record<string, string>>, body: object = decision) =>
  post(`/screenings/${screeningId}/decision`, body, headers);

async function audit(query = '', headers: Readonly<Record<string, string>> = bearer) {
  const answer = await get(`/audit${query}`, headers);
  expect(check('listAudit', answer)).toEqual({ status: 200 });
  return toItems(answer);
}

describe('the audit log', () => {
  test('tells who changed what, where and when, and nothing of the guest', async () => {
    const me = toId(await get('/me', reviewer));
    expect((await decide(reviewer)).status).toBe(200);
    const [entry] = await audit();
    expect(entry).toMatchObject({ action: 'decideScreening', actorKind: 'user', actorId: me, actorName: 'Ana Reis' });
    expect(entry).toMatchObject({ propertyId, objectId: screeningId, at: now() });
    expect(JSON.stringify(entry)).not.toContain('Canary');
  });

  test('names what was made', async () => {
    const token = { name: 'x', scope: 'read', propertyIds: [propertyId], expiresAt: '2027-01-01T00:00:00Z' };
    const made = (await post('/tokens', token, admin)).body as { token: { id: string } };
    const [entry] = await audit();
    expect(entry).toMatchObject({ action: 'createToken', objectId: made.token.id });
  });

  test('holds nothing of what was refused, and nothing of what changes nothing', async () => {
    await decide(reviewer, { decision: 'banned' });
    await post('/screenings/unknown/decision', decision, bearer);
    await post(`/properties/${propertyId}/policy/replay`, { policy: {}, days: 1 }, bearer);
    await get(`/screenings/${screeningId}`, reviewer);
    expect(await audit()).toEqual([]);
  });

  test('tells who took the guests of a property along in a file', async () => {
    const search = `/properties/${propertyId}/screenings.csv?q=Canary`;
    expect((await get(search, reviewer)).status).toBe(200);
    const entries = await audit();
    expect(entries).toMatchObject([{ action: 'exportScreenings', propertyId, objectId: null, at: now() }]);
    expect(JSON.stringify(entries)).not.toContain('Canary');
    await get('/properties/777/screenings.csv', bearer);
    expect(await audit()).toHaveLength(1);
  });

  test('is saved as a file with the same filters, by whoever may read it, and says so itself', async () => {
    const formula = await signInAs(fixture().store, [{ propertyId, role: 'admin' }], { name: '=cmd()' });
    await decide(formula);
    await decide(admin);
    const file = await get('/audit.csv?action=decideScreening&bom=false', formula);
    expect(file.headers['content-disposition']).toBe('attachment; filename="audit.csv"');
    const [header, ...lines] = file.text.trimEnd().split('\r\n');
    expect(header).toBe('at,action,actor,actor_kind,actor_id,property,object_id,address,id');
    expect(lines.map((line) => line.split(',').slice(0, 4))).toEqual([
      [now(), 'decideScreening', 'Ana Reis', 'user'],
      [now(), 'decideScreening', "'=cmd()", 'user'],
    ]);
    expect(await audit()).toMatchObject([{ action: 'exportAudit' }, {}, {}]);
    expect((await get(`/audit.csv?propertyId=${propertyId}`, formula)).status).toBe(200);
    expect(await audit()).toMatchObject([{ action: 'exportAudit', propertyId }, { propertyId: null }, {}, {}]);
    expect((await get('/audit.csv', reviewer)).status).toBe(403);
    expect((await get('/audit.csv?propertyId=777', admin)).status).toBe(404);
  });

  test('tells of sign-ins, failed ones and locked ones', async () => {
    const user = await addUser(fixture().store);
    await signIn(user.email, 'wrong');
    await signIn('nobody@example.com');
    await signIn(user.email);
    expect((await audit()).map(({ action, objectId, actorKind }) => [action, objectId, actorKind])).toEqual([
      ['signedIn', user.id, 'user'],
      ['signInFailed', null, 'anybody'],
      ['signInFailed', user.id, 'anybody'],
    ]);
    expect(JSON.stringify(await audit())).not.toContain('nobody@example.com');
  });

  test('is filtered, and comes page by page', async () => {
    await decide(reviewer);
    pass(1_000);
    const since = now();
    await decide(admin);
    await post(`/screenings/${screeningId}/rescreen`, {}, reviewer);
    const me = toId(await get('/me', reviewer));
    expect(await audit('?action=decideScreening')).toHaveLength(2);
    expect(await audit(`?actorId=${me}`)).toHaveLength(2);
    expect(await audit(`?from=${since}`)).toHaveLength(2);
    expect(await audit(`?to=${since}`)).toHaveLength(1);
    const first = await get('/audit?limit=2', bearer);
    const { nextCursor } = first.body as { nextCursor: string };
    expect([...toItems(first), ...(await audit(`?limit=2&cursor=${nextCursor}`))].map(({ action }) => action)).toEqual([
      'rescreen',
      'decideScreening',
      'decideScreening',
    ]);
  });

  test('shows the admin of one property that property alone', async () => {
    const { store } = fixture();
    await store.transaction(({ properties }) =>
      properties.save({ id: '777', name: 'Other', timeZone: 'UTC', webhookSecret: 'other' }),
    );
    const other = await signInAs(store, [{ propertyId: '777', role: 'admin' }]);
    await decide(reviewer);
    expect(await audit('', admin)).toHaveLength(1);
    expect(await audit('', other)).toEqual([]);
    const asked = await get(`/audit?propertyId=${propertyId}`, other);
    expect(check('listAudit', asked)).toEqual({ status: 404, code: 'property_unknown' });
  });

  test('commits with the change: where the one fails there is none of the other', async () => {
    const broken = await createHttpFixture();
    const id = await addScreening(broken.store, { guestId: '1' });
    await broken.store.read((rows) => {
      Object.assign(rows.audit, { add: () => Promise.reject(new Error('the disk is gone')) });
      return Promise.resolve();
    });
    const answer = await request(broken.app).post(`/api/v1/screenings/${id}/decision`).set(bearer).send(decision);
    expect(answer.status).toBe(500);
    const kept = await request(broken.app).get(`/api/v1/screenings/${id}`).set(bearer);
    expect(kept.body).toMatchObject({ decision: null });
    await broken.close();
  });
});

describe('a version', () => {
  test('that somebody else changed meanwhile is written over by nobody', async () => {
    const tag = String((await get(`/screenings/${screeningId}`, reviewer)).headers.etag);
    expect(tag).toMatch(/^"[\w-]{22}"$/);
    pass(1_000);
    expect((await decide({ ...reviewer, 'If-Match': tag })).status).toBe(200);
    const late = await decide({ ...admin, 'If-Match': tag }, { decision: 'declined', reason: 'no' });
    expect(check('decideScreening', late)).toEqual({ status: 409, code: 'version_conflict' });
    expect((await get(`/screenings/${screeningId}`, reviewer)).body).toMatchObject({ outcome: 'approved' });
  });

  test('is written once, of those who write it at once', async () => {
    const user = await addUser(fixture().store, { grants: [{ propertyId, role: 'desk' }] });
    const tag = String((await get(`/users/${user.id}`, admin)).headers.etag);
    const names = ['One', 'Two', 'Three', 'Four'];
    const answers = await Promise.all(
      names.map((name) => patch(`/users/${user.id}`, { name }, { ...admin, 'If-Match': tag })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
  });

  test.each([
    ['nginx', (tag: string) => `W/${tag}`],
    ['Apache', (tag: string) => tag.replace(/"$/, '-gzip"')],
    ['Caddy', (tag: string) => tag.replace(/"$/, '-zstd"')],
  ])('is the same where %s compressed it on the way', async (_, toSeen) => {
    const tag = String((await get(`/screenings/${screeningId}`, reviewer)).headers.etag);
    expect((await decide({ ...reviewer, 'If-Match': toSeen('"made-up"') })).status).toBe(409);
    expect((await decide({ ...reviewer, 'If-Match': toSeen(tag) })).status).toBe(200);
  });

  test('that is made up conflicts, and any version is any', async () => {
    expect((await decide({ ...reviewer, 'If-Match': '"made-up"' })).status).toBe(409);
    expect((await decide({ ...reviewer, 'If-Match': '*' })).status).toBe(200);
    expect((await decide(reviewer)).status).toBe(200);
  });
});

describe('a request with an Idempotency-Key', () => {
  const person = { email: 'ana@example.com', name: 'Ana', grants: [] };
  const invite = (headers: Readonly<Record<string, string>>, body: object = person) =>
    post('/invitations', body, headers);
  const keyed = { ...bearer, 'Idempotency-Key': 'k-1' };

  test('is carried out once and answered the same for a day', async () => {
    const first = await invite(keyed);
    const second = await invite(keyed);
    expect([first.status, second.status, second.headers['idempotency-replayed']]).toEqual([201, 201, 'true']);
    expect(second.body).toEqual(first.body);
    expect(second.headers.location).toBe(first.headers.location);
    expect(await audit('?action=inviteUser')).toHaveLength(1);
    expect((await invite(bearer)).status).toBe(409);
  });

  test('at once is carried out once', async () => {
    const answers = await Promise.all([invite(keyed), invite(keyed), invite(keyed)]);
    expect(answers.map(({ status }) => status)).toEqual([201, 201, 201]);
    expect(await audit('?action=inviteUser')).toHaveLength(1);
  });

  test('and another body is refused', async () => {
    await invite(keyed);
    const answer = await invite(keyed, { ...person, name: 'Eve' });
    expect(check('inviteUser', answer)).toEqual({ status: 422, code: 'idempotency_key_reused' });
  });

  test('of another caller is another request', async () => {
    await decide({ ...reviewer, 'Idempotency-Key': 'k-1' });
    const answer = await decide({ ...admin, 'Idempotency-Key': 'k-1' });
    expect(answer.headers).not.toHaveProperty('idempotency-replayed');
  });

  test('that was refused may be tried again', async () => {
    const path = '/screenings/unknown/decision';
    expect((await post(path, decision, keyed)).status).toBe(404);
    expect((await invite(keyed, { ...person, email: 'nobody' })).status).toBe(400);
    expect((await invite(keyed)).status).toBe(201);
  });

  test('that was cut off by a crash is in doubt, and not carried out again', async () => {
    await fixture().store.transaction((rows) =>
      rows.keptRequests.add({
        key: 'admin_token admin inviteUser /api/v1/invitations k-1',
        fingerprint: rows.keptRequests.toFingerprint(JSON.stringify(person)),
        startedAt: now(),
      }),
    );
    expect(check('inviteUser', await invite(keyed))).toEqual({ status: 409, code: 'idempotency_in_doubt' });
  });

  test('is forgotten after a day, with what else has ended', async () => {
    await invite(keyed);
    pass(86_400_001);
    const times = { now: now(), requestsBefore: new Date(Date.parse(now()) - 86_400_000).toISOString() };
    await fixture().store.transaction((rows) =>
      rows.accessLeftovers.removeExpired({ ...times, triesBefore: times.requestsBefore }),
    );
    expect((await invite(keyed)).body).toMatchObject({ code: 'user_exists' });
    expect((await get('/me', reviewer)).status).toBe(401);
  });

  test.each(['x'.repeat(201), 'a b'])('that is no key is refused', async (key) => {
    expect((await invite({ ...bearer, 'Idempotency-Key': key })).body).toMatchObject({
      errors: [{ path: '/Idempotency-Key' }],
    });
  });
});

describe('too many requests', () => {
  test('of one caller in a minute are told to wait, and others are not', async () => {
    const busy = await createHttpFixture({ settings: { apiRateLimit: 3 } });
    const session = await signInAs(busy.store, []);
    const ask = (headers: Readonly<Record<string, string>>) => request(busy.app).get('/api/v1/me').set(headers);
    const first = await ask(bearer);
    expect(first.headers).toMatchObject({ 'ratelimit-policy': '"default";q=3;w=60', ratelimit: '"default";r=2;t=60' });
    await ask(bearer);
    await ask(bearer);
    const refused = await ask(bearer);
    expect(check('getMe', refused)).toEqual({ status: 429, code: 'rate_limited' });
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(50);
    expect((await ask(session)).status).toBe(200);
    await request(busy.app).get('/healthz').expect(200);
    await busy.close();
  });

  test('from one address are told to wait, whoever they are of', async () => {
    const busy = await createHttpFixture({ settings: { apiRateLimit: 2, trustedProxies: 1 } });
    const ask = (address: string) =>
      request(busy.app).get('/api/v1/session/ways').set('X-Forwarded-For', `203.0.113.9, ${address}`);
    for (let asked = 0; asked < 8; asked += 1) await ask('192.0.2.1').expect(200);
    await ask('192.0.2.1').expect(429);
    await ask('192.0.2.2').expect(200);
    await busy.close();
  });
});

test('the desk is told outcomes, and not what was found', async () => {
  const desk = await signInAs(fixture().store, [{ propertyId, role: 'desk' }]);
  await decide(reviewer);
  const shown = await get(`/screenings/${screeningId}`, desk);
  expect(check('getScreening', shown)).toEqual({ status: 200 });
  expect(shown.body).toMatchObject({ outcome: 'approved', findings: [], decision: { reason: '' } });
  expect(shown.text).not.toMatch(/one_night|One night|Canary|points/);
  const full = await get(`/screenings/${screeningId}`, reviewer);
  expect(full.text).toContain('One night only');
  expect(toSession(full).Cookie).toBe('__Host-session=');
  expect((await remove('/jobs/buried', desk)).status).toBe(405);
});
