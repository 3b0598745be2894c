import { RateLimiterMemory, RateLimiterRes } from 'rate-limiter-flexible';
import { ServiceError } from '../../domain/errors.ts';

export interface RateLimits {
  /** Headers that tell how much is left. Throws `rate_limited`. */
  spend(kind: 'caller' | 'address', key: string): Promise<Readonly<Record<string, string>>>;
}

const windowS = 60;
/** A whole hotel may stand behind one address. */
const callersPerAddress = 4;

/** Counts requests by the minute, in this process. `perMinute` is of one caller; 0 sets no limit. */
export function createRateLimits(perMinute: number): RateLimits {
  if (perMinute === 0) return { spend: () => Promise.resolve({}) };
  const limiters = {
    caller: new RateLimiterMemory({ points: perMinute, duration: windowS }),
    address: new RateLimiterMemory({ points: perMinute * callersPerAddress, duration: windowS }),
  };
  return {
    async spend(kind, key) {
      const limiter = limiters[kind];
      try {
        return toHeaders(limiter.points, await limiter.consume(key));
      } catch (error) {
        if (!(error instanceof RateLimiterRes)) throw error;
        throw new ServiceError('rate_limited', { retryAfterS: toSeconds(error) });
      }
    },
  };
}

/** draft-ietf-httpapi-ratelimit-headers */
function toHeaders(points: number, result: RateLimiterRes): Readonly<Record<string, string>> {
  return {
    'RateLimit-Policy': `"default";q=${points};w=${windowS}`,
    RateLimit: `"default";r=${result.remainingPoints};t=${toSeconds(result)}`,
  };
}

function toSeconds({ msBeforeNext }: RateLimiterRes): number {
  return Math.max(1, Math.ceil(msBeforeNext / 1_000));
}
