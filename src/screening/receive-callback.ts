import { ServiceError } from '../domain/errors.ts';
import type { Finding } from '../domain/finding.ts';
import type { Standing } from '../domain/standing.ts';
import type { Instant } from '../domain/subject.ts';
import type { ProviderCallback } from '../ports/check-provider.ts';
import type { LaterReading } from '../ports/check-runner.ts';
import type { Clock } from '../ports/clock.ts';
import type { Logger } from '../ports/logger.ts';
import type { Metrics } from '../ports/metrics.ts';
import type { Rows, Store } from '../ports/store.ts';
import { countStanding } from './syncing/save-standing.ts';
import { settlePending, type SettleParts } from './checks/settle-pending.ts';

export interface CallbackDelivery {
  readonly providerId: string;
  /** The last part of the address; whoever knows it may call. */
  readonly secret: string;
  readonly callback: ProviderCallback;
  readonly signal: AbortSignal;
}

export type ReceiveCallback = (delivery: CallbackDelivery) => Promise<void>;

export interface ReceiveCallbackParts extends SettleParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly logger: Logger;
  readonly metrics: Metrics;
  /** The property that a secret was made for, with this provider; `undefined` for a wrong one. */
  readonly findPropertyId: (providerId: string, secret: string) => string | undefined;
}

/**
 * Takes in a vendor's callback; resolves once it is on disk, or when it says nothing. The same delivery twice counts once.
 * Throws `route_unknown` for an unknown address, `callback_unsigned` and `callback_malformed` for what is not genuine,
 * and `checks_unavailable` where the vendor must be asked for the result and cannot be: it will call again.
 */
export function createReceiveCallback(parts: ReceiveCallbackParts): ReceiveCallback {
  return async ({ providerId, secret, callback, signal }) => {
    const propertyId = parts.findPropertyId(providerId, secret);
    if (propertyId === undefined || parts.later.find(providerId) === undefined) throw new ServiceError('route_unknown');
    if ((await parts.store.read((rows) => rows.properties.find(propertyId))) === undefined) {
      throw new ServiceError('route_unknown');
    }
    const reading = await parts.later.readCallback(providerId, callback, { propertyId, signal });
    const result = await takeIn(parts, { providerId, propertyId }, reading);
    parts.metrics.count('callbacks', { provider: providerId, result });
    if (reading.kind === 'refused') throw toRefusal(reading.why, providerId);
  };
}

interface Caller {
  readonly providerId: string;
  readonly propertyId: string;
}

type CallbackResult = 'settled' | 'kept' | 'repeated' | 'nothing' | 'refused';

async function takeIn(parts: ReceiveCallbackParts, caller: Caller, reading: LaterReading): Promise<CallbackResult> {
  switch (reading.kind) {
    case 'refused':
      parts.logger.warn('callback.refused', { ...caller, why: reading.why });
      return 'refused';
    case 'other':
      return 'nothing';
    case 'answer': {
      const at = parts.clock.now();
      const taken = await parts.store.transaction((rows) => take(rows, parts, { ...caller, ...reading, at }));
      if (typeof taken === 'string') return taken;
      countStanding(parts.metrics, taken);
      return 'settled';
    }
  }
}

interface CalledAnswer extends Caller {
  readonly eventId: string;
  readonly reference: string;
  readonly finding: Finding;
  readonly at: Instant;
}

async function take(
  rows: Rows,
  parts: ReceiveCallbackParts,
  called: CalledAnswer,
): Promise<Standing | Exclude<CallbackResult, 'settled' | 'refused'>> {
  const { providerId, propertyId, eventId, reference, finding, at } = called;
  const isNew = await rows.pendingChecks.addCallback({ providerId, propertyId, eventId, receivedAt: at });
  if (!isNew) return 'repeated';
  if (finding.result === 'pending' || finding.result === 'unavailable') return 'nothing';
  const pending = await rows.pendingChecks.findByReference({ providerId, propertyId, reference });
  if (pending === undefined) {
    // A vendor can be faster than our disk, or speak of questions that are not ours.
    await rows.pendingChecks.keepEarly({ providerId, propertyId, reference }, { finding, receivedAt: at });
    return 'kept';
  }
  if (pending.state === 'redacting') return 'nothing';
  return (await settlePending(rows, parts, { pending, finding, at })) ?? 'kept';
}

function toRefusal(why: Extract<LaterReading, { kind: 'refused' }>['why'], provider: string): ServiceError {
  switch (why) {
    case 'signature':
    case 'timestamp':
      return new ServiceError('callback_unsigned', { provider, why });
    case 'malformed':
      return new ServiceError('callback_malformed', { provider });
    case 'unsupported':
      return new ServiceError('route_unknown');
  }
}
