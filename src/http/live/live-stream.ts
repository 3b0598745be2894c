import type { ServerResponse } from 'node:http';
import type { Role } from '../../domain/access.ts';
import type { LiveEntry } from '../../ports/live-feed.ts';
import { seesEvent } from '../screenings/screening-view.ts';
import type { LiveHub } from './live-hub.ts';

export interface LiveStreamRequest {
  readonly propertyId: string;
  readonly viewer: Role;
  /** The last entry that the viewer has seen; absent: from now on. */
  readonly after: number | undefined;
  readonly heartbeatMs: number;
  /** Does something again and again; answers how to end that. The default is the real thing. */
  readonly every?: (ms: number, work: () => void) => () => void;
}

/** A viewer that takes nothing for this long has gone without a word. */
const largestBacklogBytes = 1024 * 1024;

/** Who was away for more entries than this, of all properties, is told so instead: a hundred may come back at once. */
const mostReplayed = 5_000;

/**
 * Server-sent events of one property until the viewer leaves: `timeline` with ids alone, each with its number as event id, as
 * far as the viewer's role sees the timeline;
 * `alive` at every heartbeat, so that both ends notice a dead line. What happened since `after` comes first, or `missed`
 * where that is too much.
 */
export async function streamLive(response: ServerResponse, hub: LiveHub, request: LiveStreamRequest): Promise<void> {
  const latest = await hub.findLatest();
  const hasMissed = request.after !== undefined && request.after < latest - mostReplayed;
  // A number that is still to come was made up.
  let sent = hasMissed ? latest : Math.min(request.after ?? latest, latest);
  const held: LiveEntry[] = [];
  let isReplaying = true;
  const write = (entries: readonly LiveEntry[], through = 0): void => {
    const fresh = entries.filter(({ no }) => no > sent);
    sent = Math.max(sent, through, fresh.at(-1)?.no ?? 0);
    const seen = fresh.filter(({ event }) => seesEvent(request.viewer, event));
    if (seen.length === 0) return;
    response.write(seen.map(toEvent).join(''));
    if (response.writableLength > largestBacklogBytes) response.destroy();
  };
  const stop = await hub.watch({
    propertyId: request.propertyId,
    onRead: (entries, through) => (isReplaying ? void held.push(...entries) : write(entries, through)),
    onEnd: () => response.end(),
  });
  const { every = everyInterval } = request;
  const endHeartbeat = every(request.heartbeatMs, () => void response.write(toAlive(sent)));
  const leave = (): void => {
    stop();
    endHeartbeat();
  };
  response.once('close', leave);
  if (response.destroyed) leave();
  response.write(`retry: 1000\n${toAlive(sent)}${hasMissed ? toMissed(sent) : ''}`);
  for await (const entries of hub.replay(request.propertyId, sent)) write(entries);
  isReplaying = false;
  write(held);
}

function toEvent({ no, screeningId, reservationId, guestId, event, at }: LiveEntry): string {
  return `id: ${no}\nevent: timeline\ndata: ${JSON.stringify({ screeningId, reservationId, guestId, event, at })}\n\n`;
}

function toAlive(sent: number): string {
  return `id: ${sent}\nevent: alive\ndata: {}\n\n`;
}

function toMissed(sent: number): string {
  return `id: ${sent}\nevent: missed\ndata: {}\n\n`;
}

function everyInterval(ms: number, work: () => void): () => void {
  const timer = setInterval(work, ms);
  return () => clearInterval(timer);
}
