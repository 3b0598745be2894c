import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { stripeIdentity } from '../../../providers/stripe-identity/check.ts';
import { ask, guest, traces } from '../providers-hosted-session/provider-context.ts';
import { restrictedKey, secretKey, startStripe, type StripeFixture } from './stripe-fixture.ts';

let stripe: StripeFixture;
beforeEach(async () => {
  stripe = await startStripe();
});
afterEach(() => stripe.close());

const reasonsOf = (answer: { readonly reasons: readonly { readonly code: string }[] } | undefined) =>
  answer?.reasons.map(({ code }) => code);
const begin = async (fields: object = guest) => (await ask(stripeIdentity, fields, stripe.toContext())).reference ?? '';
const poll = (reference: string, settings = {}) => stripeIdentity.poll?.(reference, stripe.toContext({}, settings));

describe('a check', () => {
  test('makes a session and sends the guest to its page', async () => {
    const answer = await ask(stripeIdentity, guest, stripe.toContext());
    const [session] = stripe.fake.sessions.values();
    expect(answer).toMatchObject({ result: 'pending', reference: session?.id, note: 'waiting for guest' });
    const page = await fetch(answer.guestUrl ?? '');
    expect(await page.text()).toContain('Show a document');
  });

  test('asks for what is configured', async () => {
    const settings = { requireSelfie: true, requireLiveCapture: false, returnUrl: 'https://hotel.example/thanks' };
    await ask(stripeIdentity, guest, stripe.toContext({}, settings));
    const [session] = stripe.fake.sessions.values();
    expect(session?.options).toEqual({ document: { require_matching_selfie: true, require_live_capture: false } });
    expect(decodeURIComponent(stripe.fake.requests[0]?.body ?? '')).toContain(
      'return_url=https://hotel.example/thanks',
    );
  });

  test('tells Stripe nothing about the guest, in no body and no URL', async () => {
    const reference = await begin();
    await stripe.fake.complete(reference, { firstName: 'Ann', lastName: 'Lee' });
    await poll(reference);
    await stripeIdentity.redact?.(reference, stripe.toContext());
    const sent = decodeURIComponent(JSON.stringify(stripe.fake.requests)).toLowerCase();
    expect(stripe.fake.requests.length).toBeGreaterThan(3);
    expect(traces.filter((trace) => sent.includes(trace))).toEqual([]);
  });

  test('tried again makes no second session', async () => {
    const first = await begin();
    expect(await begin()).toBe(first);
    expect(stripe.fake.sessions.size).toBe(1);
  });

  test('of a guest without a name costs nothing, and asks for the name', async () => {
    const answer = await ask(stripeIdentity, { birthDate: '1990-01-01', lastName: ' - ' }, stripe.toContext());
    expect(answer).toMatchObject({ result: 'incomplete', missing: ['firstName', 'lastName'] });
    expect(stripe.fake.requests).toEqual([]);
  });

  test('without its settings is unavailable, and says which are missing', async () => {
    const settings = { apiKey: '', comparisonKey: 'short' };
    const answer = await ask(stripeIdentity, guest, stripe.toContext({}, settings));
    expect(answer.result).toBe('unavailable');
    expect(answer.reasons[0]?.text).toContain('apiKey, comparisonKey');
  });

  test.each([
    ['a wrong key', { apiKey: 'rk_test_wrong' }, 'vendor_unauthorized'],
    ['a return address that is none', { returnUrl: 'thanks' }, 'vendor_refused'],
  ])('with %s fails with our code, and quotes nothing', async (_what, settings, code) => {
    const error: unknown = await ask(stripeIdentity, guest, stripe.toContext({}, settings)).catch(
      (thrown: unknown) => thrown,
    );
    expect(error).toMatchObject({ code });
    expect(traces.filter((trace) => String(error).toLowerCase().includes(trace))).toEqual([]);
  });

  test('uses the first of two keys', async () => {
    const answer = await ask(stripeIdentity, guest, stripe.toContext({}, { apiKey: `${secretKey}, rk_test_old` }));
    expect(answer.result).toBe('pending');
  });
});

describe('asked for its result, a session', () => {
  test('that nobody has used yet is pending, with its page', async () => {
    const reference = await begin();
    expect(await poll(reference)).toMatchObject({ result: 'pending', reference, guestUrl: expect.any(String) });
  });

  test('of the booked person is clear', async () => {
    const reference = await begin();
    await stripe.fake.complete(reference, { firstName: 'ZYXANNA M', lastName: 'QWORTZEL', birthDate: '1987-06-05' });
    const answer = await poll(reference);
    expect(answer?.result).toBe('clear');
    expect(reasonsOf(answer)).toEqual(['stripe_identity.verified']);
  });

  test.each([
    ['family name', { firstName: 'Zyxanna', lastName: 'Other' }, ['likely', 'family_name_differs']],
    [
      'birth date',
      { firstName: 'Zyxanna', lastName: 'Qwortzel', birthDate: '1990-01-01' },
      ['likely', 'birth_date_differs'],
    ],
    ['given name', { firstName: 'Bea', lastName: 'Qwortzel' }, ['possible', 'given_name_differs']],
  ])('of somebody with another %s is a match', async (_what, shown, [strength, code]) => {
    const reference = await begin();
    await stripe.fake.complete(reference, shown);
    const answer = await poll(reference);
    expect(answer).toMatchObject({ result: 'match', strength });
    expect(reasonsOf(answer)).toEqual([`stripe_identity.${code ?? ''}`]);
    expect(traces.filter((trace) => JSON.stringify(answer).toLowerCase().includes(trace))).toEqual([]);
  });

  test('read with a key that may not see the birth date is still compared by name', async () => {
    const reference = await begin();
    await stripe.fake.complete(reference, { firstName: 'Zyxanna', lastName: 'Qwortzel', birthDate: '1990-01-01' });
    expect(await poll(reference, { apiKey: secretKey })).toMatchObject({ result: 'clear' });
    expect(await poll(reference, { apiKey: restrictedKey })).toMatchObject({ result: 'match' });
  });

  test('is not asked for the birth date where that is switched off', async () => {
    const reference = await begin();
    await poll(reference, { compareBirthDate: false });
    expect(stripe.fake.requests.at(-1)?.url).not.toContain('dob');
  });

  test.each([
    ['selfie_face_mismatch', 'match', 'stripe_identity.selfie_face_mismatch'],
    ['document_expired', 'match', 'stripe_identity.document_expired'],
    ['consent_declined', 'incomplete', 'stripe_identity.consent_declined'],
    ['abandoned', 'incomplete', 'stripe_identity.abandoned'],
    ['Zyxanna Qwortzel', 'incomplete', 'stripe_identity.other'],
  ])('that failed with %s is a %s', async (failure, result, code) => {
    const reference = await begin();
    await stripe.fake.complete(reference, { failure });
    const answer = await poll(reference);
    expect(answer?.result).toBe(result);
    expect(answer?.strength).toBe(result === 'match' ? 'possible' : undefined);
    expect(reasonsOf(answer)).toEqual([code]);
  });

  test('that was cancelled is incomplete', async () => {
    const reference = await begin();
    await stripe.fake.cancel(reference);
    expect(await poll(reference)).toMatchObject({ result: 'incomplete' });
  });

  test('that Stripe does not know is incomplete, never clear', async () => {
    expect(await poll('vs_unknown')).toMatchObject({ result: 'incomplete' });
  });

  test('is asked for by its id only: what is none never becomes a URL', async () => {
    await expect(poll('../accounts')).rejects.toMatchObject({ code: 'vendor_refused' });
    expect(stripe.fake.requests).toEqual([]);
  });
});

describe('redaction', () => {
  test('has Stripe remove what it holds, and may be asked for twice', async () => {
    const reference = await begin();
    await stripe.fake.complete(reference, { firstName: 'Zyxanna', lastName: 'Qwortzel' });
    await stripeIdentity.redact?.(reference, stripe.toContext());
    await stripeIdentity.redact?.(reference, stripe.toContext());
    expect(stripe.fake.sessions.get(reference)).toMatchObject({ redaction: { status: 'processing' }, metadata: {} });
    expect(await poll(reference)).toMatchObject({ result: 'incomplete' });
  });

  test('of a session that is gone is done', async () => {
    await expect(stripeIdentity.redact?.('vs_gone', stripe.toContext())).resolves.toBeUndefined();
  });

  test('that Stripe refuses fails', async () => {
    const refused = stripeIdentity.redact?.(await begin(), stripe.toContext({}, { apiKey: 'rk_test_wrong' }));
    await expect(refused).rejects.toMatchObject({ code: 'vendor_unauthorized' });
  });
});
