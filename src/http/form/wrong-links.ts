import type { Request } from 'express';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** So many wrong links may one address try, in so long. A right one opens all the same: a hotel's guests share addresses. */
export const mostWrongLinks = 20;
const windowS = 600;

/** Counts wrong links by address, behind proxies that are trusted by the one they name; answers whether that was one too many. */
export type CountWrongLink = (request: Pick<Request, 'ip'>) => Promise<boolean>;

export function createCountWrongLink(): CountWrongLink {
  const limiter = new RateLimiterMemory({ points: mostWrongLinks, duration: windowS });
  return async (request) => {
    try {
      await limiter.consume(request.ip ?? 'unknown');
      return false;
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      return true;
    }
  };
}
