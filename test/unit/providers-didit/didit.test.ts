import { createHmac } from 'node:crypto';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { didit } from '../../../providers/didit/check.ts';
import type { CheckContext, SettingValues } from '../../../src/ports/check-provider.ts';
import { createDiditFake, type DiditFake, type DiditStatus, signAsDidit } from '../../../src/vendor-fakes/didit.ts';
import { type CallbackReceiver, startCallbackReceiver } from '../providers-hosted-session/callback-receiver.ts';
import { type LocalServer, startLocalServer } from '../providers-hosted-session/local-server.ts';
import { ask, guest, now, toContext, traces } from '../providers-hosted-session/provider-context.ts';

const apiKey = 'didit-key';
const webhookSecret = 'didit-secret';
const workflowId = '7c1b7a3e-0000-4000-8000-000000000001';
const shown = { firstName: 'Zyxanna', lastName: 'Qwortzel', birthDate: '1987-06-05' };

let fake: DiditFake;
let receiver: CallbackReceiver;
let server: LocalServer;
let reference: string;

function context(settings: SettingValues = {}, changes: Partial<CheckContext> = {}): CheckContext {
  return toContext(didit, {
    settings: { apiKey, webhookSecret, workflowId, comparisonKey: 'c'.repeat(32), ...settings },
    testRoutes: { 'verification.didit.me': server.origin },
    changes,
  });
}

const poll = (id: string) => didit.poll?.(id, context());
const read = (body: string, headers: Record<string, string>, later = context()) =>
  didit.readCallback?.({ headers, body: Buffer.from(body) }, later);
const latestBody = () => Buffer.from(receiver.callbacks.at(-1)?.body ?? []).toString('utf8');
const signed = (body: string, at = now) => signAsDidit(body, webhookSecret, at);

beforeEach(async () => {
  receiver = await startCallbackReceiver(
    (callback) => didit.readCallback?.(callback, context()) ?? Promise.reject(new Error('no callback')),
  );
  fake = createDiditFake({
    apiKeys: [apiKey],
    workflowIds: [workflowId],
    origin: () => server.origin,
    webhook: () => ({ url: receiver.origin, secret: webhookSecret }),
    now: () => now,
  });
  server = await startLocalServer(fake.app);
  reference = (await ask(didit, guest, context())).reference ?? '';
});
afterEach(async () => {
  await server.close();
  await receiver.close();
});

describe('a check', () => {
  test('makes a session and sends the guest to its page, which brings the answer', async () => {
    const { guestUrl = '', result } = await ask(didit, guest, context());
    expect(result).toBe('pending');
    const page = await fetch(guestUrl, { method: 'POST', body: new URLSearchParams(shown) });
    expect(await page.text()).toContain('Thank you');
    expect(receiver.readings).toMatchObject([{ kind: 'answer', reference, answer: { result: 'clear' } }]);
  });

  test('tried again finds the same session', async () => {
    expect((await ask(didit, guest, context())).reference).toBe(reference);
    expect(fake.sessions.size).toBe(1);
  });

  test('tells Didit nothing about the guest, in no body and no URL', async () => {
    await fake.complete(reference, { firstName: 'Ann', lastName: 'Lee' });
    await poll(reference);
    await didit.redact?.(reference, context());
    const sent = JSON.stringify(fake.requests).toLowerCase();
    expect(fake.requests.length).toBeGreaterThan(3);
    expect(traces.filter((trace) => sent.includes(trace))).toEqual([]);
  });

  test('without its settings is unavailable, and says which are missing', async () => {
    const answer = await ask(didit, guest, context({ apiKey: '', workflowId: '' }));
    expect(answer).toMatchObject({ result: 'unavailable' });
    expect(answer.reasons[0]?.text).toContain('apiKey, workflowId');
  });

  test.each([
    ['a wrong key', { apiKey: 'other' }, 'vendor_unauthorized'],
    ['an unknown workflow', { workflowId: '7c1b7a3e-0000-4000-8000-000000000002' }, 'vendor_refused'],
  ])('with %s fails with our code', async (_what, settings, code) => {
    await expect(ask(didit, guest, context(settings))).rejects.toMatchObject({ code });
  });
});

describe('asked for its result, a session', () => {
  test('of somebody else is a match that names nobody', async () => {
    await fake.complete(reference, { ...shown, lastName: 'Other' });
    const answer = await poll(reference);
    expect(answer).toMatchObject({ result: 'match', strength: 'likely' });
    expect(answer?.reasons).toMatchObject([{ code: 'didit.family_name_differs' }]);
    expect(traces.filter((trace) => JSON.stringify(answer).toLowerCase().includes(trace))).toEqual([]);
  });

  test.each<[DiditStatus, string, string]>([
    ['Declined', 'match likely', 'didit.declined'],
    ['In Review', 'match possible', 'didit.in_review'],
    ['Abandoned', 'incomplete', 'didit.abandoned'],
    ['Expired', 'incomplete', 'didit.expired'],
    ['Kyc Expired', 'incomplete', 'didit.verification_expired'],
    ['In Progress', 'pending', 'didit.waiting_for_guest'],
    ['Resubmitted', 'pending', 'didit.waiting_for_guest'],
  ])('that is %s is: %s', async (status, expected, code) => {
    Object.assign(fake.sessions.get(reference) ?? {}, { status });
    const answer = await poll(reference);
    expect(`${answer?.result ?? ''} ${answer?.strength ?? ''}`.trim()).toBe(expected);
    expect(answer?.reasons[0]?.code).toBe(code);
  });

  test('that was approved without a document that could be read is a match, never clear', async () => {
    Object.assign(fake.sessions.get(reference) ?? {}, { status: 'Approved' });
    expect(await poll(reference)).toMatchObject({ result: 'match', reasons: [{ code: 'didit.name_not_compared' }] });
  });

  test('is asked for by its id only: what is none never becomes a URL', async () => {
    const before = fake.requests.length;
    await expect(poll('../sessions')).rejects.toMatchObject({ code: 'vendor_refused' });
    expect(fake.requests.length).toBe(before);
  });
});

describe('a webhook', () => {
  beforeEach(() => fake.complete(reference, shown));

  test('delivered twice has the same event id', async () => {
    await fake.resend();
    const ids = receiver.readings.map((reading) => (reading.kind === 'answer' ? reading.eventId : ''));
    expect(ids).toEqual([ids[0], ids[0]]);
  });

  test('is accepted under either secret while one is changed', async () => {
    const later = context({ webhookSecret: `next,${webhookSecret}` });
    const body = latestBody();
    expect(await read(body, signed(body), later)).toMatchObject({ kind: 'answer' });
    expect(await read(body, signAsDidit(body, 'next', now), later)).toMatchObject({ kind: 'answer' });
  });

  test.each<[string, (body: string) => Record<string, string>]>([
    ['without a signature', () => ({ 'x-timestamp': '1795424400' })],
    ['signed with another secret', (body) => signAsDidit(body, 'other', now)],
    ['signed for another body', (body) => signed(`${body} `)],
    [
      'signed as Stripe signs',
      (body) => {
        const time = String(now.getTime() / 1000);
        const signature = createHmac('sha256', webhookSecret).update(`${time}.${body}`).digest('hex');
        return { 'x-signature': signature, 'x-timestamp': time };
      },
    ],
  ])('%s is refused', async (_how, toHeaders) => {
    const body = latestBody();
    expect(await read(body, toHeaders(body))).toEqual({ kind: 'refused', why: 'signature' });
  });

  test('whose JSON was read and written again on the way is refused', async () => {
    const body = latestBody();
    const spaced = JSON.stringify(JSON.parse(body), null, 1);
    expect(await read(spaced, signed(body))).toEqual({ kind: 'refused', why: 'signature' });
  });

  test('that is replayed later is refused, though its header says now: that one is not signed', async () => {
    const body = latestBody();
    const later = new Date(now.getTime() + 301_000);
    const replayed = await read(body, signed(body, later), context({}, { now: later.toISOString() }));
    expect(replayed).toEqual({ kind: 'refused', why: 'timestamp' });
  });

  test('whose header is old or absent is refused', async () => {
    const body = latestBody();
    const old = signed(body, new Date(now.getTime() - 301_000));
    expect(await read(body, old)).toEqual({ kind: 'refused', why: 'timestamp' });
    expect(await read(body, { 'x-signature': old['x-signature'] ?? '' })).toEqual({
      kind: 'refused',
      why: 'timestamp',
    });
  });

  test.each([
    '{',
    '{"webhook_type":"status.updated"}',
    '{"webhook_type":"status.updated","timestamp":1795424400,"session_id":"x"}',
  ])('that says %s is refused', async (body) => {
    expect(await read(body, signed(body))).toEqual({ kind: 'refused', why: 'malformed' });
  });

  test('about a user, or about another property of the account, concerns no check', async () => {
    const about = latestBody().replace('status.updated', 'user.status.updated');
    expect(await read(about, signed(about))).toEqual({ kind: 'other' });
    const body = latestBody();
    expect(await read(body, signed(body), context({}, { propertyId: 'P2' }))).toEqual({ kind: 'other' });
  });
});

test('redaction deletes the session, and may be asked for twice', async () => {
  await didit.redact?.(reference, context());
  await didit.redact?.(reference, context());
  expect(fake.sessions.size).toBe(0);
  expect(await poll(reference)).toMatchObject({ result: 'incomplete' });
});

test.each([
  ['no workflow', {}],
  ['a field that it does not know', { workflow_id: workflowId, name: 'x' }],
  ['vendor data that is too long', { workflow_id: workflowId, vendor_data: 'x'.repeat(256) }],
])('the fake refuses %s', async (_what, json) => {
  const response = await context().http.request({
    method: 'POST',
    url: 'https://verification.didit.me/v3/session/',
    headers: { 'x-api-key': apiKey },
    json,
  });
  expect(response.status).toBe(400);
});
