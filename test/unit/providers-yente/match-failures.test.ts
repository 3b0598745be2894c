import { afterEach, describe, expect, test } from '@jest/globals';
import type { RequestListener } from 'node:http';
import { createYenteFake } from '../../../src/vendor-fakes/yente.ts';
import { guest, traces } from '../providers-hosted-session/provider-context.ts';
import { drakov, type MatchFixture, startMatchServer } from './match-fixture.ts';

const servers: MatchFixture[] = [];
afterEach(() => Promise.all(servers.splice(0).map((server) => server.close())));

async function start(listener: RequestListener): Promise<MatchFixture> {
  const server = await startMatchServer(listener);
  servers.push(server);
  return server;
}

const answering =
  (status: number, body: unknown, type = 'application/json'): RequestListener =>
  (_request, response) =>
    void response
      .writeHead(status, { 'content-type': type })
      .end(typeof body === 'string' ? body : JSON.stringify(body));

describe('keys of OpenSanctions', () => {
  test('are sent as the service wants them', async () => {
    const fake = createYenteFake({ apiKeys: ['current'] });
    const server = await start(fake.app);
    expect((await server.askOpenSanctions(drakov, { apiKey: 'current' })).result).toBe('match');
    expect(fake.requests.map(({ authorization }) => authorization)).toEqual(['ApiKey current']);
  });

  test('may be two while they are changed: the old one is tried where the new one is refused', async () => {
    const fake = createYenteFake({ apiKeys: ['old'] });
    const server = await start(fake.app);
    expect((await server.askOpenSanctions(drakov, { apiKey: 'new, old' })).result).toBe('match');
    expect(fake.requests.map(({ authorization }) => authorization)).toEqual(['ApiKey new', 'ApiKey old']);
  });

  test('that are all refused make nobody clear', async () => {
    const server = await start(createYenteFake({ apiKeys: ['other'] }).app);
    await expect(server.askOpenSanctions(guest, { apiKey: 'new,old' })).rejects.toMatchObject({
      code: 'vendor_unauthorized',
      status: 401,
    });
  });

  test('that are missing: nothing is asked', async () => {
    const fake = createYenteFake();
    const server = await start(fake.app);
    await expect(server.askOpenSanctions(guest, { apiKey: '' })).rejects.toMatchObject({ code: 'vendor_unauthorized' });
    expect(fake.requests).toEqual([]);
  });
});

describe('nobody is clear where the server', () => {
  const entity = { caption: 'X', score: 1 };

  test.each<readonly [string, RequestListener, string]>([
    ['answers with a page', answering(200, '<html>Zyxanna</html>', 'text/html'), 'not_json'],
    ['answers with nothing', answering(200, ''), 'not_json'],
    ['answers about somebody else', answering(200, { responses: { other: { results: [] } } }), 'not_json'],
    ['answers without results', answering(200, { responses: { guest: { status: 200 } } }), 'not_json'],
    [
      'scores in words',
      answering(200, { responses: { guest: { results: [{ ...entity, score: 'high' }] } } }),
      'not_json',
    ],
    ['refuses the query', answering(200, { responses: { guest: { status: 400, results: [] } } }), 'vendor_refused'],
    ['knows no such dataset', answering(404, { detail: 'No such dataset.' }), 'vendor_refused'],
    ['has no quota left', answering(429, {}), 'vendor_unavailable'],
    ['is starting', answering(503, {}), 'vendor_unavailable'],
    ['hangs up', (request) => void request.socket.destroy(), 'unreachable'],
  ])('%s', async (_what, listener, code) => {
    const server = await start(listener);
    const failure: unknown = await server.askYente(guest).catch((error: unknown) => error);
    expect(failure).toMatchObject({ name: 'ProviderHttpError', code });
    const told = failure instanceof Error ? `${failure.message} ${String(failure.cause)}`.toLowerCase() : '';
    for (const trace of traces) expect(told).not.toContain(trace);
  });

  test.each(['', 'yente', 'http://'])('is not named: “%s”', async (url) => {
    const server = await start(createYenteFake().app);
    await expect(server.askYente(guest, { url })).rejects.toMatchObject({ code: 'unreachable' });
  });

  test('is no longer waited for', async () => {
    const stopping = new AbortController();
    stopping.abort(new Error('stopping'));
    const server = await start(createYenteFake().app);
    await expect(server.askYente(guest, {}, { signal: stopping.signal })).rejects.toThrow('stopping');
  });
});

test('what the server adds to its answers does no harm', async () => {
  const result = { ...{ caption: 'Z', score: 0.8, added: 1 }, properties: { birthDate: ['1987', { id: 'nested' }] } };
  const server = await start(answering(200, { responses: { guest: { results: [result], added: true } }, added: [] }));
  const answer = await server.askYente(guest);
  expect(answer.reasons[0]?.text).toBe('On a list as “Z” (score 0.80, same year of birth)');
});

describe('the fake refuses, as the vendor does,', () => {
  const person = (properties: object, more: object = {}) => ({
    queries: { q: { schema: 'Person', properties, ...more } },
  });

  test.each<readonly [string, string, unknown, number]>([
    ['a dataset that there is not', '/match/nowhere', person({ name: ['A'] }), 404],
    ['an algorithm that there is not', '/match/default?algorithm=guess', person({ name: ['A'] }), 400],
    ['a threshold in per cent', '/match/default?threshold=70', person({ name: ['A'] }), 422],
    ['a body without queries', '/match/default', { name: 'A' }, 422],
    ['no queries', '/match/default', { queries: {} }, 400],
    [
      'a kind of entity that there is not',
      '/match/default',
      { queries: { q: { schema: 'Guest', properties: {} } } },
      400,
    ],
    ['a property that there is not', '/match/default', person({ email: ['a@b.example'] }), 400],
    ['a value that is no list', '/match/default', person({ name: 'A' }), 400],
    ['a birth date in another form', '/match/default', person({ birthDate: ['17.04.1961'] }), 400],
  ])('%s', async (...[, path, body, status]) => {
    const { origin } = await start(createYenteFake().app);
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${origin}${path}`, { method: 'POST', headers, body: JSON.stringify(body) })).status).toBe(
      status,
    );
  });
});
