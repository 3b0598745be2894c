/** How long after one slot the next one comes back, as long as there are fewer than when the PMS refused. */
const stepMs = 1_000;
/** The same where it did refuse: that many may be too many. Doubled each time that it refuses them again. */
const firstProbeMs = 5_000;
const longestProbeMs = 30_000;
/** A refusal so soon after a slot came back says that it was one too many; later it is a mishap. */
const tooManyMs = 3_000;

export interface Adjustable {
  concurrency: number;
}

/**
 * After the PMS has slowed us down, half of the slots go on when the pause is over. The others come back one by one: quickly up
 * to one less than was refused, then carefully, and the more so the more often that was too much. So a mishap of theirs costs
 * seconds, however often there is one, and a limit that is lower than we think is tried seldom, while all below it is used.
 */
export function createSlowStart(queue: Adjustable, limit: number) {
  let timer: NodeJS.Timeout | undefined;
  let pauseEndsAtMs = 0;
  let lastBackAtMs = -Infinity;
  let refused = limit;
  let probeMs = firstProbeMs;

  const note = (nowMs: number) => {
    const going = queue.concurrency;
    if (nowMs - lastBackAtMs < tooManyMs) {
      if (going >= refused) probeMs = Math.min(probeMs * 2, longestProbeMs);
      refused = going;
    } else if (going >= refused) {
      // As many were taken for a while.
      probeMs = Math.max(probeMs / 2, firstProbeMs);
      refused = Math.min(going + 1, limit);
    }
    queue.concurrency = Math.max(1, Math.floor(going / 2));
  };
  const comeBack = (waitsMs: readonly number[]) => {
    const [waitMs, ...others] = waitsMs;
    if (waitMs === undefined) return;
    timer = setTimeout(() => {
      queue.concurrency += 1;
      lastBackAtMs = performance.now();
      comeBack(others);
    }, waitMs).unref();
  };

  return {
    /** Answers in how many milliseconds each slot is back. */
    begin(pauseMs: number): readonly number[] {
      if (limit === Infinity) return [];
      const nowMs = performance.now();
      // Nothing is sent during a pause: what is refused then left before, and says nothing new.
      if (nowMs >= pauseEndsAtMs) note(nowMs);
      pauseEndsAtMs = Math.max(pauseEndsAtMs, nowMs + pauseMs);
      const going = queue.concurrency;
      const waitsMs = toWaits({ going, refused, limit, probeMs });
      const leftMs = pauseEndsAtMs - nowMs;
      const back = waitsMs.map((_, slot) => leftMs + toSum(waitsMs.slice(0, slot + 1)));
      clearTimeout(timer);
      comeBack(waitsMs.map((waitMs, slot) => (slot === 0 ? leftMs + waitMs : waitMs)));
      return [...Array.from({ length: going }, () => leftMs), ...back];
    },
  };
}

interface Levels {
  readonly going: number;
  readonly refused: number;
  readonly limit: number;
  readonly probeMs: number;
}

/** How long each slot that does not go on waits after the one before. What was taken once too often is gone about ever faster. */
function toWaits({ going, refused, limit, probeMs }: Levels): readonly number[] {
  return Array.from({ length: limit - going }, (_, index) => {
    const level = going + index + 1;
    return level < refused ? stepMs : Math.max(probeMs / 2 ** (level - refused), stepMs);
  });
}

function toSum(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
