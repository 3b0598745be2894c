import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import request, { type Test } from 'supertest';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import type { OperationId } from '../../src/http/route.ts';
import {
  addBuriedJob,
  addScreening,
  adminToken,
  createHttpFixture,
  type HttpFixture,
  propertyId,
  webhookPath,
} from '../unit/http/http-fixture.ts';

const validators = getOperationValidators(loadOpenApiDocument('service'));
const listPath = `/api/v1/properties/${propertyId}/screenings`;
const houseListPath = `/api/v1/properties/${propertyId}/house-list`;
const person = { kind: 'ban', names: ['João Example'], phones: ['+351 21 000 0000'], reason: ' Left without paying ' };

let fixture: HttpFixture;

beforeEach(async () => {
  fixture = await createHttpFixture();
});

afterEach(() => fixture.close());

const as = (asked: Test) => asked.set('Authorization', `Bearer ${adminToken}`);
const get = (path: string) => as(request(fixture.app).get(path));
const post = (path: string, body?: object) => as(request(fixture.app).post(path)).send(body);

/** The body, once it has been held against the description. */
async function check(operationId: OperationId, asked: Test, status: number): Promise<Record<string, unknown>> {
  const answer = await asked;
  expect({ status: answer.status, body: status === answer.status ? {} : (answer.body as unknown) }).toEqual({
    status,
    body: {},
  });
  const body = status === 204 ? undefined : (answer.body as Record<string, unknown>);
  expect(validators.validateAnswer(operationId, status, body)).toEqual([]);
  return body ?? {};
}

const toItems = (body: Record<string, unknown>) => body.items as Record<string, unknown>[];

describe('screenings', () => {
  test('are listed in the order of arrival, page by page, to the end', async () => {
    const ids: string[] = [];
    for (const day of ['03', '01', '02', '04', '05']) {
      ids.push(await addScreening(fixture.store, { guestId: day, arrivesOn: `2026-12-${day}` }));
    }
    const seen: unknown[] = [];
    let cursor: string | null | undefined;
    do {
      const query = cursor === undefined ? '' : `&cursor=${cursor ?? ''}`;
      const page = await check('listScreenings', get(`${listPath}?limit=2${query}`), 200);
      seen.push(...toItems(page).map(({ guestId }) => guestId));
      cursor = page.nextCursor as string | null;
    } while (cursor !== null);
    expect(seen).toEqual(['01', '02', '03', '04', '05']);
  });

  test('have the shape that others rely on', async () => {
    const id = await addScreening(fixture.store, { guestId: '1' });
    const [item] = toItems(await check('listScreenings', get(listPath), 200));
    expect(item).toMatchObject({
      id,
      propertyId,
      reservationId: 'R1',
      guestId: '1',
      guestName: 'Maria Santos',
      arrivalDate: '2026-12-01',
      status: 'completed',
      outcome: 'review',
      findings: [{ provider: 'booking-rules', result: 'match', reasons: [{ code: 'booking_rules.one_night' }] }],
      decision: null,
      writeBack: { state: 'pending', at: null },
    });
  });

  test.each([
    ['status=completed', ['1', '2']],
    ['status=in_progress', ['3']],
    ['outcome=review', ['1', '2']],
    ['outcome=clear', []],
    ['arrivalFrom=2026-12-02', ['2', '3']],
    ['arrivalTo=2026-12-02', ['1', '2']],
    ['arrivalFrom=2026-12-02&arrivalTo=2026-12-02', ['2']],
    ['q=sant', ['1']],
    ['q=SÁNTOS', ['1']],
    ['q=maria', ['1', '2', '3']],
    ['q=2@example.com', ['2']],
    ['q=R3', ['3']],
    ['q=', ['1', '2', '3']],
    ['q=!', []],
    ['q=nobody', []],
  ])('can be asked for by %s', async (query, guestIds) => {
    await addScreening(fixture.store, { guestId: '1', arrivesOn: '2026-12-01' });
    await addScreening(fixture.store, { guestId: '2', arrivesOn: '2026-12-02', lastName: 'Öz' });
    await addScreening(fixture.store, { guestId: '3', arrivesOn: '2026-12-03', lastName: 'Li', isOpen: true });
    const page = await check('listScreenings', get(`${listPath}?${encodeURI(query)}`), 200);
    expect(toItems(page).map(({ guestId }) => guestId)).toEqual(guestIds);
  });

  test.each([
    ['limit=0', '/limit'],
    ['limit=201', '/limit'],
    ['limit=ten', '/limit'],
    ['limit=1&limit=2', '/limit'],
    ['status=done', '/status'],
    ['outcome=good', '/outcome'],
    ['arrivalFrom=2026-02-30', '/arrivalFrom'],
    ['arrivalTo=tomorrow', '/arrivalTo'],
    ['cursor=made-up', '/cursor'],
    ['stauts=completed', '/stauts'],
    [`q=${'x'.repeat(201)}`, '/q'],
  ])('are not listed for %s, which is named', async (query, path) => {
    const problem = await check('listScreenings', get(`${listPath}?${query}`), 400);
    expect(problem).toMatchObject({ code: 'request_invalid', errors: [{ path }] });
  });

  test('of a property that is not connected are a problem, not an empty list', async () => {
    const problem = await check('listScreenings', get('/api/v1/properties/777/screenings'), 404);
    expect(problem.code).toBe('property_unknown');
  });

  test('come one by one with why, and with what happened', async () => {
    const id = await addScreening(fixture.store, { guestId: '1' });
    expect(await check('getScreening', get(`/api/v1/screenings/${id}`), 200)).toMatchObject({
      conclusion: { outcome: 'review', policy: { name: 'default', version: '1' } },
      timeline: [{ screeningId: id, event: 'found', actor: 'system' }],
    });
    const problem = await check('getScreening', get('/api/v1/screenings/unknown'), 404);
    expect(problem.code).toBe('screening_unknown');
  });
});

describe('a decision', () => {
  test('stands over the outcome, with its reason and who made it', async () => {
    const id = await addScreening(fixture.store, { guestId: '1' });
    const path = `/api/v1/screenings/${id}/decision`;
    const decided = await check('decideScreening', post(path, { decision: 'approved', reason: ' Known ' }), 200);
    expect(decided).toMatchObject({
      outcome: 'approved',
      decision: { decision: 'approved', reason: 'Known', decidedBy: 'admin' },
      conclusion: { outcome: 'review' },
    });
    const page = await check('listScreenings', get(`${listPath}?outcome=approved`), 200);
    expect(toItems(page)).toHaveLength(1);
  });

  test('about nobody is a problem', async () => {
    const asked = post('/api/v1/screenings/unknown/decision', { decision: 'declined', reason: 'x' });
    expect((await check('decideScreening', asked, 404)).code).toBe('screening_unknown');
  });
});

describe('screening again', () => {
  test('answers the new screening, which is the one that counts', async () => {
    const id = await addScreening(fixture.store, { guestId: '1' });
    const again = await check('rescreen', post(`/api/v1/screenings/${id}/rescreen`), 202);
    expect(again.id).not.toBe(id);
    const [item] = toItems(await check('listScreenings', get(listPath), 200));
    expect(item).toMatchObject({ id: again.id, status: 'in_progress', outcome: null });
    expect((await check('rescreen', post('/api/v1/screenings/unknown/rescreen', {}), 404)).code).toBe(
      'screening_unknown',
    );
  });
});

describe('the house list', () => {
  test('takes a person, shows it and forgets it', async () => {
    const entry = await check('addHouseListEntry', post(houseListPath, person), 201);
    expect(entry).toMatchObject({
      names: ['João Example'],
      emails: [],
      reason: 'Left without paying',
      createdBy: 'admin',
    });
    const path = `${houseListPath}/${String(entry.id)}`;
    expect(await check('getHouseListEntry', get(path), 200)).toEqual(entry);
    expect(toItems(await check('listHouseList', get(houseListPath), 200))).toEqual([entry]);
    await check('removeHouseListEntry', as(request(fixture.app).delete(path)), 204);
    expect(toItems(await check('listHouseList', get(houseListPath), 200))).toEqual([]);
    const problem = await check('getHouseListEntry', get(path), 404);
    expect(problem.code).toBe('house_list_entry_unknown');
    await check('removeHouseListEntry', as(request(fixture.app).delete(path)), 404);
  });

  test('comes page by page', async () => {
    for (const names of [['Ana One'], ['Ana Two'], ['Ana Three']]) await post(houseListPath, { ...person, names });
    const first = await check('listHouseList', get(`${houseListPath}?limit=2`), 200);
    const second = await check(
      'listHouseList',
      get(`${houseListPath}?limit=2&cursor=${String(first.nextCursor)}`),
      200,
    );
    expect([toItems(first).length, toItems(second).length, second.nextCursor]).toEqual([2, 1, null]);
  });

  test.each([
    ['nobody', { kind: 'ban', reason: 'x' }, '/names'],
    ['a name of signs only', { kind: 'ban', reason: 'x', names: ['!!'] }, '/names'],
    ['an empty list', { ...person, emails: [] }, '/emails'],
    ['a blank name', { ...person, names: [' '] }, '/names/0'],
    ['a kind that there is not', { ...person, kind: 'hate' }, '/kind'],
    ['no reason', { ...person, reason: undefined }, '/reason'],
    ['a birth date that there is not', { ...person, birthDate: '1990-02-30' }, '/birthDate'],
    ['a wrong type', { ...person, names: 'João' }, '/names'],
  ])('does not take %s', async (_, body, path) => {
    const problem = await check('addHouseListEntry', post(houseListPath, body), 400);
    expect(problem).toMatchObject({ code: 'request_invalid', errors: [{ path }] });
  });

  test('of a property that is not connected is a problem', async () => {
    await check('addHouseListEntry', post('/api/v1/properties/777/house-list', person), 404);
    await check('listHouseList', get('/api/v1/properties/777/house-list'), 404);
  });
});

describe('buried jobs', () => {
  test('are listed with why, and can be tried again', async () => {
    const id = await addBuriedJob(fixture.store);
    const figures = { waiting: 0, running: 0, buried: 1, nextDueAt: null };
    expect(await check('getJobFigures', get('/api/v1/jobs'), 200)).toEqual(figures);
    const page = await check('listBuriedJobs', get('/api/v1/jobs/buried'), 200);
    expect(toItems(page)).toMatchObject([
      { id, kind: 'sync-property', payload: { propertyId }, errorCode: 'pms_unauthorized' },
    ]);
    expect(await check('replayJob', post(`/api/v1/jobs/${id}/replay`), 202)).toEqual({ id });
    expect(toItems(await check('listBuriedJobs', get('/api/v1/jobs/buried'), 200))).toEqual([]);
    expect(await check('getJobFigures', get('/api/v1/jobs'), 200)).toMatchObject({ waiting: 1, buried: 0 });
    expect((await check('replayJob', post('/api/v1/jobs/unknown/replay'), 404)).code).toBe('job_unknown');
  });
});

describe('the rest', () => {
  test('properties come without their secrets', async () => {
    const body = await check('listProperties', get('/api/v1/properties'), 200);
    expect(body).toEqual({
      items: [
        {
          ...{ id: propertyId, name: 'Hotel Miramar', timeZone: 'Europe/Lisbon', today: '2026-11-23' },
          ...{ syncedThrough: null, lastSyncStartedAt: null, lastEventAt: null },
          tonight: { guests: 0, cleared: 0, needPerson: 0, underWay: 0 },
        },
      ],
    });
  });

  test('health, readiness, the description and an event answer as described', async () => {
    await check('getHealth', request(fixture.app).get('/healthz'), 200);
    await check('getReadiness', request(fixture.app).get('/readyz'), 200);
    const served = await check('getOpenApiDocument', request(fixture.app).get('/api/v1/openapi.json'), 200);
    expect(served).toEqual(loadOpenApiDocument('service'));
    const event = { event: 'guest/created', timestamp: 1, propertyID: propertyId, guestID: 1 };
    await check('receiveCloudbedsEvent', request(fixture.app).post(webhookPath).send(event), 200);
    await check('receiveCloudbedsEvent', request(fixture.app).post('/webhooks/cloudbeds/wrong').send(event), 404);
  });

  test('metrics are text that Prometheus reads', async () => {
    const answer = await request(fixture.app).get('/metrics');
    expect(answer.headers['content-type']).toMatch(/^text\/plain; version=/);
    expect(answer.text).toContain('# TYPE guest_screening_events_received_total counter');
  });
});
