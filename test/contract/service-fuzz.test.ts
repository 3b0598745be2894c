import { createServer, request as send, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { afterAll, beforeAll, beforeEach, expect, test } from '@jest/globals';
import fc from 'fast-check';
import { listOperations, loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import {
  addTaken,
  canary,
  fillFuzzHouse,
  type Make,
  otherProperty,
  signInFuzzer,
  toKnownFields,
} from '../support/fuzz-house.ts';
import { type FuzzRequest, type KnownIds, toRequests } from '../support/fuzz-requests.ts';
import { adminToken, createHttpFixture, type HttpFixture, propertyId } from '../unit/http/http-fixture.ts';
import type { SignedInHeaders } from '../unit/http/staff.ts';

// Same requests in every run. FUZZ_RUNS=500 looks further, FUZZ_SEED elsewhere.
const seed = Number(process.env.FUZZ_SEED ?? 20_261_128);
const numRuns = Number(process.env.FUZZ_RUNS ?? 12);
const patienceMs = 60_000;

const document = loadOpenApiDocument('service');
const validators = getOperationValidators(document);
// A stream has no end that could be waited for; test/flow/live-stream.test.ts is about it.
const operations = listOperations(document).filter(({ operation }) => operation.operationId !== 'followProperty');

let fixture: HttpFixture;
let server: Server;
let ids: KnownIds;
/** Of whoever is signed in at the first property alone; another in each test, since some operations end it. */
let limited: SignedInHeaders;

const bearer = { authorization: `Bearer ${adminToken}` };

beforeAll(async () => {
  fixture = await createHttpFixture();
  server = createServer(fixture.app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  ids = await fillFuzzHouse(fixture.store, make);
}, patienceMs);

beforeEach(async () => {
  const { headers, sessionIds } = await signInFuzzer(fixture.store);
  limited = headers;
  ids = { ...ids, sessionId: sessionIds };
});

afterAll(async () => {
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  await fixture.close();
});

const toWorld = () => ({ document, ids, fields: toKnownFields(ids) });

const make: Make = async (path, thing, method = 'POST') => {
  const headers = { 'content-type': 'application/json' };
  const sent = method === 'GET' ? {} : { body: JSON.stringify(thing) };
  const { status, body } = await ask(bearer, { method, path: `/api/v1${path}`, headers, ...sent });
  expect(`${status} ${body}`).toMatch(/^20[01] /);
  return JSON.parse(body) as unknown;
};

interface FuzzAnswer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
}

function ask(who: Readonly<Record<string, string>>, { method, path, headers, body }: FuzzRequest): Promise<FuzzAnswer> {
  const { port } = server.address() as AddressInfo;
  return new Promise((resolve, reject) => {
    const options = {
      host: '127.0.0.1',
      port,
      method,
      path,
      headers: { ...headers, ...who },
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

test('the admin of one property sees that one, and there is more that could be seen', async () => {
  const list = (property: string) => ({
    method: 'GET',
    path: `/api/v1/properties/${property}/screenings`,
    headers: {},
  });
  expect((await ask(limited, list(propertyId))).body).toContain('"items":[{');
  expect((await ask(limited, list(otherProperty))).status).toBe(404);
  expect((await ask(bearer, list(otherProperty))).body).toContain(canary);
});

test.each(operations.map((located) => [located.operation.operationId, located] as const))(
  '%s answers whatever it is asked as it is described, and never with a failure of its own',
  async (operationId, located) => {
    ids = { ...ids, ...(await addTaken(fixture.store, located.path)) };
    const property = fc.asyncProperty(toRequests(located, toWorld()), async (request) => {
      check(operationId, await ask(bearer, request));
    });
    await fc.assert(property, { seed, numRuns });
  },
  patienceMs,
);

test.each(operations.map((located) => [located.operation.operationId, located] as const))(
  '%s tells one property nothing of another',
  async (operationId, located) => {
    ids = { ...ids, ...(await addTaken(fixture.store, located.path)) };
    const property = fc.asyncProperty(toRequests(located, toWorld()), async (request) => {
      const answer = await ask(limited, request);
      check(operationId, answer);
      expect(answer.body).not.toContain(canary);
    });
    await fc.assert(property, { seed: seed + 1, numRuns });
  },
  patienceMs,
);
