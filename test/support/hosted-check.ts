import { createHmac } from 'node:crypto';
import { isRecent, isSignedByAny, toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import type { CheckAnswer } from '../../src/domain/finding.ts';
import type { CallbackReading, CheckProvider, LaterContext, ProviderManifest } from '../../src/ports/check-provider.ts';
import { assertAnswered } from '../../src/ports/provider-http.ts';

const toleranceMs = 300_000;

/** A provider of the tests whose vendor shows the guest a page, and calls back or is polled. */
export function createHostedCheck(changes: Partial<ProviderManifest> = {}): CheckProvider {
  const manifest: ProviderManifest = {
    id: 'hosted',
    version: '1',
    label: 'Identity',
    description: 'A hosted session of the tests.',
    reads: ['firstName', 'lastName'],
    hosts: ['{serviceUrl}'],
    deadlineMs: 30_000,
    concurrency: 8,
    kind: 'later',
    later: { overdueAfterMs: 3_600_000 },
    settings: {
      serviceUrl: { type: 'string', description: 'Where it is.', default: '' },
      callbackKey: { type: 'string', description: 'Signs callbacks.', default: '', isSecret: true },
    },
    ...changes,
  };
  const { pollEveryMs } = manifest.later ?? {};
  return {
    manifest,
    check: async (fields, { http, settings, callbackUrl, questionId }) => {
      const url = `${String(settings.serviceUrl)}/sessions`;
      const headers = { 'idempotency-key': questionId };
      const response = await http.request({ method: 'POST', url, headers, json: { fields, callbackUrl } });
      assertAnswered(response);
      const { id, page } = response.json() as { readonly id: string; readonly page?: string };
      return { result: 'pending', reasons: [], reference: id, ...(page === undefined ? {} : { guestUrl: page }) };
    },
    readCallback: (callback, context) => Promise.resolve(readCallback(callback, context)),
    ...(pollEveryMs === undefined ? {} : { poll }),
  };
}

async function poll(reference: string, { http, settings }: LaterContext): Promise<CheckAnswer> {
  const response = await http.request({ method: 'GET', url: `${String(settings.serviceUrl)}/sessions/${reference}` });
  assertAnswered(response);
  const { state, page } = response.json() as { readonly state: string; readonly page?: string };
  return { ...toAnswer(state, reference), ...(page === undefined ? {} : { guestUrl: page }) };
}

function readCallback(
  { headers, body }: Parameters<NonNullable<CheckProvider['readCallback']>>[0],
  { settings, now }: LaterContext,
): CallbackReading {
  const signedAt = headers['x-signed-at'] ?? '';
  const signed = { algorithm: 'sha256', encoding: 'hex', parts: [`${signedAt}.`, body] } as const;
  const signature = headers['x-signature'] ?? '';
  if (!isSignedByAny(toCurrentSecrets(settings.callbackKey), { ...signed, signature })) {
    return { kind: 'refused', why: 'signature' };
  }
  if (!isRecent(Number(signedAt), Date.parse(now), toleranceMs)) return { kind: 'refused', why: 'timestamp' };
  const { event, session, state } = JSON.parse(Buffer.from(body).toString('utf8')) as Record<string, string>;
  if (event === undefined || session === undefined || state === undefined) return { kind: 'other' };
  return { kind: 'answer', eventId: event, reference: session, answer: toAnswer(state, session) };
}

function toAnswer(state: string, reference: string): CheckAnswer {
  if (state === 'verified') return { result: 'clear', reasons: [], note: 'verified' };
  if (state === 'open') return { result: 'pending', reasons: [], reference };
  return { result: 'match', strength: 'strong', reasons: [{ code: 'hosted.failed', text: 'The document is forged' }] };
}

export interface SignedDelivery {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

export interface SignedBy {
  readonly key: string;
  readonly atMs: number;
}

/** What the vendor would send. */
export function signDelivery(content: object, by: SignedBy): SignedDelivery {
  return signText(JSON.stringify(content), by);
}

export function signText(body: string, { key, atMs }: SignedBy): SignedDelivery {
  const signature = createHmac('sha256', key).update(`${atMs}.${body}`).digest('hex');
  return { headers: { 'x-signed-at': String(atMs), 'x-signature': signature }, body };
}
