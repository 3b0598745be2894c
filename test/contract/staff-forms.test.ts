import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import request, { type Test } from 'supertest';
import type { OperationId } from '../../src/http/route.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import {
  addScreening,
  adminToken,
  createHttpFixture,
  type HttpFixture,
  propertyId,
} from '../unit/http/http-fixture.ts';

const validators = getOperationValidators(loadOpenApiDocument('service'));

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

  test('is mailed by no service without a mail server', async () => {
    const form = await check('askGuest', post(''));
    expect(form.mail).toEqual({ canBeSent: false, sentAt: null });
    expect((await post('/mail')).body).toMatchObject({ status: 409, code: 'form_mail_off' });
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

  test('keeps a request that came while staff read the ones before', async () => {
    const { id } = await check('askGuest', post(''));
    const [seenAt, newestAt] = ['2026-11-23T09:00:00.000Z', '2026-11-23T09:00:00.001Z'];
    const requests = [seenAt, newestAt].map((at) => ({ kind: 'object', at }) as const);
    await fixture.store.transaction(async (rows) => {
      const { content } = await rows.forms.get(String(id));
      await rows.forms.save(String(id), { personAskedAt: seenAt, content: { ...content, requests } });
    });
    const late = await post('/attend', { newestSeenAt: seenAt });
    expect(late.body).toMatchObject({ status: 409, code: 'version_conflict' });
    expect(await check('getForm', get())).toMatchObject({ personAskedAt: seenAt });
    const seen = { newestSeenAt: '2026-11-23T10:00:00.001+01:00' };
    expect(await check('attendGuestRequest', post('/attend', seen))).toMatchObject({ personAskedAt: null });
  });
});

test('a form of which nothing is left, but that somebody was asked for, is on no list', async () => {
  const { id } = await check('askGuest', post(''));
  await fixture.store.transaction((rows) =>
    rows.forms.save(String(id), { state: 'closed', personAskedAt: '2026-11-23T09:00:00.000Z' }),
  );
  const list = as(request(fixture.app).get(`/api/v1/properties/${propertyId}/guest-requests`));
  expect(await check('listGuestRequests', list)).toEqual({ items: [] });
});

describe("mailing a form's link", () => {
  const mails = {
    server: { host: 'mail.example', port: 25, isSecure: false, needsTls: false },
    from: 'a@hotel.example',
  };
  /** The first mail, which asking makes due, included. */
  const listJobs = () =>
    fixture.store.transaction((rows) =>
      rows.jobs.claim({ kinds: ['send-form-mail'], limit: 9, now: later, leaseUntil: '2026-11-23T10:15:00.000Z' }),
    );
  const later = '2026-11-23T09:15:00.000Z';
  let formId = '';

  beforeEach(async () => {
    await fixture.close();
    fixture = await createHttpFixture({ mailServer: mails });
    path = `/api/v1/screenings/${await addScreening(fixture.store, { guestId: '1' })}/form`;
    formId = String((await check('askGuest', post(''))).id);
  });

  const wasMailed = (sentAt: string) =>
    fixture.store.transaction((rows) =>
      rows.mails.save({ formId, kind: 'invitation', no: 1, generation: 1, state: 'sent', at: sentAt }),
    );

  test('makes another mail due, and stands on the timeline with who wanted it', async () => {
    await wasMailed('2026-11-22T09:00:00.000Z');
    const form = await check('mailForm', post('/mail'));
    expect(form.mail).toEqual({ canBeSent: true, sentAt: '2026-11-22T09:00:00.000Z' });
    expect((await listJobs()).map(({ payload }) => payload)).toContainEqual({ propertyId, formId, kind: 'again' });
    const { timeline } = await check('getScreening', as(request(fixture.app).get(path.replace(/\/form$/, ''))));
    expect(timeline).toContainEqual(expect.objectContaining({ event: 'mail_asked', actor: 'admin' }));
  });

  test('sends the first mail where none has gone out, once', async () => {
    await check('mailForm', post('/mail'));
    await check('mailForm', post('/mail'));
    expect((await listJobs()).map(({ payload }) => payload)).toEqual([{ propertyId, formId, kind: 'invitation' }]);
  });

  test('waits for ten minutes after a mail, and says for how long', async () => {
    await wasMailed('2026-11-23T09:10:00.000Z');
    const answer = await post('/mail');
    expect(answer.body).toMatchObject({ status: 429, code: 'form_mail_too_soon' });
    expect(answer.headers['retry-after']).toBe('300');
    expect(await listJobs()).toHaveLength(1);
  });

  test('writes to nobody who wants no more mails', async () => {
    await fixture.store.transaction((rows) => rows.mails.stop(formId, '2026-11-22T09:00:00.000Z'));
    expect((await post('/mail')).body).toMatchObject({ status: 409, code: 'form_mail_unwanted' });
  });

  test('writes about no form that is closed', async () => {
    await check('withdrawForm', post('/withdraw'));
    expect((await post('/mail')).body).toMatchObject({ status: 409, code: 'form_conflict' });
  });

  test('needs an address', async () => {
    path = `/api/v1/screenings/${await addScreening(fixture.store, { guestId: '2', email: ' ' })}/form`;
    expect(await check('askGuest', post(''))).toMatchObject({ mail: { canBeSent: false } });
    expect((await post('/mail')).body).toMatchObject({ status: 409, code: 'form_mail_no_address' });
  });
});

function readItem() {
  return fixture.store.read((rows) => rows.screenings.getListItem(path.split('/')[4] ?? ''));
}
