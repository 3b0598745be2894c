import { isIP, type LookupFunction } from 'node:net';
import { ServiceError } from '../../domain/errors.ts';
import type { HookDoor } from '../../ports/alerts.ts';
import { ProviderHttpError } from '../../ports/provider-http.ts';
import { isWithinReach } from '../../network/address-reach.ts';
import { createExchange } from './exchange.ts';
import { toRetryAfterMs } from './retry-after.ts';

export interface HookDoorOptions {
  /** Of one request. */
  readonly deadlineMs?: number;
  /** For tests: how names are resolved. */
  readonly resolve?: LookupFunction;
}

const defaultDeadlineMs = 10_000;
/** Nobody reads what an address of somebody's own answers. */
const largestBytes = 64 * 1024;

/** The guard of providers' hosts, for the one address that a hotel names itself: its name is resolved once, by us. */
export function createHookDoor({ deadlineMs = defaultDeadlineMs, resolve }: HookDoorOptions = {}): HookDoor {
  const exchange = createExchange({ largestBytes, ...(resolve && { resolve }) });
  return {
    async post({ url: address, isPrivateAllowed, headers, text }, signal) {
      const url = new URL(address);
      const reach = isPrivateAllowed ? 'own' : 'public';
      const host = url.hostname.replace(/^\[|\]$/g, '');
      // An address in digits is resolved by nobody, and so looked at here.
      if (isIP(host) !== 0 && !isWithinReach(host, reach)) throw toError(new ProviderHttpError('address_private'));
      const request = { method: 'POST', url: url.href, headers, text } as const;
      const ending = AbortSignal.any([signal, AbortSignal.timeout(deadlineMs)]);
      try {
        const answer = await exchange({ request, url, reach, signal: ending, noteSent: () => undefined });
        const retryAfterMs = toRetryAfterMs(answer.headers['retry-after'], Date.now());
        return { status: answer.status, ...(retryAfterMs !== undefined && { retryAfterMs }) };
      } catch (error) {
        signal.throwIfAborted(); // its reason says whose end it was
        throw toError(error);
      }
    },
  };
}

function toError(error: unknown): unknown {
  if (!(error instanceof ProviderHttpError)) return error;
  const { code } = error;
  // An answer that is too long was one: what it said does not matter.
  return new ServiceError(code === 'address_private' ? 'alert_hook_refused' : 'alert_hook_unreachable', {
    reason: code,
  });
}
