import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/**
 * Whether a POST comes from a page of ours. The page's own secret decides; what the browser says of the sender is held
 * against it besides. With `Referrer-Policy: no-referrer` browsers send `Origin: null` even from our own pages.
 */
export function isFromOwnPage(
  request: IncomingMessage,
  { sent, expected }: { readonly sent: string | undefined; readonly expected: string },
): boolean {
  const site = request.headers['sec-fetch-site'];
  if (typeof site === 'string' && site !== 'same-origin' && site !== 'none') return false;
  const { origin, host } = request.headers;
  if (origin !== undefined && origin !== 'null' && toHost(origin) !== host) return false;
  const [one, other] = [Buffer.from(sent ?? ''), Buffer.from(expected)];
  return one.length === other.length && timingSafeEqual(one, other);
}

function toHost(origin: string): string | undefined {
  return URL.canParse(origin) ? new URL(origin).host : undefined;
}
