import { toHookSignature } from '../../domain/alerts/hook-signature.ts';
import { ServiceError } from '../../domain/errors.ts';
import { toCurrentSecrets } from '../../domain/signed-callback.ts';
import type { AlertHook, HookDoor } from '../../ports/alerts.ts';
import type { Clock } from '../../ports/clock.ts';
import type { Logger } from '../../ports/logger.ts';
import type { AlertMessage, AlertSender } from './deliver-alert.ts';

export interface PostAlertParts {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly door: HookDoor;
  /** Where alerts of a property go, or those of the whole service; `undefined`: nowhere. */
  readonly hookFor: (propertyId: string | null) => AlertHook | undefined;
  /** The page where somebody can do something about it. */
  readonly toPageUrl: (alert: AlertMessage['alert']) => string;
}

/** Tells a hotel's own machine, signed. docs/operating.md says how its reader checks that it was us. */
export function createPostAlert(parts: PostAlertParts): AlertSender {
  return {
    async send(message, { signal }) {
      const hook = parts.hookFor(message.alert.propertyId);
      if (hook === undefined) return;
      const text = JSON.stringify(toHookBody(message, parts.toPageUrl(message.alert)));
      const atSeconds = Math.floor(Date.parse(parts.clock.now()) / 1_000);
      const headers = {
        'content-type': 'application/json',
        'screening-event': message.key,
        'screening-signature': toHookSignature(toCurrentSecrets(hook.secret), atSeconds, text),
      };
      const { url, isPrivateAllowed } = hook;
      const { status, retryAfterMs } = await parts.door.post({ url, isPrivateAllowed, headers, text }, signal);
      if (status < 200 || status > 299) throw toRefusal(status, retryAfterMs);
      parts.logger.info('alert.posted', { alertId: message.alert.id, phase: message.phase, status });
    },
  };
}

/** The same for every sending: whoever reads it knows a repetition by its `id`. Ids, counts and instants only. */
export function toHookBody({ alert, phase, key }: Omit<AlertMessage, 'recipient'>, url: string) {
  const { id, kind, propertyId, about, facts, openedAt, settledAt = null } = alert;
  const at = phase === 'over' ? settledAt : openedAt;
  return {
    id: key,
    event: `alert.${phase}`,
    at,
    alert: { id, kind, propertyId, about, facts, openedAt, settledAt },
    url,
  };
}

/** What passes by itself is tried for longer than what somebody must mend; a redirect is of the second kind. */
function toRefusal(status: number, retryAfterMs: number | undefined): ServiceError {
  const passes = status === 408 || status === 425 || status === 429 || status >= 500;
  return new ServiceError(passes ? 'alert_hook_unreachable' : 'alert_hook_refused', {
    status,
    ...(passes && retryAfterMs !== undefined && { retryAfterMs }),
  });
}
