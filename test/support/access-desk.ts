import { afterEach, beforeEach, expect } from '@jest/globals';
import request, { type Response } from 'supertest';
import type { OperationId } from '../../src/http/route.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import { adminToken, createHttpFixture, type FixtureParts, type HttpFixture, now } from '../unit/http/http-fixture.ts';
import { password, type SignedInHeaders, toHeaders } from '../unit/http/staff.ts';

type Headers = Readonly<Record<string, string>>;

const validators = getOperationValidators(loadOpenApiDocument('service'));

/** What a page of the service sends. */
export const page = { 'Sec-Fetch-Site': 'same-origin' };
export const bearer = { Authorization: `Bearer ${adminToken}` };

/** A service with a new store for each test, and somebody at its door. */
export function openAccessDesk(parts: FixtureParts = {}) {
  let fixture: HttpFixture;
  let time = now;
  beforeEach(async () => {
    time = now;
    fixture = await createHttpFixture({ clock: { now: () => time }, ...parts });
  });
  afterEach(() => fixture.close());
  const post = (path: string, body: object, headers: Headers = page) =>
    request(fixture.app).post(`/api/v1${path}`).set(headers).send(body);
  return {
    fixture: () => fixture,
    now: () => time,
    pass: (ms: number) => {
      time = new Date(Date.parse(time) + ms).toISOString();
    },
    post,
    get: (path: string, headers: Headers) => request(fixture.app).get(`/api/v1${path}`).set(headers),
    patch: (path: string, body: object, headers: Headers) =>
      request(fixture.app).patch(`/api/v1${path}`).set(headers).send(body),
    remove: (path: string, headers: Headers) => request(fixture.app).delete(`/api/v1${path}`).set(headers),
    signIn: (email: string, given = password) => post('/session', { email, password: given }),
  };
}

/** Its status and code, once it has been held against the description. */
export function check(operationId: OperationId, answer: Response): { readonly status: number; readonly code?: string } {
  const body = answer.status === 204 ? undefined : (answer.body as unknown);
  expect(validators.validateAnswer(operationId, answer.status, body)).toEqual([]);
  const { code } = answer.body as { code?: string };
  return { status: answer.status, ...(code !== undefined && { code }) };
}

/** What the browser sends after such an answer. */
export function toSession(answer: Response): SignedInHeaders {
  const [cookie = ''] = (answer.headers['set-cookie'] as unknown as string[] | undefined) ?? [];
  return toHeaders(/^__Host-session=([^;]*)/.exec(cookie)?.[1] ?? '');
}
