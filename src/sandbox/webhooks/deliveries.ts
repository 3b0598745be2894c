import type { Randomness } from '../randomness.ts';
import type { StatsBook } from '../stats.ts';
import { createTimers } from '../timers.ts';
import { listSubscriptions } from '../world/subscriptions.ts';
import type { WorldState } from '../world/world-state.ts';
import { toPayload } from './payload.ts';
import { createPoster } from './post-json.ts';
import type { WebhookSettings } from './webhook-settings.ts';

export interface Deliveries {
  /** Resolves when nothing is queued, waiting for a retry or in flight. */
  settled(): Promise<void>;
  close(): void;
}

interface Delivery {
  readonly url: string;
  readonly body: string;
  readonly tries: number;
}

/** With shuffle, how far apart deliveries of one moment can end up. */
const shuffleWithinMs = 40;

/** Rings at every subscribed address for what happens in the world; `settings` are read anew for each delivery. */
export function startDeliveries(
  state: WorldState,
  { settings, book, random }: { settings: Readonly<WebhookSettings>; book: StatsBook; random: Randomness },
): Deliveries {
  const timers = createTimers();
  const poster = createPoster();
  const pending = createPendingCount();
  let isClosed = false;

  async function attempt(delivery: Delivery): Promise<void> {
    book.countDelivery('attempted');
    const isAcknowledged = await poster.post(delivery.url, delivery.body, settings.timeoutMs);
    if (isClosed) return;
    book.countDelivery(isAcknowledged ? 'acknowledged' : 'failed');
    const isLastTry = delivery.tries + 1 >= settings.maxTries;
    if (!isAcknowledged && isLastTry) book.countDelivery('lost');
    if (isAcknowledged || isLastTry) pending.remove();
    else timers.after(settings.retryDelayMs, () => void attempt({ ...delivery, tries: delivery.tries + 1 }));
  }

  function schedule(url: string, body: string): void {
    pending.add();
    const delayMs = settings.delayMs + (settings.shuffle ? random.integer(0, shuffleWithinMs) : 0);
    timers.after(delayMs, () => void attempt({ url, body, tries: 0 }));
  }

  state.listeners.add((event) => {
    if (isClosed) return;
    const body = JSON.stringify(toPayload(event, random));
    for (const { object, action, endpointUrl } of listSubscriptions(state, event.propertyId)) {
      if (`${object}/${action}` !== event.event) continue;
      if (random.happens(settings.loseShare)) {
        book.countDelivery('lost');
        continue;
      }
      schedule(endpointUrl, body);
      if (random.happens(settings.duplicateShare)) schedule(endpointUrl, body);
    }
  });

  return {
    settled: () => pending.isZero(),
    close: () => {
      isClosed = true;
      timers.clear();
      poster.close();
      pending.clear();
    },
  };
}

function createPendingCount() {
  let count = 0;
  let waiting: (() => void)[] = [];

  function resolveWaiting(): void {
    for (const resolve of waiting) resolve();
    waiting = [];
  }

  return {
    add: () => {
      count += 1;
    },
    remove: () => {
      count -= 1;
      if (count === 0) resolveWaiting();
    },
    clear: () => {
      count = 0;
      resolveWaiting();
    },
    isZero: (): Promise<void> =>
      count === 0 ? Promise.resolve() : new Promise<void>((resolve) => void waiting.push(resolve)),
  };
}
