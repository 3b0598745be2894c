import { createHash } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { promisify } from 'node:util';
import { gzip } from 'node:zlib';
import { stringifySetCookie } from 'cookie';
import { type PageContent, toFormDocument } from '../../pages/form/form-document.ts';
import type { PageFrame } from '../../pages/form/form-view.ts';

/** What a request for a page is answered with. Cookies are for this form's address alone. */
export type FormAnswer = { readonly cookies?: readonly FormCookie[] } & (
  { readonly status: number; readonly frame: PageFrame; readonly content: PageContent } | { readonly seeOther: string }
);

export interface FormCookie {
  readonly name: string;
  readonly value: string;
  readonly path: string;
}

const compress = promisify(gzip);
const cookieSeconds = 90 * 24 * 3_600;

/** Guests' pages are kept, framed and sniffed by nobody, and send their address to nobody: it is the key. */
const protectiveHeaders = {
  'Cache-Control': 'no-store',
  'Cross-Origin-Opener-Policy': 'same-origin',
  'Cross-Origin-Resource-Policy': 'same-origin',
  'Permissions-Policy': 'camera=(), geolocation=(), microphone=()',
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
  'X-Frame-Options': 'DENY',
  'X-Robots-Tag': 'noindex, nofollow',
};

export async function writeFormAnswer(
  { request, response, isSecure }: { request: IncomingMessage; response: ServerResponse; isSecure: boolean },
  answer: FormAnswer,
): Promise<void> {
  const cookies = (answer.cookies ?? []).map((cookie) =>
    stringifySetCookie({ ...cookie, httpOnly: true, sameSite: 'lax', secure: isSecure, maxAge: cookieSeconds }),
  );
  const headers = { ...protectiveHeaders, ...(cookies.length > 0 && { 'Set-Cookie': cookies }) };
  if ('seeOther' in answer) {
    response.writeHead(303, { ...headers, Location: answer.seeOther }).end();
    return;
  }
  const { markup, styles } = toFormDocument(answer.frame, answer.content);
  const isCompressed = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
  const body = isCompressed ? await compress(markup) : Buffer.from(markup);
  response
    .writeHead(answer.status, {
      ...headers,
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Length': body.length,
      'Content-Language': answer.frame.language,
      'Content-Security-Policy': toPolicy(answer.frame, styles),
      Vary: 'Accept-Encoding, Accept-Language, Cookie',
      ...(isCompressed && { 'Content-Encoding': 'gzip' }),
      ...(answer.status === 413 && { Connection: 'close' }),
    })
    .end(request.method === 'HEAD' ? undefined : body);
}

/** Only our own files run, and only the two styles that we wrote into the page count. */
function toPolicy({ property: { logoUrl } }: PageFrame, styles: readonly string[]): string {
  const logo = logoUrl !== undefined && URL.canParse(logoUrl) ? ` ${new URL(logoUrl).origin}` : '';
  return [
    "default-src 'none'",
    "script-src 'self'",
    `style-src ${styles.map((style) => `'sha256-${toHash(style)}'`).join(' ')}`,
    `img-src 'self' data:${logo}`,
    "connect-src 'self'",
    "worker-src 'self'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const hashes = new Map<string, string>();
const mostHashes = 1_000;

/** The stylesheet is hashed once, and each property's colours. */
function toHash(style: string): string {
  const known = hashes.get(style);
  if (known !== undefined) return known;
  if (hashes.size >= mostHashes) hashes.clear();
  const made = createHash('sha256').update(style).digest('base64');
  hashes.set(style, made);
  return made;
}
