import { ProviderHttpError } from '../ports/provider-http.ts';

export interface RetryPolicy {
  /** Further tries after the first. */
  readonly tries: number;
  readonly firstDelayMs: number;
}

export interface RetryParts {
  readonly policy: RetryPolicy;
  /** What is left until the deadline: a wait that would end after it is not begun. */
  readonly remainingMs: () => number;
  /** What the vendor asked for with its latest answer. */
  readonly findRetryAfterMs: () => number | undefined;
  readonly wait: (ms: number) => Promise<void>;
  /** From 0 up to 1. */
  readonly random: () => number;
}

/** Tries again what failed in a way that may pass; otherwise, and at the end of its tries or time, what failed flies. */
export async function withRetries<Result>(work: () => Promise<Result>, parts: RetryParts): Promise<Result> {
  for (let failures = 0; ; failures += 1) {
    try {
      return await work();
    } catch (error) {
      const waitMs = toWaitMs(failures, parts);
      if (failures >= parts.policy.tries || !mayPass(error) || waitMs >= parts.remainingMs()) throw error;
      await parts.wait(waitMs);
    }
  }
}

/** Doubles with each failure; half of it is left to chance, so that those who failed together do not come back together. */
function toWaitMs(failures: number, { policy, random, findRetryAfterMs }: RetryParts): number {
  const fullMs = policy.firstDelayMs * 2 ** failures;
  return Math.max(fullMs / 2 + (fullMs / 2) * random(), findRetryAfterMs() ?? 0);
}

function mayPass(error: unknown): boolean {
  return error instanceof ProviderHttpError && (error.code === 'unreachable' || error.code === 'vendor_unavailable');
}
