import { createHash } from 'node:crypto';
import { isRecent, isSignedByAny, toCurrentSecrets } from '../../src/domain/signed-callback.ts';
import type { CallbackReading, LaterContext, ProviderCallback } from '../../src/ports/check-provider.ts';
import { readServiceConfig, type ServiceConfig } from './service-config.ts';
import { findReference, toServiceAnswer } from './service-answer.ts';

/**
 * A callback carries its answer. It is signed by HMAC-SHA256, in hex, over `${timestamp}.${body}`, with the bytes of the body
 * as they came; the headers' names are the configuration's.
 */
export function readCallback(callback: ProviderCallback, context: LaterContext): Promise<CallbackReading> {
  const refusal = findRefusal(callback, context);
  if (refusal !== undefined) return Promise.resolve(refusal);
  const reading = readServiceConfig(context.settings);
  const document = findJson(callback.body);
  if ('problems' in reading || document === undefined) return Promise.resolve({ kind: 'refused', why: 'malformed' });
  return Promise.resolve(toReading(reading.config, callback.body, document));
}

function findRefusal({ headers, body }: ProviderCallback, context: LaterContext): CallbackReading | undefined {
  const { callbackSecret, signatureHeader, timestampHeader, callbackToleranceS } = context.settings;
  const signature = (headers[toHeaderName(signatureHeader)] ?? '').replace(/^sha256=/, '');
  const timestamp = headers[toHeaderName(timestampHeader)] ?? '';
  const parts = [`${timestamp}.`, body];
  const signed = { algorithm: 'sha256', encoding: 'hex', parts, signature } as const;
  if (!isSignedByAny(toCurrentSecrets(callbackSecret), signed)) return { kind: 'refused', why: 'signature' };
  const toleranceMs = Number(callbackToleranceS) * 1000;
  const isInTime = isRecent(toMs(timestamp), Date.parse(context.now), toleranceMs);
  return isInTime ? undefined : { kind: 'refused', why: 'timestamp' };
}

function toReading(config: ServiceConfig, body: Uint8Array, document: unknown): CallbackReading {
  const reference = findReference(config.callback, document);
  if (reference === undefined) return { kind: 'refused', why: 'malformed' };
  const answer = toServiceAnswer(config, config.callback, document);
  if (answer.result === 'pending') return { kind: 'other' };
  if (answer.result === 'unavailable') return { kind: 'refused', why: 'malformed' };
  // The same words are the same event, however often they are sent and signed.
  return { kind: 'answer', eventId: createHash('sha256').update(body).digest('base64url'), reference, answer };
}

function toHeaderName(setting: unknown): string {
  return String(setting).trim().toLowerCase();
}

/** Seconds have ten digits until the year 2286, milliseconds have had thirteen since 2001. */
function toMs(timestamp: string): number {
  if (!/^\d{1,15}$/.test(timestamp)) return Number.NaN;
  return timestamp.length > 11 ? Number(timestamp) : Number(timestamp) * 1000;
}

function findJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}
