import { randomBytes, randomUUID } from 'node:crypto';
import { plusMs } from '../../domain/calendar.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Rows } from '../../ports/store.ts';
import type { Session } from '../../ports/users.ts';

/** A shift, and a day. */
export const idleMs = 8 * 3_600_000;
const longestMs = 24 * 3_600_000;
/** For whoever holds the key to everything. */
const adminTokenMs = 3_600_000;
/** To find the phone. */
const secondFactorMs = 10 * 60_000;

/** Where a request comes from. */
export interface Caller {
  readonly address: string;
  readonly userAgent?: string;
  /** The secret of the session cookie that came with it. */
  readonly sessionSecret?: string;
  /** The `Cookie` header, for the routes that have another cookie of their own. */
  readonly cookies?: string;
}

export interface OpenedSession {
  readonly state: 'signed_in' | 'second_factor_needed';
  /** For the cookie; kept nowhere else. */
  readonly secret: string;
  readonly expiresAt: Instant;
}

/** Begins a session: always with a new secret, and the one that came with the request ends. */
export async function openSession(
  rows: Rows,
  { userId, stage, at, caller }: Pick<Session, 'userId' | 'stage'> & { readonly at: Instant; readonly caller: Caller },
): Promise<OpenedSession> {
  if (caller.sessionSecret !== undefined) await endSession(rows, caller.sessionSecret);
  const secret = randomBytes(32).toString('base64url');
  const expiresAt = plusMs(at, toLengthMs(userId, stage));
  const userAgent = caller.userAgent?.slice(0, 300);
  const session = { id: randomUUID(), stage, startedAt: at, lastSeenAt: at, expiresAt };
  await rows.sessions.add(
    { ...session, ...(userId !== undefined && { userId }), ...(userAgent !== undefined && { userAgent }) },
    secret,
  );
  return { state: stage === 'full' ? 'signed_in' : 'second_factor_needed', secret, expiresAt };
}

function toLengthMs(userId: string | undefined, stage: Session['stage']): number {
  if (stage === 'second_factor') return secondFactorMs;
  return userId === undefined ? adminTokenMs : longestMs;
}

export async function endSession(rows: Rows, secret: string): Promise<void> {
  const session = await rows.sessions.findBySecret(secret);
  if (session !== undefined) await rows.sessions.remove(session.id);
}

/** Whether a session still holds: neither too old nor unused for too long. */
export function isAlive({ expiresAt, lastSeenAt }: Session, now: Instant): boolean {
  return now < expiresAt && now < plusMs(lastSeenAt, idleMs);
}
