import type { IncomingMessage } from 'node:http';
import { RateLimiterMemory } from 'rate-limiter-flexible';

/** So many wrong links may one address try, in so long. A right one opens all the same: a hotel's guests share addresses. */
export const mostWrongLinks = 20;
const windowS = 600;

/** Counts wrong links by address; answers whether that was one too many. */
export type CountWrongLink = (request: IncomingMessage) => Promise<boolean>;

export function createCountWrongLink(): CountWrongLink {
  const limiter = new RateLimiterMemory({ points: mostWrongLinks, duration: windowS });
  return async (request) => {
    try {
      await limiter.consume(request.socket.remoteAddress ?? 'unknown');
      return false;
    } catch (refusal) {
      if (refusal instanceof Error) throw refusal;
      return true;
    }
  };
}
