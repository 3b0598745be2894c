import { z } from 'zod';
import { isRecent, isSignedByAny, toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import type { LaterContext, ProviderCallback } from '../../src/ports/check-provider.ts';
import type { SessionEvent } from '../hosted-session/hosted-vendor.ts';

/** As Didit's documentation has it. */
const toleranceMs = 300_000;

const tellingTypes: readonly string[] = ['status.updated', 'data.updated'];

const eventSchema = z.object({
  webhook_type: z.string(),
  event_id: z.string().min(1).nullish(),
  timestamp: z.number(),
  session_id: z.uuid().nullish(),
  status: z.string().nullish(),
  metadata: z.unknown(),
});

/**
 * `X-Signature`: HMAC-SHA256 in hex over the body as it came. The time stamp in the header is not signed, the one in the body
 * is: both must be of about now. https://docs.didit.me/integration/webhooks
 */
export function readEvent({ headers, body }: ProviderCallback, context: LaterContext): SessionEvent {
  const secrets = toCurrentSecrets(context.settings.webhookSecret);
  const signature = headers['x-signature'] ?? '';
  if (!isSignedByAny(secrets, { algorithm: 'sha256', encoding: 'hex', parts: [body], signature })) {
    return { kind: 'refused', why: 'signature' };
  }
  const parsed = eventSchema.safeParse(findJson(body));
  if (!parsed.success) return { kind: 'refused', why: 'malformed' };
  const event = parsed.data;
  const stamps = [toSeconds(headers['x-timestamp']), event.timestamp];
  const nowMs = Date.parse(context.now);
  if (!stamps.every((seconds) => isRecent(seconds * 1000, nowMs, toleranceMs))) {
    return { kind: 'refused', why: 'timestamp' };
  }
  const { session_id: reference, webhook_type: type, status } = event;
  if (!tellingTypes.includes(type)) return { kind: 'other' };
  if (reference === undefined || reference === null) return { kind: 'refused', why: 'malformed' };
  if (toProperty(event.metadata) !== context.propertyId) return { kind: 'other' };
  return { kind: 'session', eventId: event.event_id ?? `${reference} ${status ?? ''} ${event.timestamp}`, reference };
}

/** One account may serve several properties, and tells each destination about the sessions of all. */
function toProperty(metadata: unknown): unknown {
  return typeof metadata === 'object' && metadata !== null && 'property' in metadata ? metadata.property : undefined;
}

function toSeconds(header: string | undefined): number {
  return header !== undefined && /^\d+$/.test(header) ? Number(header) : Number.NaN;
}

function findJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
