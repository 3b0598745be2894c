import { inspect } from 'node:util';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { http, HttpResponse } from 'msw';
import { setupServer } from 'msw/node';
import { isServiceError, ServiceError } from '../../../src/domain/errors.ts';
import { createBudgetsByCredential } from '../../../src/pms/cloudbeds/budgets-by-credential.ts';
import { createExchange } from '../../../src/pms/cloudbeds/exchange.ts';
import { createHttpDoor } from '../../../src/pms/cloudbeds/http-door.ts';
import type { CredentialOf, PmsCredential, PmsCredentials } from '../../../src/ports/pms-credentials.ts';
import { createRecordedLogger } from './recorded-logger.ts';

const apiUrl = 'https://pms.example/api/v1.3';
const scope = { propertyId: '11', urgency: 0, signal: new AbortController().signal };
const canary = 'Quetzalcoatl-Canary';
const write = { propertyID: '11', guestID: '901', guestNote: `About ${canary}` };

const neverAnswered = new Promise<Response>(() => undefined);

const server = setupServer();
beforeAll(() => server.listen({ onUnhandledFrame: 'error' }));
afterEach(() => server.resetHandlers());
afterAll(() => server.close());

const logger = createRecordedLogger();
const counted: string[] = [];
beforeEach(() => {
  logger.lines.length = 0;
  counted.length = 0;
});

const refused: string[] = [];
beforeEach(() => {
  refused.length = 0;
});

function toCredential(of: CredentialOf, key?: string): PmsCredential {
  const secret = key ?? ('propertyId' in of ? `key-of-${of.propertyId}` : `key-of-connection-${of.connectionId}`);
  return { connectionId: 'C1', generation: 1, kind: 'key', secret };
}

function createDoor(changes: { apiKey?: string; deadlineMs?: number; find?: PmsCredentials['find'] } = {}) {
  return createHttpDoor({
    apiUrl,
    credentials: {
      find: changes.find ?? ((of) => Promise.resolve(toCredential(of, changes.apiKey))),
      noteRefused: ({ connectionId, generation }, propertyId, sentAt) => {
        refused.push(`${connectionId} ${generation} ${propertyId} ${sentAt}`);
        return Promise.resolve();
      },
    },
    budgets: createBudgetsByCredential({ requestsPerSecond: Infinity }),
    exchange: createExchange({ deadlineMs: changes.deadlineMs ?? 5_000 }),
    clock: { now: () => '2026-11-23T10:00:00.000Z' },
    logger,
    metrics: { count: (name, labels) => counted.push(`${name} ${JSON.stringify(labels)}`), observe: () => undefined },
  });
}

function answerNoteWith(answer: () => Response | Promise<Response>): void {
  server.use(http.post(`${apiUrl}/postGuestNote`, answer));
}

async function failToWrite(door = createDoor()): Promise<ServiceError> {
  const error: unknown = await door.ask('postGuestNote', write, scope).then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (!isServiceError(error)) throw new Error(`expected a ServiceError, got ${inspect(error)}`);
  return error;
}

describe('a request', () => {
  test('reads with a query string, names its property, and shows its key', async () => {
    const seen: Request[] = [];
    server.use(
      http.get(`${apiUrl}/getReservations`, ({ request }) => {
        seen.push(request);
        return HttpResponse.json({ success: true, data: [] }, { headers: { 'X-Request-ID': 'req-1' } });
      }),
    );
    const parameters = {
      propertyID: '11',
      includeGuestsDetails: true,
      modifiedFrom: '2026-11-23 10:15:00',
      pageNumber: 1,
    };
    const answer = await createDoor().ask('getReservations', parameters, scope);
    expect(answer).toEqual({ body: { success: true, data: [] }, requestId: 'req-1' });
    expect(Object.fromEntries(new URL(seen[0]?.url ?? '').searchParams)).toEqual({
      propertyID: '11',
      includeGuestsDetails: 'true',
      modifiedFrom: '2026-11-23 10:15:00',
      pageNumber: '1',
    });
    expect(seen[0]?.headers.get('x-api-key')).toBe('key-of-11');
    expect(seen[0]?.headers.get('x-property-id')).toBe('11');
  });

  test('writes a form with bracketed lists, and empties a field with an empty string', async () => {
    let body = '';
    let contentType: string | null = '';
    server.use(
      http.put(`${apiUrl}/putGuest`, async ({ request }) => {
        body = await request.text();
        contentType = request.headers.get('content-type');
        return HttpResponse.json({ success: true });
      }),
    );
    const guestCustomFields = [
      { customFieldName: 'Screening status', customFieldValue: 'Completed · ok & fine' },
      { customFieldName: 'Screening form', customFieldValue: '' },
    ];
    await createDoor().ask('putGuest', { guestID: '901', guestCustomFields }, scope);
    expect(contentType).toMatch(/^application\/x-www-form-urlencoded/);
    expect([...new URLSearchParams(body)]).toEqual([
      ['guestID', '901'],
      ['guestCustomFields[0][customFieldName]', 'Screening status'],
      ['guestCustomFields[0][customFieldValue]', 'Completed · ok & fine'],
      ['guestCustomFields[1][customFieldName]', 'Screening form'],
      ['guestCustomFields[1][customFieldValue]', ''],
    ]);
  });

  test('about a connection uses its key, or a key that is not kept yet, and names no property', async () => {
    const seen: Request[] = [];
    server.use(
      http.get(`${apiUrl}/getHotels`, ({ request }) => {
        seen.push(request);
        return HttpResponse.json({ success: true, data: [] });
      }),
    );
    const accounts = [{ connectionId: 'C7' }, { key: 'given' }];
    for (const account of accounts) {
      await createDoor().ask('getHotels', {}, { ...scope, propertyId: undefined, account });
    }
    const keys = seen.map(({ headers }) => headers.get('x-api-key'));
    expect(keys).toEqual(['key-of-connection-C7', 'given']);
    expect(seen[0]?.headers.has('x-property-id')).toBe(false);
  });

  test('with a key that no header can hold is unauthorized, and is not sent', async () => {
    const error = await failToWrite(createDoor({ apiKey: 'two\nlines' }));
    expect(error.code).toBe('pms_unauthorized');
    expect(inspect(error)).not.toContain('lines');
  });

  test('with a token shows it as a bearer, at the address of its region', async () => {
    const seen: Request[] = [];
    server.use(
      http.get('https://eu.pms.example/api/v1.3/getHotels', ({ request }) => {
        seen.push(request);
        return HttpResponse.json({ success: true, data: [] });
      }),
    );
    const region = { apiUrl: 'https://eu.pms.example/api/v1.3' };
    const find = () => Promise.resolve({ ...toCredential(scope, 'T1'), ...region, kind: 'token' as const });
    await createDoor({ find }).ask('getHotels', {}, scope);
    expect(seen[0]?.headers.get('authorization')).toBe('Bearer T1');
    expect(seen[0]?.headers.has('x-api-key')).toBe(false);
  });

  test('that waits for its turn is not sent once its key is out of use', async () => {
    let finds = 0;
    const find = () => {
      finds += 1;
      const outOfUse = new ServiceError('property_disconnected', { propertyId: '11' });
      return finds > 1 ? Promise.reject(outOfUse) : Promise.resolve(toCredential(scope));
    };
    expect((await failToWrite(createDoor({ find }))).code).toBe('property_disconnected');
  });

  test('that is answered with 401 takes its key out of use; 403 is about the operation alone', async () => {
    for (const status of [401, 403]) {
      answerNoteWith(() => HttpResponse.json({}, { status }));
      expect((await failToWrite()).code).toBe('pms_unauthorized');
    }
    expect(refused).toEqual(['C1 1 11 2026-11-23T10:00:00.000Z']);
  });

  test('that is asked about several properties takes no key out of use', async () => {
    server.use(http.get(`${apiUrl}/getReservations`, () => HttpResponse.json({}, { status: 401 })));
    const several = { ...scope, propertyId: undefined, account: { connectionId: 'C1' }, severalIds: ['11', '12'] };
    const asked = createDoor().ask('getReservations', { propertyID: '11,12' }, several);
    await expect(asked).rejects.toMatchObject({ code: 'pms_unauthorized' });
    expect(refused).toEqual([]);
  });

  test('is logged with the request ID of the PMS, and counted', async () => {
    answerNoteWith(() => HttpResponse.json({ success: true }, { headers: { 'X-Request-ID': 'req-2' } }));
    await createDoor().ask('postGuestNote', write, scope);
    expect(logger.lines).toMatchObject([
      {
        level: 'debug',
        event: 'pms.answered',
        facts: { operation: 'postGuestNote', propertyId: '11', requestId: 'req-2' },
      },
    ]);
    expect(counted).toEqual(['pms_requests {"operation":"postGuestNote","result":"ok"}']);
  });
});

const html = () => new Response(`<html>${canary}</html>`, { status: 502, headers: { 'content-type': 'text/html' } });
const refuse = (message: string) => () => HttpResponse.json({ success: false, message });

describe('an answer', () => {
  test.each([
    ['401', () => new Response(canary, { status: 401 }), 'pms_unauthorized', { status: 401 }],
    ['403', () => HttpResponse.json({ success: false, message: canary }, { status: 403 }), 'pms_unauthorized', {}],
    ['429', () => new Response(canary, { status: 429 }), 'pms_rate_limited', { retryAfterMs: undefined }],
    ['500', () => HttpResponse.json({ message: canary }, { status: 500 }), 'pms_server_error', { status: 500 }],
    ['503', () => new Response(canary, { status: 503 }), 'pms_server_error', { status: 503 }],
    ['HTML from a gateway', html, 'pms_server_error', { status: 502 }],
    [
      'HTML that claims to be fine',
      () => HttpResponse.html(`<p>${canary}</p>`),
      'pms_bad_answer',
      { reason: 'not_json' },
    ],
    [
      'a redirect',
      () => HttpResponse.redirect(`https://elsewhere.example/?q=${canary}`),
      'pms_bad_answer',
      { status: 302 },
    ],
    ['a list', () => HttpResponse.json([canary]), 'pms_bad_answer', { reason: 'not_json' }],
    ['nothing', () => new Response('', { status: 200 }), 'pms_bad_answer', { reason: 'not_json' }],
    ['no success', () => HttpResponse.json({ data: canary }), 'pms_bad_answer', { reason: 'no_success' }],
    ['404', () => HttpResponse.json({ message: canary }, { status: 404 }), 'pms_bad_answer', { status: 404 }],
    ['a cut connection', () => HttpResponse.error(), 'pms_unreachable', { reason: 'no_answer' }],
    ['a refusal', refuse(`Guest ${canary} not found`), 'pms_refused', { reason: 'guest_unknown' }],
    [
      'a refusal with status 400',
      () => HttpResponse.json({ success: false }, { status: 400 }),
      'pms_refused',
      { reason: 'other' },
    ],
  ] as const)('of %s has its code, and holds nothing of request or answer', async (...[, answer, code, facts]) => {
    answerNoteWith(answer);
    const error = await failToWrite();
    expect(error.code).toBe(code);
    expect(error.facts).toMatchObject({ operation: 'postGuestNote', propertyId: '11', ...facts });
    expect(inspect([error, logger.lines], { depth: Infinity, showHidden: true })).not.toContain(canary);
    expect(inspect(error, { depth: Infinity, showHidden: true })).not.toMatch(/key-of|pms\.example/);
    expect(counted).toEqual([`pms_requests {"operation":"postGuestNote","result":"${code}"}`]);
  });

  test.each([
    ['7', 7_000],
    ['0', 0],
    ['Mon, 23 Nov 2026 10:00:30 GMT', 30_000],
    ['Mon, 23 Nov 2026 09:00:00 GMT', 0],
    ['999999', 900_000],
    ['later', undefined],
  ])('with Retry-After %p says to wait %p ms', async (header, retryAfterMs) => {
    answerNoteWith(() => new Response('', { status: 429, headers: { 'Retry-After': header } }));
    expect((await failToWrite()).facts.retryAfterMs).toBe(retryAfterMs);
  });

  test('that never comes is a time-out', async () => {
    answerNoteWith(() => neverAnswered);
    const error = await failToWrite(createDoor({ deadlineMs: 30 }));
    expect(error).toMatchObject({ code: 'pms_timeout', facts: { deadlineMs: 30, operation: 'postGuestNote' } });
  });

  test('larger than any page can be is a bad answer', async () => {
    answerNoteWith(() => new Response('x'.repeat(33 * 1024 * 1024)));
    const error = await failToWrite();
    expect(error).toMatchObject({ code: 'pms_bad_answer', facts: { reason: 'too_large' } });
  });
});

test.each([
  ['customFieldName 0 is not the name of a guest custom field', 'custom_field_unknown'],
  ['Custom field does not exist', 'custom_field_unknown'],
  ['Invalid custom field: Ada Byron', 'custom_field_unknown'],
  ['The value of Screening status is longer than 40 characters', 'too_long'],
  ['Custom field value exceeds the allowed size', 'too_long'],
  ['The note looks like unencrypted payment data', 'payment_data'],
  ["Numeric values longer than 12 characters and considered valid by Luhn's algorithm", 'payment_data'],
  ['Guest not found', 'guest_unknown'],
  ['Invalid guestID', 'guest_unknown'],
  ['The guest was merged into another one', 'guest_unknown'],
  ['The data of this guest was removed', 'guest_unknown'],
  ['Something went wrong', 'other'],
  [null, 'other'],
])('a refusal that says %p is kept as %s', async (message, reason) => {
  answerNoteWith(() => HttpResponse.json({ success: false, message }));
  expect((await failToWrite()).facts.reason).toBe(reason);
});

test('a call that is cancelled under way rejects with the reason of its signal', async () => {
  const cancel = new AbortController();
  const reason = new ServiceError('service_stopping');
  answerNoteWith(() => {
    cancel.abort(reason);
    return neverAnswered;
  });
  const asked = createDoor().ask('postGuestNote', write, { ...scope, signal: cancel.signal });
  await expect(asked).rejects.toBe(reason);
});
