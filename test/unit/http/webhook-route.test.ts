import { connect } from 'node:net';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import request from 'supertest';
import { ServiceError } from '../../../src/domain/errors.ts';
import { startHttpServer } from '../../../src/http/start-http-server.ts';
import { createMetrics } from '../../../src/metrics/create-metrics.ts';
import type { ReceivedEvent } from '../../../src/ports/store.ts';
import { createHttpFixture, type HttpFixture, propertyId, webhookPath } from './http-fixture.ts';

const bell = { event: 'guest/details_changed', timestamp: 1763888400.5, propertyID: 12345, guestID: 98765 };

let fixture: HttpFixture;

beforeEach(async () => {
  fixture = await createHttpFixture();
});

afterEach(() => fixture.close());

function ring(body: string | Buffer, headers: Record<string, string> = {}) {
  const asked = request(fixture.app)
    .post(webhookPath)
    .set({ 'Content-Type': 'application/json', ...headers });
  return asked.serialize((raw: unknown) => raw as string).send(body as string);
}

const countSyncs = async () => (await fixture.store.read(({ jobs }) => jobs.countByState())).waiting;

describe('a delivery', () => {
  test('is on disk, with a sync due, when it is answered', async () => {
    const answer = await ring(JSON.stringify(bell));
    expect({ status: answer.status, body: answer.body as unknown }).toEqual({ status: 200, body: {} });
    expect(await countSyncs()).toBe(1);
  });

  test('is answered after it was kept, never before', async () => {
    const order: string[] = [];
    const slow = await createHttpFixture({
      receiveEvent: async () => {
        await nextTurn();
        order.push('kept');
      },
    });
    await request(slow.app).post(webhookPath).send(bell).expect(200);
    order.push('answered');
    expect(order).toEqual(['kept', 'answered']);
    await slow.close();
  });

  test('that comes twice is taken in once', async () => {
    const taken: Omit<ReceivedEvent, 'receivedAt'>[] = [];
    const doubled = await createHttpFixture({ receiveEvent: (event) => Promise.resolve(void taken.push(event)) });
    await request(doubled.app).post(webhookPath).send(bell).expect(200);
    await request(doubled.app).post(webhookPath).send(bell).expect(200);
    expect(taken).toHaveLength(2);
    expect(new Set(taken.map(({ id }) => id)).size).toBe(1);
    await doubled.close();
  });

  test('is read whatever its content type says', async () => {
    await ring(JSON.stringify(bell), { 'Content-Type': 'text/plain' }).expect(200);
    expect(await countSyncs()).toBe(1);
  });

  test('to an address with a wrong secret finds nothing there', async () => {
    const answer = await request(fixture.app).post('/webhooks/cloudbeds/guessed').send(bell);
    expect(answer.status).toBe(404);
    expect(answer.body).toMatchObject({ code: 'route_unknown' });
  });

  test('finds its property at once after that was connected, though it was unknown before', async () => {
    await request(fixture.app).post('/webhooks/cloudbeds/soon').send({ event: 'guest/created' }).expect(404);
    await fixture.store.transaction(({ properties }) =>
      properties.save({ id: '54321', name: 'New', timeZone: 'UTC', webhookSecret: 'soon' }),
    );
    await request(fixture.app).post('/webhooks/cloudbeds/soon').send({ event: 'guest/created' }).expect(200);
  });

  test('of an unknown event is acknowledged and counted under one name, and starts nothing', async () => {
    await ring(JSON.stringify({ ...bell, event: `made/up_${'x'.repeat(1_000)}` })).expect(200);
    expect(await countSyncs()).toBe(0);
    expect(await fixture.metrics.toText()).toContain('events_received_total{event="other"} 1');
  });

  test('for another property is acknowledged and counted as rejected, and starts nothing', async () => {
    await ring(JSON.stringify({ ...bell, propertyID: '54321' })).expect(200);
    expect(await countSyncs()).toBe(0);
    expect(await fixture.metrics.toText()).toContain('events_rejected_total{reason="other_property"} 1');
  });

  test.each(['store_full', 'store_locked'] as const)('that meets %s is asked for again', async (code) => {
    const failing = await createHttpFixture({ receiveEvent: () => Promise.reject(new ServiceError(code)) });
    const answer = await request(failing.app).post(webhookPath).send(bell);
    expect({ status: answer.status, wait: Number(answer.headers['retry-after']) > 0 }).toEqual({
      status: 503,
      wait: true,
    });
    expect(failing.loggedErrors).toMatchObject([{ facts: { operation: 'receiveCloudbedsEvent', status: 503 } }]);
    await failing.close();
  });
});

const proto = `{"event":"guest/created","timestamp":1,"__proto__":{"propertyid":"54321"},"constructor":{"prototype":{}}}`;

describe('bad input', () => {
  test.each([
    ['nothing', '', 400],
    ['half a JSON text', '{"event":', 400],
    ['no JSON', 'event=guest/created', 400],
    ['bytes that are no text', Buffer.from([0xff, 0xfe, 0x00, 0x80]), 400],
    ['a text', '"guest/created"', 400],
    ['a number', '17', 400],
    ['null', 'null', 400],
    ['a list', `[${JSON.stringify(bell)}]`, 400],
    ['an empty object', '{}', 400],
    ['a name of the wrong type', '{"event":["guest/created"]}', 400],
    ['a guest of the wrong type', '{"event":"guest/created","guestID":{"id":1}}', 400],
    ['lists nested without end', '['.repeat(100_000) + ']'.repeat(100_000), 400],
    ['objects nested without end', `{"a":`.repeat(40_000) + '1' + '}'.repeat(40_000), 400],
    ['something deep inside an event', `{"event":"guest/created","a":${'['.repeat(5_000)}${']'.repeat(5_000)}}`, 400],
    ['a body beyond the limit', `{"event":"guest/created","a":"${'x'.repeat(256 * 1024)}"}`, 413],
    ['a body far beyond the limit', 'x'.repeat(3 * 1024 * 1024), 413],
    ['a compressed body', gzipSync(JSON.stringify(bell)), 415],
    ['keys given twice', '{"event":1,"event":"guest/created","timestamp":1}', 200],
    ['prototypes', proto, 200],
    ['very many keys', JSON.stringify({ ...bell, ...Object.fromEntries(Array(5_000).entries()) }), 200],
  ])('%s is answered and never breaks anything', async (_, body, status) => {
    const headers: Record<string, string> = status === 415 ? { 'Content-Encoding': 'gzip' } : {};
    const answer = await ring(body, headers);
    expect(answer.status).toBe(status);
    expect(fixture.loggedErrors).toEqual([]);
    await ring(JSON.stringify(bell)).expect(200);
    expect(({} as Record<string, unknown>).propertyid).toBeUndefined();
  });

  test('is counted by its reason, and quoted nowhere', async () => {
    const answer = await ring('{"event":"guest/created","guestID":"Maria Canary"}');
    expect(answer.body).toMatchObject({ code: 'request_invalid', errors: [{ path: '/guestid' }] });
    expect(answer.text).not.toContain('Canary');
    expect(await fixture.metrics.toText()).toContain('events_rejected_total{reason="request_invalid"} 1');
  });

  test('that is cut off in the middle is counted and breaks nothing', async () => {
    const rejected = Promise.withResolvers<unknown>();
    const metrics = { ...createMetrics(), count: (_: string, labels: unknown) => rejected.resolve(labels) };
    const cut = await createHttpFixture({ metrics });
    const server = await startHttpServer(cut.app, { host: '127.0.0.1', port: 0, closeTimeoutMs: 50 });
    const socket = connect(Number(new URL(server.url).port), '127.0.0.1');
    socket.write(`POST ${webhookPath} HTTP/1.1\r\nHost: a\r\nContent-Length: 100\r\n\r\n{"event":`, () => socket.end());
    expect(await rejected.promise).toEqual({ reason: 'request_invalid' });
    expect(cut.loggedErrors).toEqual([]);
    await server.close();
    await cut.close();
  });

  test('to a broken path is a bad request', async () => {
    await request(fixture.app).post('/webhooks/cloudbeds/%E0%A4%A').send(bell).expect(400);
    expect(fixture.loggedErrors).toEqual([]);
  });

  test('the property that was rung is the one that counts', async () => {
    await ring(JSON.stringify(bell)).expect(200);
    const [job] = await fixture.store.transaction(({ jobs }) =>
      jobs.claim({
        kinds: ['sync-property'],
        limit: 10,
        now: '2026-11-23T09:20:00.000Z',
        leaseUntil: '2026-11-23T09:21:00.000Z',
      }),
    );
    expect(job?.payload).toEqual({ propertyId });
  });
});
