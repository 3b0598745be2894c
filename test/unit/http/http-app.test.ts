import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { loadOpenApiDocument } from '../../../src/openapi/openapi-document.ts';
import { listRoutes } from '../../../src/http/routes.ts';
import { accessTable, isOpen } from '../../../src/http/access/access-table.ts';
import type { HttpParts } from '../../../src/http/http-parts.ts';
import { addScreening, adminToken, createHttpFixture, type HttpFixture, webhookPath } from './http-fixture.ts';

let fixture: HttpFixture;
let decisionPath: string;

beforeAll(async () => {
  fixture = await createHttpFixture();
  decisionPath = `/api/v1/screenings/${await addScreening(fixture.store, { guestId: '1' })}/decision`;
});

afterAll(() => fixture.close());

const routes = listRoutes({ health: {}, access: {} } as HttpParts, loadOpenApiDocument('service'));
const closedRoutes = routes.filter(({ operationId }) => !isOpen(accessTable[operationId]));
const toAddress = (path: string) => path.replace(/\{\w+\}/g, 'x');
const bearer = { Authorization: `Bearer ${adminToken}` };
const decision = { decision: 'approved', reason: 'Known to us' };

describe('access', () => {
  test('is open to nobody but machines that watch, readers of the description, those who know a secret or sign in', () => {
    expect(routes.filter(({ operationId }) => isOpen(accessTable[operationId])).map(({ path }) => path)).toEqual([
      '/webhooks/cloudbeds/{secret}',
      '/callbacks/{provider}/{secret}',
      '/healthz',
      '/readyz',
      '/metrics',
      '/api/v1/openapi.json',
      '/api/v1/',
      '/api/v1/session',
      '/api/v1/session',
      '/api/v1/session',
      '/api/v1/session/second-factor',
      '/api/v1/session/link',
      '/api/v1/session/forgotten-password',
      '/api/v1/session/ways',
      '/api/v1/session/oidc',
      '/api/v1/session/oidc/callback',
    ]);
  });

  test.each(closedRoutes.map(({ method, path }) => [method, path] as const))(
    '%s %s needs a token',
    async (method, path) => {
      const missing = await request(fixture.app)[method](toAddress(path));
      expect({ status: missing.status, code: toCode(missing) }).toEqual({ status: 401, code: 'token_missing' });
      expect(missing.headers['www-authenticate']).toMatch(/^Bearer/);
      const wrong = await request(fixture.app)[method](toAddress(path)).set('Authorization', 'Bearer wrong');
      expect({ status: wrong.status, code: toCode(wrong) }).toEqual({ status: 401, code: 'token_wrong' });
    },
  );

  test.each(['Basic YTpi', 'Bearer', `Bearer ${adminToken} more`, adminToken])(
    'is not given for "%s"',
    async (header) => {
      await request(fixture.app).get('/api/v1/properties').set('Authorization', header).expect(401);
    },
  );

  test('is given to nobody where no token is set', async () => {
    const closed = await createHttpFixture({ settings: { adminToken: undefined } });
    await request(closed.app).get('/api/v1/properties').set(bearer).expect(401);
    await request(closed.app).get('/api/v1/properties').set('Authorization', 'Bearer undefined').expect(401);
    await closed.close();
  });

  test('comes before the form of a request, so that strangers learn nothing', async () => {
    await request(fixture.app).post(decisionPath).send('nonsense').expect(401);
  });
});

describe('a request that the API does not describe', () => {
  test('to an unknown path finds nothing', async () => {
    const answer = await request(fixture.app).get('/api/v1/guests').set(bearer);
    expect({ status: answer.status, type: answer.type }).toEqual({ status: 404, type: 'application/problem+json' });
  });

  test('with another method is told which there are', async () => {
    const answer = await request(fixture.app).put('/api/v1/properties/1/house-list').set(bearer).send({});
    expect({ status: answer.status, allow: answer.headers.allow }).toEqual({ status: 405, allow: 'GET, POST, HEAD' });
    await request(fixture.app).get(webhookPath).expect(405);
  });

  test('in another form than JSON is refused', async () => {
    const answer = await request(fixture.app).post(decisionPath).set(bearer).type('form').send(decision);
    expect({ status: answer.status, code: toCode(answer) }).toEqual({ status: 415, code: 'content_type_unsupported' });
  });

  test.each([
    ['nothing', '', 400],
    ['half a text', '{', 400],
    ['a list', '[]', 400],
    ['nesting without end', '['.repeat(45_000) + ']'.repeat(45_000), 400],
    ['a blank reason', JSON.stringify({ ...decision, reason: ' \n ' }), 400],
    ['an endless reason', JSON.stringify({ ...decision, reason: 'x'.repeat(2_001) }), 400],
    ['a decision that there is not', JSON.stringify({ ...decision, decision: 'banned' }), 400],
    ['an unknown field', JSON.stringify({ ...decision, decidedBy: 'me' }), 400],
    ['a prototype', '{"decision":"approved","reason":"x","__proto__":{"a":1}}', 400],
    ['too much', JSON.stringify({ ...decision, reason: 'x'.repeat(101 * 1024) }), 413],
  ])('with %s for a decision is refused and decides nothing', async (_, body, status) => {
    const answer = await request(fixture.app).post(decisionPath).set(bearer).type('json').send(body);
    expect(answer.status).toBe(status);
    const screening = await request(fixture.app).get(decisionPath.replace('/decision', '')).set(bearer);
    expect(screening.body).toMatchObject({ decision: null });
  });
});

describe('every answer', () => {
  test.each(['/healthz', '/api/v1/nothing', '/api/v1/properties'])(
    'at %s is kept, framed and sniffed by nobody',
    async (path) => {
      const { headers } = await request(fixture.app).get(path);
      expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
      expect(headers).not.toHaveProperty('x-powered-by');
    },
  );

  test('to something unexpected is a bare 500, and the log names the operation but no URL', async () => {
    const broken = await createHttpFixture({ decide: () => Promise.reject(new TypeError('Maria Canary')) });
    const id = await addScreening(broken.store, { guestId: '1' });
    const answer = await request(broken.app).post(`/api/v1/screenings/${id}/decision`).set(bearer).send(decision);
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('Canary');
    expect(broken.loggedErrors).toHaveLength(1);
    expect(broken.loggedErrors[0]).toMatchObject({ event: 'http.failed', facts: { operation: 'decideScreening' } });
    expect(JSON.stringify(broken.loggedErrors[0]?.facts)).not.toContain(id);
    await broken.close();
  });
});

describe('readiness', () => {
  test.each([
    [
      'the database cannot be asked',
      { store: { ping: () => Promise.reject(new Error('gone')) } },
      { database: 'failed' },
    ],
    [
      'migrations are not done',
      { health: { hasMigrated: () => false, isStopping: () => false } },
      { migrations: 'pending' },
    ],
    ['it is about to stop', { health: { hasMigrated: () => true, isStopping: () => true } }, { isStopping: true }],
  ])('is denied while %s; alive it is all the same', async (_, replace, told) => {
    const waiting = await createHttpFixture(replace as unknown as Partial<HttpParts>);
    const answer = await request(waiting.app).get('/readyz');
    expect(answer.status).toBe(503);
    expect(answer.body).toMatchObject({ status: 'not_ready', ...told });
    await request(waiting.app).get('/healthz').expect(200);
    await waiting.close();
  });
});

function toCode(answer: { readonly body: unknown }): unknown {
  return (answer.body as { code?: unknown }).code;
}
