import type { ProviderRequest } from '../../ports/provider-http.ts';

const statuses: readonly number[] = [301, 302, 303, 307, 308];

export function isRedirect(status: number): boolean {
  return statuses.includes(status);
}

export interface RedirectStep {
  readonly status: number;
  readonly isOtherOrigin: boolean;
}

/**
 * The request that follows a redirect, as the Fetch standard has it: 303, and 301 or 302 of a POST, ask with GET and leave
 * the body behind. To another origin no header goes along: keys are made for one host.
 */
export function toRedirected(
  request: ProviderRequest,
  url: URL,
  { status, isOtherOrigin }: RedirectStep,
): ProviderRequest {
  const losesBody = status === 303 || ((status === 301 || status === 302) && request.method === 'POST');
  const headers = isOtherOrigin ? {} : request.headers;
  const moved = { url: url.href, ...(headers === undefined ? {} : { headers }) };
  if (losesBody) return { method: 'GET', ...moved };
  const { json, form, text, method } = request;
  return {
    method,
    ...moved,
    ...(json === undefined ? {} : { json }),
    ...(form === undefined ? {} : { form }),
    ...(text === undefined ? {} : { text }),
  };
}
