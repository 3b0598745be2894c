import { plusMs } from '../domain/calendar.ts';
import { toPast } from '../domain/past.ts';
import type { Instant } from '../domain/subject.ts';
import { syncUrgency } from '../domain/urgency.ts';
import type { Clock } from '../ports/clock.ts';
import type { NewJob } from '../ports/jobs.ts';
import type { ReceivedEvent, Rows, Store } from '../ports/store.ts';
import { createGroupCommit } from './syncing/group-commit.ts';
import type { ExpectedEchoes } from './syncing/expected-echoes.ts';
import { endSilence } from './syncing/watch-silence.ts';

export type ReceiveEvent = (event: Omit<ReceivedEvent, 'receivedAt'>) => Promise<void>;

/**
 * Writes an event down and makes its property's sync due; resolves when both are on disk. A delivery that was seen
 * before changes nothing. Throws `store_full` or `store_locked` where it could not be kept: the PMS will try again.
 */
export function createReceiveEvent(parts: ReceiveEventParts): ReceiveEvent {
  const commit = createGroupCommit<ReceivedEvent>(
    (events) => parts.store.transactionFirst((rows) => keep(rows, events, parts)),
    {
      largestGroup: 500,
    },
  );
  return (event) => commit({ ...event, receivedAt: parts.clock.now() });
}

export interface ReceiveEventParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly expectedEchoes: ExpectedEchoes;
  readonly pace: SyncPace;
}

/** How long an event may wait for others, so that many cost one sync. */
export interface SyncPace {
  readonly burstMs: number;
  /** The least time between the starts of two syncs of one property. */
  readonly gapMs: number;
  /** For what is most likely the echo of our own write. */
  readonly echoMs: number;
}

async function keep(rows: Rows, events: readonly ReceivedEvent[], parts: ReceiveEventParts): Promise<void> {
  const added = await rows.events.addAll(events);
  const jobs: NewJob[] = added.flatMap(toDeletionJobs);
  for (const [propertyId, ofProperty] of Map.groupBy(added, (event) => event.propertyId)) {
    await noteReceived(rows, propertyId, ofProperty);
    const { lastSyncStartedAt } = await rows.properties.get(propertyId);
    const lastStartedAt = toPast(lastSyncStartedAt, parts.clock.now());
    const dues = ofProperty.map((event) => toSyncDue(event, lastStartedAt, parts));
    const runAt = dues.reduce((soonest, due) => (due < soonest ? due : soonest));
    jobs.push({ kind: 'sync-property', payload: { propertyId }, urgency: syncUrgency, runAt });
  }
  await rows.jobs.enqueueAll(jobs);
}

async function noteReceived(rows: Rows, propertyId: string, events: readonly ReceivedEvent[]): Promise<void> {
  const times = events.map(({ receivedAt }) => receivedAt).sort();
  const [firstAt, lastAt] = [times[0], times.at(-1)];
  if (firstAt === undefined || lastAt === undefined) return;
  const before = await rows.syncStates.noteEvents(propertyId, { firstAt, lastAt });
  await endSilence(rows, before, lastAt);
}

/** The one thing that no sync can see, since the PMS no longer lists a deleted reservation. */
function toDeletionJobs({ name, propertyId, reservationId, receivedAt }: ReceivedEvent): NewJob[] {
  if (name !== 'reservation/deleted' || reservationId === undefined) return [];
  const payload = { propertyId, reservationId };
  return [{ kind: 'confirm-deletion', payload, urgency: syncUrgency, runAt: receivedAt }];
}

function toSyncDue(event: ReceivedEvent, lastStartedAt: Instant | undefined, parts: ReceiveEventParts): Instant {
  const { pace } = parts;
  const soon = plusMs(event.receivedAt, isLikelyEcho(event, parts) ? pace.echoMs : pace.burstMs);
  const earliest = lastStartedAt === undefined ? soon : plusMs(lastStartedAt, pace.gapMs);
  return earliest > soon ? earliest : soon;
}

/** Whether our own write announced this change of a guest. Only a hint: such an event is followed later, never dropped. */
function isLikelyEcho(event: ReceivedEvent, { expectedEchoes }: ReceiveEventParts): boolean {
  return (
    event.name === 'guest/details_changed' &&
    event.guestId !== undefined &&
    expectedEchoes.take(event.propertyId, event.guestId, event.receivedAt)
  );
}
