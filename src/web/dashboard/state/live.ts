import { signal } from '@preact/signals';
import { ProblemError } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { session } from './session.ts';

/** `lost`: what stands on the page may be out of date; it is looked for again all the time. */
export type Connection = 'connecting' | 'live' | 'lost';

export const connection = signal<Connection>('connecting');

/** When anything was last heard of the service, in ms. */
export const lastHeardAt = signal(Date.now());

/** Counts what happened at the property: whatever shows guests loads them again when it moves. */
export const changes = signal(0);

/** Many guests at once are one look at the service. */
const gatherMs = 400;
/** While it goes on happening: a hundred boards that look again and again would keep the service from what they wait for. */
const betweenLooksMs = 2_000;
/** Beyond this silence a stream counts as dead, although nobody closed it: a laptop was asleep, a proxy gave up. */
const silenceMs = 45_000;
const firstPauseMs = 1_000;
const longestPauseMs = 20_000;

interface Following {
  readonly propertyId: string;
  source?: EventSource;
  gather?: ReturnType<typeof setTimeout>;
  watch?: ReturnType<typeof setInterval>;
  again?: ReturnType<typeof setTimeout>;
  pauseMs: number;
  lastEventId?: string;
  lookedAt: number;
}

let following: Following | undefined;

/** Listens to what happens at a property, and comes back by itself after a lost connection, missing nothing. */
export function followLive(propertyId: string): void {
  stopFollowing();
  const mine: Following = { propertyId, pauseMs: firstPauseMs, lookedAt: 0 };
  following = mine;
  connection.value = 'connecting';
  lastHeardAt.value = Date.now();
  open(mine);
  mine.watch = setInterval(() => {
    if (Date.now() - lastHeardAt.value > silenceMs) lose(mine);
  }, silenceMs / 3);
  addEventListener('online', retryNow);
  addEventListener('offline', loseNow);
}

export function stopFollowing(): void {
  const mine = following;
  following = undefined;
  if (mine === undefined) return;
  mine.source?.close();
  clearTimeout(mine.gather);
  clearTimeout(mine.again);
  clearInterval(mine.watch);
  removeEventListener('online', retryNow);
  removeEventListener('offline', loseNow);
}

function open(mine: Following): void {
  mine.source?.close();
  const source = new EventSource(toStreamAddress(mine));
  mine.source = source;
  source.addEventListener('open', () => {
    const wasLost = connection.value !== 'live';
    hear(mine);
    connection.value = 'live';
    mine.pauseMs = firstPauseMs;
    if (wasLost) changes.value += 1;
  });
  source.addEventListener('timeline', (event: MessageEvent) => hearOfChange(mine, event));
  source.addEventListener('missed', (event: MessageEvent) => hearOfChange(mine, event));
  source.addEventListener('alive', (event: MessageEvent) => hear(mine, event));
  source.addEventListener('error', () => lose(mine));
}

function toStreamAddress({ propertyId, lastEventId }: Following): string {
  const after = lastEventId === undefined ? '' : `?lastEventId=${encodeURIComponent(lastEventId)}`;
  return `/api/v1/properties/${encodeURIComponent(propertyId)}/live${after}`;
}

function hear(mine: Following, event?: MessageEvent): void {
  if (event !== undefined) mine.lastEventId = event.lastEventId;
  if (mine === following) lastHeardAt.value = Date.now();
}

/** The first change is shown at once, those that follow together. */
function hearOfChange(mine: Following, event: MessageEvent): void {
  hear(mine, event);
  mine.gather ??= setTimeout(
    () => {
      delete mine.gather;
      mine.lookedAt = Date.now();
      changes.value += 1;
    },
    Math.max(gatherMs, mine.lookedAt + betweenLooksMs - Date.now()),
  );
}

function lose(mine: Following): void {
  if (mine !== following || mine.again !== undefined) return;
  mine.source?.close();
  connection.value = 'lost';
  mine.again = setTimeout(() => {
    delete mine.again;
    void knock(mine);
  }, mine.pauseMs);
  mine.pauseMs = Math.min(mine.pauseMs * 2, longestPauseMs);
}

/** A stream that is refused does not say why: an ended session is found out here. */
async function knock(mine: Following): Promise<void> {
  const answer = await client.GET('/api/v1/me').catch((error: unknown) => error);
  if (mine !== following) return;
  const isSignedOut = answer instanceof Object && 'response' in answer && (answer.response as Response).status === 401;
  if (isSignedOut) session.value = { state: 'signed_out' };
  else if (answer instanceof Error && !(answer instanceof ProblemError)) lose(mine);
  else open(mine);
}

function retryNow(): void {
  if (following === undefined) return;
  clearTimeout(following.again);
  delete following.again;
  following.pauseMs = firstPauseMs;
  open(following);
}

function loseNow(): void {
  if (following !== undefined) lose(following);
}
