import { isIP } from 'node:net';
import type { HttpAnswer, HttpGet } from './http-get.ts';
import { RefreshError } from './refresh-error.ts';
import { withinDeadline } from './within-deadline.ts';

/** What the publisher said of a file when it was last taken, to ask whether it has changed since. */
export interface FileValidators {
  readonly etag?: string;
  readonly lastModified?: string;
}

export interface ListFileRequest {
  readonly url: string;
  /** Host names to which this request may go, its own and those to which it may be redirected. */
  readonly hosts: readonly string[];
  readonly validators?: FileValidators | undefined;
}

const maxRedirects = 5;
const redirects = [301, 302, 303, 307, 308];

/** Asks for a file, follows its publisher's redirects, and hands on the answer: 200, or 304 where validators went along. */
export async function requestListFile(
  request: ListFileRequest,
  httpGet: HttpGet,
  signal: AbortSignal,
): Promise<HttpAnswer> {
  let url = toAllowedUrl(new URL(request.url), request.hosts);
  for (let hop = 0; hop <= maxRedirects; hop += 1) {
    const answer = await ask(url, toHeaders(request.validators), { httpGet, signal });
    if (answer.status === 200 || (answer.status === 304 && hasValidators(request.validators))) return answer;
    answer.discard();
    const location = answer.headers.location;
    if (!redirects.includes(answer.status)) throw new RefreshError('http_status', { status: answer.status });
    if (location === undefined || !URL.canParse(location, url.href)) throw new RefreshError('redirect_refused');
    url = toAllowedUrl(new URL(location, url), request.hosts);
  }
  throw new RefreshError('redirect_refused', { redirects: maxRedirects });
}

async function ask(
  url: URL,
  headers: Readonly<Record<string, string>>,
  { httpGet, signal }: { readonly httpGet: HttpGet; readonly signal: AbortSignal },
): Promise<HttpAnswer> {
  try {
    return await withinDeadline(httpGet({ url, headers, signal }), signal);
  } catch (error) {
    if (signal.aborted || error instanceof RefreshError) throw error;
    throw new RefreshError('unreachable', {}, error);
  }
}

/** A publisher's host has a name; an address instead of one is never meant for us. */
function toAllowedUrl(url: URL, hosts: readonly string[]): URL {
  const plain = url.protocol === 'https:' && url.port === '' && url.username === '' && url.password === '';
  const host = url.hostname.replace(/^\[|\]$/g, '');
  if (isIP(host) !== 0) throw new RefreshError('address_refused');
  if (!plain || !hosts.includes(host)) throw new RefreshError('redirect_refused');
  return url;
}

function toHeaders(validators: FileValidators | undefined): Readonly<Record<string, string>> {
  return {
    // Some publishers refuse requests that do not say who asks.
    'user-agent': 'guest-screening (watchlist refresh)',
    accept: '*/*',
    'accept-encoding': 'identity',
    ...(validators?.etag !== undefined && { 'if-none-match': validators.etag }),
    ...(validators?.lastModified !== undefined && { 'if-modified-since': validators.lastModified }),
  };
}

function hasValidators(validators: FileValidators | undefined): boolean {
  return validators?.etag !== undefined || validators?.lastModified !== undefined;
}
