import { plusMs } from '../calendar.ts';
import type { Instant } from '../subject.ts';

/** How long a pair of tokens lasts. */
export interface TokenLife {
  readonly grantedAt: Instant;
  /** Of the access token. */
  readonly expiresAt: Instant;
}

const refreshShare = 0.5;
const lastShare = 0.95;
const worryShare = 0.75;

/** Half of its life before an access token ends, so that whoever must be called has the other half to act in. */
export function toRefreshDue(life: TokenLife): Instant {
  return toShareOf(life, refreshShare);
}

/** When a refresh that is in doubt is tried again: as late as can be, since a spent refresh token may cost the access token too. */
export function toLastMoment(life: TokenLife): Instant {
  return toShareOf(life, lastShare);
}

/** From when somebody has to be told that nobody could replace the tokens: a quarter of their life is left to act in. */
export function toWorryFrom(life: TokenLife): Instant {
  return toShareOf(life, worryShare);
}

function toShareOf({ grantedAt, expiresAt }: TokenLife, share: number): Instant {
  const lengthMs = Math.max(Date.parse(expiresAt) - Date.parse(grantedAt), 0);
  return plusMs(grantedAt, Math.floor(lengthMs * share));
}
