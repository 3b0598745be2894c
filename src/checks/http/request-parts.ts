import type { ProviderRequest } from '../../ports/provider-http.ts';

export interface RequestBody {
  readonly text: string;
  readonly contentType: string;
}

export function toBody({ json, form, text }: ProviderRequest): RequestBody | undefined {
  if (json !== undefined) return { text: JSON.stringify(json), contentType: 'application/json' };
  if (form !== undefined) {
    return { text: new URLSearchParams(form).toString(), contentType: 'application/x-www-form-urlencoded' };
  }
  return text === undefined ? undefined : { text, contentType: 'text/plain; charset=utf-8' };
}

/** What frames a message is ours to say; a `Host` of the provider's own could name another place than its manifest. */
const ours: readonly string[] = ['host', 'connection', 'content-length', 'transfer-encoding', 'expect', 'upgrade'];

export function toHeaders({ headers = {} }: ProviderRequest, body: RequestBody | undefined): Record<string, string> {
  const given = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value] as const);
  return {
    accept: 'application/json',
    'user-agent': 'guest-screening',
    ...(body === undefined ? {} : { 'content-type': body.contentType }),
    ...Object.fromEntries(given.filter(([name]) => !ours.includes(name))),
  };
}
