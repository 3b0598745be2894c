import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listOperations, loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { createOperationValidators } from '../../src/openapi/operation-validators.ts';
import { type FuzzRequest, type KnownIds, toRequests } from '../support/fuzz-requests.ts';
import {
  addScreening,
  adminToken,
  createHttpFixture,
  type HttpFixture,
  now,
  propertyId,
} from '../unit/http/http-fixture.ts';

// Same requests in every run. FUZZ_RUNS=500 looks further, FUZZ_SEED elsewhere.
const seed = Number(process.env.FUZZ_SEED ?? 20_261_128);
const numRuns = Number(process.env.FUZZ_RUNS ?? 12);
const patienceMs = 60_000;

const document = loadOpenApiDocument('service');
const validators = createOperationValidators(document);
// A stream has no end that could be waited for; test/flow/live-stream.test.ts is about it.
const operations = listOperations(document).filter(({ operation }) => operation.operationId !== 'followProperty');

const otherProperty = '67890';
const canary = 'Zwitscherkanari';

let fixture: HttpFixture;
let server: Server;
let ids: KnownIds;
let limitedToken: string;

beforeAll(async () => {
  fixture = await createHttpFixture();
  server = createServer(fixture.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const own = await addScreening(fixture.store, { guestId: '1' });
  const other = await addToOther();
  ids = {
    propertyId: [propertyId, propertyId, otherProperty],
    id: [own, own, other],
    entryId: [await addBan(propertyId, 'Ana Example'), await addBan(otherProperty, `Ada ${canary}`)],
    guestId: ['1', '9'],
    profileId: [
      await addProfile(propertyId, 'One'),
      await addProfile(propertyId, 'Two'),
      await addProfile(otherProperty, canary),
    ],
    listId: ['un-sc'],
  };
  const wanted = { name: 'Fuzz', scope: 'manage', propertyIds: [propertyId], expiresAt: '2027-01-01T00:00:00Z' };
  const made = await ask(adminToken, { method: 'POST', path: '/api/v1/tokens', ...toJson(wanted) });
  expect(made.status).toBe(201);
  limitedToken = (JSON.parse(made.body) as { secret: string }).secret;
}, patienceMs);

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await fixture.close();
});

const toJson = (body: object) => ({ headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) });

async function addToOther(): Promise<string> {
  const id = '00000000-0000-4000-8000-000000000001';
  const key = { propertyId: otherProperty, reservationId: `R-${canary}`, guestId: '9' };
  const fields = { firstName: 'Ada', lastName: canary, isMainGuest: true, adults: 1, children: 0 };
  await fixture.store.transaction(async (rows) => {
    await rows.properties.save({ id: otherProperty, name: canary, timeZone: 'UTC', webhookSecret: 'other-secret' });
    await rows.subjects.save(
      {
        ...key,
        reservationStatus: 'confirmed',
        fields: { ...fields, arrivesOn: '2026-12-01', departsOn: '2026-12-02' },
      },
      { fingerprint: 'f', isActive: true },
    );
    await rows.screenings.add({ ...key, id, fingerprint: 'f', createdAt: now });
  });
  return id;
}

const addBan = (property: string, name: string) =>
  add(`/api/v1/properties/${property}/house-list`, { kind: 'ban', names: [name], reason: `About ${name}` });

const addProfile = (property: string, lastName: string) =>
  add(`/api/v1/properties/${property}/profiles`, { firstName: 'Maria', lastName });

async function add(path: string, thing: object): Promise<string> {
  const { status, body } = await ask(adminToken, { method: 'POST', path, ...toJson(thing) });
  expect(`${status} ${body}`).toMatch(/^201 /);
  return (JSON.parse(body) as { id: string }).id;
}

interface FuzzAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

function ask(token: string, { method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...headers, authorization: `Bearer ${token}` },
    };
    const asked = send(options, (answer) => {
      read(answer).then(resolve, reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
}

async function read(answer: IncomingMessage): Promise<FuzzAnswer> {
  return { status: answer.statusCode ?? 0, type: answer.headers['content-type'] ?? '', body: await text(answer) };
}

function check(operationId: string, { status, type, body }: FuzzAnswer): void {
  if (status >= 500) throw new Error(`${status} ${body}; ${JSON.stringify(fixture.loggedErrors.at(-1), toPlain)}`);
  if (!type.includes('json')) return;
  const json = JSON.parse(body) as { code?: string; errors?: { path: string; message: string }[] };
  expect(validators.validateAnswer(operationId, status, json)).toEqual([]);
  if (json.code === 'request_invalid') expect(json.errors ?? []).not.toEqual([]);
}

function toPlain(_name: string, value: unknown): unknown {
  return value instanceof Error ? value.stack : value;
}

test('a token of one property sees that one, and there is more that it could see', async () => {
  const list = (property: string) => ({
    method: 'GET',
    path: `/api/v1/properties/${property}/screenings`,
    headers: {},
  });
  expect((await ask(limitedToken, list(propertyId))).body).toContain('"items":[{');
  expect((await ask(limitedToken, list(otherProperty))).status).toBe(404);
  expect((await ask(adminToken, list(otherProperty))).body).toContain(canary);
});

test.each(operations.map((located) => [located.operation.operationId, located] as const))(
  '%s answers whatever it is asked as it is described, and never with a failure of its own',
  async (operationId, located) => {
    const property = fc.asyncProperty(toRequests(located, document, ids), async (request) => {
      check(operationId, await ask(adminToken, request));
    });
    await fc.assert(property, { seed, numRuns });
  },
  patienceMs,
);

test.each(operations.map((located) => [located.operation.operationId, located] as const))(
  '%s tells one property nothing of another',
  async (operationId, located) => {
    const property = fc.asyncProperty(toRequests(located, document, ids), async (request) => {
      const answer = await ask(limitedToken, request);
      check(operationId, answer);
      expect(answer.body).not.toContain(canary);
    });
    await fc.assert(property, { seed: seed + 1, numRuns });
  },
  patienceMs,
);
