import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stripeIdentity } from '../../../providers/stripe-identity/check.ts';
import { signAsStripe } from '../../../src/vendor-fakes/stripe-identity.ts';
import { ask, guest, now } from '../providers-hosted-session/provider-context.ts';
import { startStripe, type StripeFixture, webhookSecret } from './stripe-fixture.ts';

const signWith = [webhookSecret];
let stripe: StripeFixture;
let reference: string;
beforeEach(async () => {
  signWith.splice(0, signWith.length, webhookSecret);
  stripe = await startStripe(signWith);
  reference = (await ask(stripeIdentity, guest, stripe.toContext())).reference ?? '';
});
afterEach(() => stripe.close());

const shown = { firstName: 'Zyxanna', lastName: 'Qwortzel', birthDate: '1987-06-05' };
const read = (body: string, signature: string, later = stripe.toContext()) =>
  stripeIdentity.readCallback?.({ headers: { 'stripe-signature': signature }, body: Buffer.from(body) }, later);
const latestBody = () => Buffer.from(stripe.receiver.callbacks.at(-1)?.body ?? []).toString('utf8');
const signed = (body: string, at = now) => signAsStripe(body, [webhookSecret], at);

describe('a webhook', () => {
  test('brings the answer about its session', async () => {
    expect(await stripe.fake.complete(reference, shown)).toBe(200);
    expect(stripe.receiver.readings).toMatchObject([
      { kind: 'answer', reference, eventId: expect.stringMatching(/^evt_/), answer: { result: 'clear' } },
    ]);
  });

  test('brings a failure, and the success of the next try', async () => {
    await stripe.fake.complete(reference, { failure: 'document_unverified_other' });
    await stripe.fake.complete(reference, shown);
    expect(stripe.receiver.readings).toMatchObject([
      { answer: { result: 'match', strength: 'possible' } },
      { answer: { result: 'clear' } },
    ]);
  });

  test('that is late says what is true now, not what was', async () => {
    await stripe.fake.complete(reference, { failure: 'document_unverified_other' });
    const late = latestBody();
    await stripe.fake.complete(reference, shown);
    expect(await read(late, signed(late))).toMatchObject({ kind: 'answer', answer: { result: 'clear' } });
  });

  test('delivered twice has the same event id', async () => {
    await stripe.fake.complete(reference, shown);
    await stripe.fake.resend();
    const ids = stripe.receiver.readings.map((reading) => (reading.kind === 'answer' ? reading.eventId : ''));
    expect(new Set(ids).size).toBe(1);
    expect(ids).toHaveLength(2);
  });

  test('is accepted under either secret while one is rolled, on both sides', async () => {
    signWith.splice(0, 1, 'whsec_next', webhookSecret);
    expect(await stripe.fake.complete(reference, { failure: 'abandoned' })).toBe(200);
    const body = latestBody();
    const next = signAsStripe(body, ['whsec_next'], now);
    expect(await read(body, next)).toEqual({ kind: 'refused', why: 'signature' });
    const later = stripe.toContext({}, { webhookSecret: `whsec_next,${webhookSecret}` });
    expect(await read(body, next, later)).toMatchObject({ kind: 'answer' });
    expect(await read(body, signed(body), later)).toMatchObject({ kind: 'answer' });
  });

  test('is answered with an error while Stripe cannot be asked, so that it comes again', async () => {
    await stripe.fake.complete(reference, shown);
    const body = latestBody();
    await expect(read(body, signed(body), stripe.toContext({}, { apiKey: 'rk_test_wrong' }))).rejects.toMatchObject({
      code: 'vendor_unauthorized',
    });
  });
});

describe('a webhook is refused', () => {
  let body: string;
  beforeEach(async () => {
    await stripe.fake.complete(reference, shown);
    body = latestBody();
    expect(await read(body, signed(body))).toMatchObject({ kind: 'answer' });
  });

  test.each<[string, (body: string) => string]>([
    ['without a signature', () => ''],
    ['signed with another secret', (text) => signAsStripe(text, ['whsec_other'], now)],
    ['signed for another body', (text) => signed(`${text} `)],
    ['with the signature of an older scheme only', (text) => signed(text).replace('v1=', 'v0=')],
    ['with another time put before the signature', (text) => signed(text).replace(/t=\d+/, 't=1763888401')],
    ['with nonsense for a signature', () => 't=,v1=zz,=,v1'],
  ])('%s', async (_how, toSignature) => {
    expect(await read(body, toSignature(body))).toEqual({ kind: 'refused', why: 'signature' });
  });

  test('whose JSON was read and written again on the way', async () => {
    const spaced = JSON.stringify(JSON.parse(body), null, 1);
    expect(await read(spaced, signed(body))).toEqual({ kind: 'refused', why: 'signature' });
  });

  test('where no secret is set, whatever signs it', async () => {
    expect(await read(body, signAsStripe(body, [''], now), stripe.toContext({}, { webhookSecret: '' }))).toEqual({
      kind: 'refused',
      why: 'signature',
    });
  });

  test.each([
    ['replayed after more than five minutes', -301],
    ['from more than five minutes ahead', 301],
  ])('%s', async (_how, seconds) => {
    const at = new Date(now.getTime() + seconds * 1000);
    expect(await read(body, signed(body, at))).toEqual({ kind: 'refused', why: 'timestamp' });
  });

  test('within five minutes it is not', async () => {
    expect(await read(body, signed(body, new Date(now.getTime() - 299_000)))).toMatchObject({ kind: 'answer' });
  });

  test.each(['{', '[]', 'null', '{"id":1}', '{"id":"evt_1","type":"identity.verification_session.verified"}'])(
    'that says %s',
    async (text) => {
      expect(await read(text, signed(text))).toEqual({ kind: 'refused', why: 'malformed' });
    },
  );
});

describe('a webhook concerns no check', () => {
  beforeEach(() => stripe.fake.complete(reference, shown));

  test.each(['identity.verification_session.processing', 'identity.verification_session.redacted', 'charge.succeeded'])(
    'that tells of %s',
    async (type) => {
      const body = latestBody().replace('identity.verification_session.verified', type);
      expect(await read(body, signed(body))).toEqual({ kind: 'other' });
    },
  );

  test('that is about another property of the same account, and Stripe is not asked', async () => {
    const before = stripe.fake.requests.length;
    const body = latestBody();
    expect(await read(body, signed(body), stripe.toContext({ propertyId: 'P2' }))).toEqual({ kind: 'other' });
    expect(stripe.fake.requests.length).toBe(before);
  });

  test('whose session was redacted meanwhile', async () => {
    const body = latestBody();
    await stripeIdentity.redact?.(reference, stripe.toContext());
    expect(await read(body, signed(body))).toEqual({ kind: 'other' });
  });
});

describe('the page', () => {
  test('takes a person through, and the answer comes', async () => {
    const [session] = stripe.fake.sessions.values();
    const url = (await stripeIdentity.poll?.(reference, stripe.toContext()))?.guestUrl ?? '';
    const form = new URLSearchParams({ firstName: 'Zyxanna', lastName: 'Qwortzel', birthDate: '1987-06-05' });
    const page = await fetch(url, { method: 'POST', body: form });
    expect(await page.text()).toContain('Thank you');
    expect(session?.status).toBe('verified');
    expect(stripe.receiver.readings).toMatchObject([{ kind: 'answer', answer: { result: 'clear' } }]);
    expect((await fetch(url)).status).toBe(404);
  });
});

describe('the fake refuses what Stripe refuses', () => {
  const post = (body: string, headers = {}) =>
    stripe.toContext().http.request({
      method: 'POST',
      url: 'https://api.stripe.com/v1/identity/verification_sessions',
      headers: {
        authorization: 'Bearer rk_test_restricted',
        'content-type': 'application/x-www-form-urlencoded',
        ...headers,
      },
      text: body,
    });

  test.each([
    ['no type', ''],
    ['another type', 'type=face'],
    ['a parameter that it does not know', 'type=document&name=x'],
    ['an option that it does not know', 'type=document&options[document][require_smile]=true'],
    ['an option that is no boolean', 'type=document&options[document][require_live_capture]=1'],
    ['metadata that is too long', `type=document&metadata[a]=${'x'.repeat(501)}`],
  ])('%s', async (_what, body) => {
    expect((await post(body)).status).toBe(400);
  });

  test('JSON, no key, and a key for other parameters', async () => {
    expect((await post('{"type":"document"}', { 'content-type': 'application/json' })).status).toBe(400);
    expect((await post('type=document', { authorization: 'Bearer nobody' })).status).toBe(401);
    expect((await post('type=document', { 'idempotency-key': 'K' })).status).toBe(200);
    expect((await post('type=document&metadata[a]=b', { 'idempotency-key': 'K' })).status).toBe(400);
  });
});
