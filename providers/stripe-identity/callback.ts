import { isRecent, isSignedByAny, toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import type { LaterContext, ProviderCallback } from '../../src/ports/check-provider.ts';
import type { SessionEvent } from '../hosted-session/hosted-vendor.ts';
import { isSessionId } from './session-id.ts';

/** As Stripe's own libraries have it. */
const toleranceMs = 300_000;

const tellingTypes: readonly unknown[] = [
  'identity.verification_session.verified',
  'identity.verification_session.requires_input',
  'identity.verification_session.canceled',
];

/**
 * `Stripe-Signature: t=…,v1=…[,v1=…]`, each `v1` an HMAC-SHA256 in hex over `${t}.${body}`; while a secret is rolled there is
 * one for each. https://docs.stripe.com/webhooks#verify-manually
 */
export function readEvent({ headers, body }: ProviderCallback, context: LaterContext): SessionEvent {
  const { signedAt, signatures } = readSignatureHeader(headers['stripe-signature'] ?? '');
  const secrets = toCurrentSecrets(context.settings.webhookSecret);
  const isSigned = signatures.some((signature) =>
    isSignedByAny(secrets, { algorithm: 'sha256', encoding: 'hex', parts: [`${signedAt}.`, body], signature }),
  );
  if (!isSigned) return { kind: 'refused', why: 'signature' };
  if (!/^\d+$/.test(signedAt) || !isRecent(Number(signedAt) * 1000, Date.parse(context.now), toleranceMs)) {
    return { kind: 'refused', why: 'timestamp' };
  }
  return toSessionEvent(body, context.propertyId);
}

interface Event {
  readonly id?: unknown;
  readonly type?: unknown;
  readonly data?: { readonly object?: { readonly id?: unknown; readonly metadata?: Record<string, unknown> } };
}

/** One account may serve several properties, and tells each endpoint about the sessions of all. */
function toSessionEvent(body: Uint8Array, propertyId: string): SessionEvent {
  const event = findJson(body) as Event | null | undefined;
  if (typeof event?.id !== 'string' || typeof event.type !== 'string') return { kind: 'refused', why: 'malformed' };
  if (!tellingTypes.includes(event.type)) return { kind: 'other' };
  const { id, metadata } = event.data?.object ?? {};
  if (!isSessionId(id)) return { kind: 'refused', why: 'malformed' };
  if (metadata?.property !== propertyId) return { kind: 'other' };
  return { kind: 'session', eventId: event.id, reference: id };
}

function readSignatureHeader(header: string): { readonly signedAt: string; readonly signatures: readonly string[] } {
  const parts = header.split(',').map((part) => part.trim().split('='));
  const listOf = (scheme: string) => parts.filter(([name]) => name === scheme).map(([, value = '']) => value);
  return { signedAt: listOf('t')[0] ?? '', signatures: listOf('v1') };
}

function findJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
