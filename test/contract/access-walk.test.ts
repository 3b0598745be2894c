import { randomUUID } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { everyProperty, type Grant, isAtLeast, type Role, roles } from '../../src/domain/access.ts';
import { accessTable, isOpen, type Place, type RoleRule } from '../../src/http/access/access-table.ts';
import type { HttpParts } from '../../src/http/http-parts.ts';
import type { Route } from '../../src/http/route.ts';
import { listRoutes } from '../../src/http/routes.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { addScreening, createHttpFixture, type HttpFixture, now, propertyId } from '../unit/http/http-fixture.ts';
import { signInAs, type SignedInHeaders } from '../unit/http/staff.ts';

const foreignPropertyId = '777';

type Params = Readonly<Record<string, string>>;

let fixture: HttpFixture;
let server: Server;
let url = '';
let own: Record<Place, Params>;
let foreign: Record<Place, Params>;
const unknown: Record<Place, Params> = {
  property: { propertyId: 'nowhere' },
  screening: { id: 'nobody' },
  all: {},
  any: {},
};
/** Of each role at the one property, and at all. */
const at = new Map<string, SignedInHeaders>();

beforeAll(async () => {
  fixture = await createHttpFixture();
  const { store } = fixture;
  await store.transaction(async ({ properties }) => {
    await properties.save({ id: foreignPropertyId, name: 'Other', timeZone: 'UTC', webhookSecret: 'other' });
  });
  own = { property: { propertyId }, screening: { id: await addScreening(store, { guestId: '1' }) }, all: {}, any: {} };
  const foreignScreening = await addForeignScreening();
  foreign = { property: { propertyId: foreignPropertyId }, screening: { id: foreignScreening }, all: {}, any: {} };
  for (const role of roles) {
    at.set(`here ${role}`, await signInAs(store, toGrants(propertyId, role)));
    at.set(`everywhere ${role}`, await signInAs(store, toGrants(everyProperty, role)));
  }
  at.set('nowhere', await signInAs(store, []));
  server = createServer(fixture.app).listen(0, '127.0.0.1');
  await new Promise((resolve) => server.once('listening', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(async () => {
  server.closeAllConnections();
  server.close();
  await fixture.close();
});

const routes = listRoutes({ health: {}, access: {} } as HttpParts, loadOpenApiDocument('service'));
const ruled = routes.flatMap((route) => {
  const rule = accessTable[route.operationId];
  return typeof rule === 'object' ? [[route.operationId, rule, route] as const] : [];
});
const local = ruled.filter(([, rule]) => rule.at === 'property' || rule.at === 'screening');

describe('whoever is unknown', () => {
  test.each(
    routes
      .filter(({ operationId }) => !isOpen(accessTable[operationId]))
      .map((route) => [route.operationId, route] as const),
  )('is not let in by %s', async (_, route) => {
    expect(await ask(route, { params: {} })).toMatchObject({ status: 401, body: { code: 'token_missing' } });
  });
});

describe.each(roles)('%s of one property', (role) => {
  test.each(ruled)('meets at %s what the table says', async (_, rule, route) => {
    const { status, body } = await ask(route, { params: own[rule.at], as: at.get(`here ${role}`) });
    if (isLetIn(rule, role)) expect([401, 403]).not.toContain(status);
    else expect({ status, code: toCode(body) }).toEqual({ status: 403, code: 'access_denied' });
  });

  test.each(local)('finds at %s nothing of another property', async (_, rule, route) => {
    const as = at.get(`here ${role}`);
    const answer = await ask(route, { params: foreign[rule.at], as });
    expect(answer).toEqual(await ask(route, { params: unknown[rule.at], as }));
    expect(answer.status).toBe(404);
  });
});

describe.each(roles)('%s of every property', (role) => {
  test.each(ruled)('meets at %s what the table says', async (_, rule, route) => {
    const { status, body } = await ask(route, { params: foreign[rule.at], as: at.get(`everywhere ${role}`) });
    if (isAtLeast(role, rule.least)) expect([401, 403]).not.toContain(status);
    else expect({ status, code: toCode(body) }).toEqual({ status: 403, code: 'access_denied' });
  });
});

describe('whoever has no role anywhere', () => {
  test.each(ruled)('gets nothing of %s', async (_, rule, route) => {
    const { status } = await ask(route, { params: own[rule.at], as: at.get('nowhere') });
    expect(status).toBe(rule.at === 'all' || rule.at === 'any' ? 403 : 404);
  });
});

test('the gate knows one place from another: a role at one property is none at all of them', () => {
  expect(isLetIn({ least: 'admin', at: 'all' }, 'admin')).toBe(false);
});

function isLetIn(rule: RoleRule, role: Role): boolean {
  return rule.at !== 'all' && isAtLeast(role, rule.least);
}

function toGrants(where: string, role: Role): readonly Grant[] {
  return [{ propertyId: where, role }];
}

interface Asked {
  readonly params: Params;
  readonly as?: SignedInHeaders | undefined;
}

/** With a body that no operation takes: what is let in is refused for its form, so that the walk changes next to nothing. */
async function ask({ method, path }: Route, { params, as }: Asked) {
  const address = path.replace(/\{(\w+)\}/g, (_, name: string) => params[name] ?? 'x');
  const gone = new AbortController();
  const response = await fetch(url + address, {
    method: method.toUpperCase(),
    headers: { ...as, 'content-type': 'application/json' },
    ...(method !== 'get' && { body: '{"walked":true}' }),
    signal: gone.signal,
    redirect: 'manual',
  });
  const { status } = response;
  const isProblem = response.headers.get('content-type') === 'application/problem+json';
  const body: unknown = isProblem ? await response.json() : undefined;
  if (!isProblem) gone.abort();
  return { status, body };
}

function toCode(body: unknown): unknown {
  return (body as { code?: unknown } | undefined)?.code;
}

async function addForeignScreening(): Promise<string> {
  const key = { propertyId: foreignPropertyId, reservationId: 'R9', guestId: '9' };
  const id = randomUUID();
  await fixture.store.transaction(async ({ subjects, screenings }) => {
    const stay = { arrivesOn: '2026-12-01', departsOn: '2026-12-02', adults: 1, children: 0, isMainGuest: true };
    const fields = { firstName: 'Nuno', lastName: 'Alves', ...stay };
    await subjects.save({ ...key, reservationStatus: 'confirmed', fields }, { fingerprint: 'f', isActive: true });
    await screenings.add({ ...key, id, fingerprint: 'f', createdAt: now });
  });
  return id;
}
