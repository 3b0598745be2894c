import { randomUUID } from 'node:crypto';
import { plusMs } from '../../domain/calendar.ts';
import type { Instant, Subject } from '../../domain/subject.ts';
import { personWaits, type Urgency } from '../../domain/urgency.ts';
import type { Rows, SubjectKey, TimelineEvent } from '../../ports/store.ts';

/** *In progress* is worth a request only where the answer takes longer than this. */
const progressShownAfterMs = 5_000;

export interface ScreeningStart {
  readonly subject: Subject;
  readonly fingerprint: string;
  readonly at: Instant;
  readonly urgency: Urgency;
  readonly because: { readonly event: TimelineEvent; readonly actor: string };
}

/** A new screening of a subject as it is now, the job that runs its checks, and one that shows it while it is open. */
export async function startScreening(rows: Rows, start: ScreeningStart): Promise<{ readonly screeningId: string }> {
  const { subject, at, urgency } = start;
  const { propertyId, reservationId, guestId } = subject;
  const screeningId = randomUUID();
  await rows.screenings.add({
    id: screeningId,
    propertyId,
    reservationId,
    guestId,
    fingerprint: start.fingerprint,
    createdAt: at,
  });
  await rows.screenings.addToTimeline({ screeningId, at, ...start.because });
  await rows.jobs.enqueueAll([
    { kind: 'run-checks', payload: { propertyId, screeningId }, urgency, runAt: at },
    { kind: 'write-back', payload: { propertyId, guestId }, urgency, runAt: plusMs(at, progressShownAfterMs) },
  ]);
  return { screeningId };
}

/** Screens a subject again, as it is now, because somebody asked; `undefined` where its stay is off. */
export async function screenAgain(
  rows: Rows,
  key: SubjectKey,
  asked: { readonly at: Instant; readonly actor: string },
): Promise<{ readonly screeningId: string } | undefined> {
  const stored = await rows.subjects.find(key);
  if (stored?.isActive !== true) return undefined;
  return startScreening(rows, {
    subject: stored.subject,
    fingerprint: stored.fingerprint,
    at: asked.at,
    urgency: personWaits,
    because: { event: 'rescreen_asked', actor: asked.actor },
  });
}
