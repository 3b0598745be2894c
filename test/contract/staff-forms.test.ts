import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import request, { type Test } from 'supertest';
import type { OperationId } from '../../src/http/route.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { createOperationValidators } from '../../src/openapi/operation-validators.ts';
import {
  addScreening,
  adminToken,
  createHttpFixture,
  type HttpFixture,
  propertyId,
} from '../unit/http/http-fixture.ts';

const validators = createOperationValidators(loadOpenApiDocument('service'));

let fixture: HttpFixture;
let path = '';

beforeEach(async () => {
  fixture = await createHttpFixture();
  path = `/api/v1/screenings/${await addScreening(fixture.store, { guestId: '1' })}/form`;
});

afterEach(() => fixture.close());

const as = (asked: Test) => asked.set('Authorization', `Bearer ${adminToken}`);
const get = (rest = '') => as(request(fixture.app).get(path + rest));
const post = (rest: string, body: object = {}) => as(request(fixture.app).post(path + rest)).send(body);

/** The body, once it has been held against the description. */
async function check(operationId: OperationId, asked: Test, status = 200): Promise<Record<string, unknown>> {
  const answer = await asked;
  expect(answer.status).toBe(status);
  const body = answer.body as Record<string, unknown>;
  expect(validators.validateAnswer(operationId, status, body)).toEqual([]);
  return body;
}

describe("a guest's form, for staff", () => {
  test('is not there before anybody asks, and says so', async () => {
    expect((await get()).body).toMatchObject({ status: 404, code: 'form_unknown' });
  });

  test('opens when staff ask, with what they ask for and a link', async () => {
    const form = await check('askGuest', post('', { topics: ['birthDate', 'document'] }));
    expect(form).toMatchObject({ state: 'open', askedByStaff: ['birthDate', 'document'], submittedAt: null });
    expect(form.url).toMatch(/^https:\/\/screening\.example\/form\/[\w-]{43}$/);
    expect(await check('getForm', get())).toEqual(form);
    const { screening } = await readItem();
    expect(screening.status).toBe('waiting_for_guest');
  });

  test('takes only topics that there are', async () => {
    expect((await post('', { topics: ['shoeSize'] })).status).toBe(400);
  });

  test('gets another link after it was withdrawn, and waits no longer meanwhile', async () => {
    const { url } = await check('askGuest', post(''));
    const withdrawn = await check('withdrawForm', post('/withdraw'));
    expect(withdrawn).toMatchObject({ state: 'closed', url: null });
    expect((await readItem()).screening.status).toBe('completed');
    expect((await get('/qr')).status).toBe(409);
    const again = await check('askGuest', post(''));
    expect(again.state).toBe('open');
    expect(again.url).not.toBe(url);
  });

  test('has a link for the desk, which ends by itself', async () => {
    const link = await check('completeFormAtDesk', post('/desk-link'), 201);
    expect(link.url).toMatch(/\/form\/[\w-]{43}$/);
    const { url } = await check('getForm', get());
    expect(link.url).not.toBe(url);
  });

  test('shows its link as a picture while it is open', async () => {
    await check('askGuest', post(''));
    const answer = await get('/qr');
    expect(answer.status).toBe(200);
    expect(answer.headers['content-type']).toMatch(/^image\/svg\+xml/);
    expect((answer.body as Buffer).toString()).toContain('<svg');
  });

  test('is not told to the PMS again where the PMS has refused nothing', async () => {
    await check('askGuest', post(''));
    expect((await post('/retry')).body).toMatchObject({ status: 409, code: 'form_conflict' });
  });

  test('is on the list of requests from when the guest asks until somebody has attended', async () => {
    const { id } = await check('askGuest', post(''));
    const asked = { kind: 'ask_person', text: 'Please look', at: '2026-11-23T09:00:00.000Z' } as const;
    await fixture.store.transaction(async (rows) => {
      const { content } = await rows.forms.get(String(id));
      await rows.forms.save(String(id), { personAskedAt: asked.at, content: { ...content, requests: [asked] } });
    });
    const list = () => as(request(fixture.app).get(`/api/v1/properties/${propertyId}/guest-requests`));
    expect(await check('listGuestRequests', list())).toMatchObject({ items: [{ since: asked.at, requests: [asked] }] });
    await check('attendGuestRequest', post('/attend'));
    expect(await check('listGuestRequests', list())).toEqual({ items: [] });
  });
});

function readItem() {
  return fixture.store.read((rows) => rows.screenings.getListItem(path.split('/')[4] ?? ''));
}
