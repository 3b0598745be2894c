import { plusMs } from '../calendar.ts';
import type { Instant } from '../subject.ts';

/** `key`: a property's own, given by somebody · `delivered_key` and `oauth`: what the PMS gave to a technology partner's app. */
export type ConnectionKind = 'key' | 'delivered_key' | 'oauth';

/** `connecting`: its events and our fields are being set up; requests are sent · `disconnected`: none is. */
export type ConnectionState = 'connecting' | 'connected' | 'disconnected';

/**
 * `app_disabled`: the hotel disconnected the app in the PMS · `key_refused`: the PMS answered 401, or takes no refresh token
 * any more · `key_withdrawn`: the environment has no key any more · `ended_here`: somebody disconnected it in this service.
 */
export type DisconnectionReason = 'app_disabled' | 'key_refused' | 'key_withdrawn' | 'ended_here';

/** What somebody should do about a connection. */
export type ConnectionAdvice = 'nothing' | 'wait' | 'give_key' | 'authorize' | 'enable_app' | 'reconnect';

export interface ConnectionStanding {
  readonly kind: ConnectionKind;
  readonly state: ConnectionState;
  readonly reason?: DisconnectionReason;
  /** Whether nobody knows if the refresh token still counts. */
  readonly isInDoubt: boolean;
}

export function toConnectionAdvice({ kind, state, reason, isInDoubt }: ConnectionStanding): ConnectionAdvice {
  if (isInDoubt) return 'authorize';
  if (state === 'connected') return 'nothing';
  if (state === 'connecting') return 'wait';
  switch (reason ?? 'ended_here') {
    case 'app_disabled':
      return kind === 'key' ? 'enable_app' : 'authorize';
    case 'key_refused':
      return kind === 'key' ? 'give_key' : 'authorize';
    case 'key_withdrawn':
      return 'give_key';
    case 'ended_here':
      return 'reconnect';
  }
}

const firstProbeMs = 60_000;
const longestProbeMs = 60 * 60_000;

/** When a refused key is tried again, with one request: after a minute, then twice as long each time, up to an hour. */
export function toNextProbe(probes: number, now: Instant): Instant {
  return plusMs(now, Math.min(firstProbeMs * 2 ** Math.min(probes, 10), longestProbeMs));
}

/** When the try that was planned is due: now, where a clock that was ahead has put it off for longer than any is. */
export function toPlannedProbe(nextProbeAt: Instant, now: Instant): Instant {
  return nextProbeAt > plusMs(now, longestProbeMs) ? now : nextProbeAt;
}
