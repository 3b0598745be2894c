import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { parse } from 'csv-parse/sync';
import request from 'supertest';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import type { Role } from '../../src/domain/access.ts';
import type { User } from '../../src/ports/users.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import type { OperationId } from '../../src/http/route.ts';
import {
  addScreening,
  adminToken,
  createHttpFixture,
  type HttpFixture,
  now,
  propertyId,
} from '../unit/http/http-fixture.ts';
import { addUser } from '../unit/http/staff.ts';

const validators = getOperationValidators(loadOpenApiDocument('service'));
const csvPath = `/api/v1/properties/${propertyId}/screenings.csv`;

let fixture: HttpFixture;
beforeEach(async () => {
  fixture = await createHttpFixture();
});
afterEach(() => fixture.close());

const bearer = { Authorization: `Bearer ${adminToken}` };
const get = (path: string) => request(fixture.app).get(path).set(bearer);

async function read(operationId: OperationId, path: string, status = 200): Promise<Record<string, unknown>> {
  const answer = await get(path);
  expect({
    status: answer.status,
    problems: validators.validateAnswer(operationId, answer.status, answer.body),
  }).toEqual({
    status,
    problems: [],
  });
  return answer.body as Record<string, unknown>;
}

test('figures of several properties go up to the day that it is where the day is furthest', async () => {
  await fixture.close();
  fixture = await createHttpFixture({ clock: { now: () => '2026-11-23T22:30:00.000Z' } });
  const tokyo = { id: 'T1', name: 'Hotel Ueno', timeZone: 'Asia/Tokyo', webhookSecret: 'of T1' };
  await fixture.store.transaction((rows) => rows.properties.save(tokyo));
  const toDays = async (query: string) => {
    const { from, to } = await read('getStatistics', `/api/v1/statistics${query}`);
    return [from, to];
  };
  expect(await toDays('')).toEqual(['2026-08-27', '2026-11-24']);
  expect(await toDays(`?properties=${propertyId}`)).toEqual(['2026-08-26', '2026-11-23']);
});

test('arrivals from the last day of the calendar are those of that day', async () => {
  const path = `/api/v1/properties/${propertyId}/arrivals?from=9999-12-31`;
  expect(await read('listArrivals', path)).toMatchObject({ from: '9999-12-31', to: '9999-12-31' });
});

describe('the list of properties', () => {
  test('tells what day it is there, and how it stands with those who arrive today', async () => {
    await addScreening(fixture.store, { guestId: '1', arrivesOn: '2026-11-23' });
    await addScreening(fixture.store, { guestId: '2', arrivesOn: '2026-11-23', isOpen: true });
    await addScreening(fixture.store, { guestId: '3', arrivesOn: '2026-11-24' });
    expect((await read('listProperties', '/api/v1/properties')).items).toMatchObject([
      { id: propertyId, today: '2026-11-23', tonight: { guests: 2, cleared: 0, needPerson: 1, underWay: 1 } },
    ]);
  });

  test('tells when the PMS last rang, and null where it never did', async () => {
    const lastEventAt = async () => {
      const { items } = await read('listProperties', '/api/v1/properties');
      return (items as { lastEventAt: unknown }[]).map((item) => item.lastEventAt);
    };
    expect(await lastEventAt()).toEqual([null]);
    await fixture.store.transaction((rows) => rows.syncStates.noteEvents(propertyId, { firstAt: now, lastAt: now }));
    expect(await lastEventAt()).toEqual([now]);
  });

  test('tell how far they are followed', async () => {
    const path = `/api/v1/properties/${propertyId}/sync`;
    expect(await read('getSyncState', path)).toMatchObject({ standing: 'not_yet', lastSyncAt: null });
    await fixture.store.transaction(async (rows) => {
      await rows.properties.moveWatermark(propertyId, now);
      await rows.syncStates.noteSynced(propertyId, { startedAt: now, at: now });
      await rows.syncStates.addGaps(propertyId, { foundBy: 'sweep', count: 2, at: now });
      await rows.appErrors.open({ propertyId, cause: 'field_missing', about: 'screening_status', at: now });
    });
    expect(await read('getSyncState', path)).toMatchObject({
      ...{ standing: 'up_to_date', syncedThrough: now, lastSyncAt: now, oldestUnsyncedAt: null },
      gaps: { bySync: { count: 0, lastAt: null }, bySweep: { count: 2, lastAt: now } },
      troubles: [{ cause: 'field_missing', about: 'screening_status', toldAt: null }],
    });
  });
});

describe('the export', () => {
  const toRows = (text: string) => parse<Record<string, string>>(text, { columns: true, bom: true });

  test('has every guest in the order of arrival, over more than one page of the store', async () => {
    for (let guest = 0; guest < 201; guest += 1) {
      await addScreening(fixture.store, {
        guestId: String(guest),
        arrivesOn: `2026-12-${String(31 - (guest % 28)).padStart(2, '0')}`,
      });
    }
    const { text, headers } = await get(csvPath);
    expect(headers).toMatchObject({
      'content-type': 'text/csv; charset=utf-8; header=present',
      'content-disposition': 'attachment; filename="screenings.csv"',
      'cache-control': 'no-store',
    });
    const rows = toRows(text);
    expect(new Set(rows.map(({ guest_id }) => guest_id)).size).toBe(201);
    expect(rows.map(({ arrival }) => arrival)).toEqual(rows.map(({ arrival }) => arrival).sort());
    expect(rows[0]).toMatchObject({ guest: 'Maria Santos', outcome: 'review', pms: 'pending', status: 'completed' });
  });

  test('is narrowed as the list is, and begins with the byte order mark unless it should not', async () => {
    await addScreening(fixture.store, { guestId: '1', arrivesOn: '2026-12-01' });
    await addScreening(fixture.store, { guestId: '2', arrivesOn: '2026-12-02' });
    const { text } = await get(`${csvPath}?arrivalFrom=2026-12-02&bom=false`);
    expect([text.startsWith('arrival,'), toRows(text).map(({ guest_id }) => guest_id)]).toEqual([true, ['2']]);
    expect((await get(csvPath)).text.startsWith('\uFEFFarrival,')).toBe(true);
    expect(toRows((await get(`${csvPath}?q=!`)).text)).toEqual([]);
  });

  test('never lets a name run as a formula', async () => {
    await addScreening(fixture.store, { guestId: '1', lastName: 'x' });
    await addScreening(fixture.store, { guestId: '=2+5', lastName: '"quoted", and\nbroken' });
    const rows = toRows((await get(csvPath)).text);
    expect(rows.map(({ guest_id }) => guest_id).sort()).toEqual(["'=2+5", '1']);
    expect(rows.map(({ guest }) => guest)).toContain('Maria "quoted", and\nbroken');
  });

  test('of a property that is not connected, or with a filter that there is not, is a problem', async () => {
    expect((await read('exportScreenings', '/api/v1/properties/777/screenings.csv', 404)).code).toBe(
      'property_unknown',
    );
    expect(await read('exportScreenings', `${csvPath}?stauts=x`, 400)).toMatchObject({ errors: [{ path: '/stauts' }] });
  });
});

test('who can look after a review are those who may and have signed in, by name', async () => {
  const grants = (role: Role, where = propertyId) => [{ propertyId: where, role }];
  const people: readonly Partial<User>[] = [
    { name: 'Rui Prata', grants: grants('reviewer') },
    { name: 'Ana Reis', grants: grants('admin', '*') },
    { name: 'At the desk', grants: grants('desk') },
    { name: 'Elsewhere', grants: grants('manager', '777') },
    { name: 'Not yet here', grants: grants('manager'), state: 'invited' },
    { name: 'Not here any more', grants: grants('manager'), state: 'disabled' },
  ];
  const ids = new Map<string, string>();
  for (const facts of people) {
    const { id, name } = await addUser(fixture.store, facts);
    ids.set(name, id);
  }
  const path = `/api/v1/properties/${propertyId}/reviewers`;
  const items = ['Ana Reis', 'Rui Prata'].map((name) => ({ id: ids.get(name), name }));
  expect((await read('listReviewers', path)).items).toEqual(items);
  const id = await addScreening(fixture.store, { guestId: '1' });
  const assign = (to: string) =>
    request(fixture.app)
      .put(`/api/v1/screenings/${id}/assignment`)
      .set(bearer)
      .send({ to: ids.get(to) });
  expect((await assign('Rui Prata')).body).toMatchObject({ assignee: 'Rui Prata' });
  expect((await assign('Not here any more')).status).toBe(400);
});

test('the policy in force is told as data and in words', async () => {
  const policy = await read('getPolicy', `/api/v1/properties/${propertyId}/policy`);
  expect(policy).toMatchObject({ policy: { name: 'default', version: '1' } });
  const houseList = (policy.providers as { provider: string; sentences: string[] }[]).find(
    ({ provider }) => provider === 'house-list',
  );
  expect(houseList?.sentences).toEqual([
    'A possible match means review.',
    'A likely match means flagged.',
    'A strong match means flagged.',
    'Required: without an answer nobody is clear.',
  ]);
  expect(policy.sentences).toContain('A trusted guest is excused possible and likely matches of: Booking rules.');
  expect((await read('getPolicy', '/api/v1/properties/777/policy', 404)).code).toBe('property_unknown');
});

describe('the reference page', () => {
  test('shows every operation and every shape, and no link in it leads nowhere', async () => {
    const { text, headers } = await request(fixture.app).get('/api/v1/');
    expect(headers['content-type']).toBe('text/html; charset=utf-8');
    const ids = new Set([...text.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id));
    const document = loadOpenApiDocument('service');
    const operations = Object.values(document.paths).flatMap((item) =>
      Object.values(item).map(({ operationId }) => operationId),
    );
    expect(operations.filter((id) => !ids.has(id))).toEqual([]);
    const links = [...text.matchAll(/href="#([^"]+)"/g)].map(([, target]) => target);
    expect(links.filter((target) => !ids.has(target))).toEqual([]);
    expect(text).not.toContain('[object Object]');
    expect(text).not.toContain('undefined');
  });

  test('runs nothing: it has no script, and its policy lets none in', async () => {
    const { text, headers } = await request(fixture.app).get('/api/v1/');
    expect(text).not.toMatch(/<script|javascript:| on\w+=/i);
    expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[\w+/=]+'/);
  });
});
