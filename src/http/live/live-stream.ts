import type { ServerResponse } from 'node:http';
import type { LiveEntry } from '../../ports/live-feed.ts';
import type { LiveHub } from './live-hub.ts';

export interface LiveStreamRequest {
  readonly propertyId: string;
  /** The last entry that the viewer has seen; absent: from now on. */
  readonly after: number | undefined;
  readonly heartbeatMs: number;
}

/** A viewer that takes nothing for this long has gone without a word. */
const largestBacklogBytes = 1024 * 1024;

/**
 * Server-sent events of one property until the viewer leaves: `timeline` with ids alone, each with its number as event id;
 * `alive` at every heartbeat, so that both ends notice a dead line. What happened since `after` comes first.
 */
export async function streamLive(response: ServerResponse, hub: LiveHub, request: LiveStreamRequest): Promise<void> {
  let sent = request.after ?? (await hub.findLatest());
  const held: LiveEntry[] = [];
  let isReplaying = true;
  const write = (entries: readonly LiveEntry[]): void => {
    const fresh = entries.filter(({ no }) => no > sent);
    const last = fresh.at(-1);
    if (last === undefined) return;
    sent = last.no;
    response.write(fresh.map(toEvent).join(''));
    if (response.writableLength > largestBacklogBytes) response.destroy();
  };
  const stop = await hub.watch({
    propertyId: request.propertyId,
    onEntries: (entries) => (isReplaying ? void held.push(...entries) : write(entries)),
    onEnd: () => response.end(),
  });
  const heartbeat = setInterval(() => response.write(toAlive(sent)), request.heartbeatMs);
  const leave = (): void => {
    stop();
    clearInterval(heartbeat);
  };
  response.once('close', leave);
  if (response.destroyed) leave();
  response.write(`retry: 1000\n${toAlive(sent)}`);
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
