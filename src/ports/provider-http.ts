/** A request of a provider. One of `json`, `form` and `text` at most. */
export interface ProviderRequest {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Absolute. No personal data in it: URLs are logged by those in between. */
  readonly url: string;
  readonly headers?: Readonly<Record<string, string>>;
  readonly json?: unknown;
  readonly form?: Readonly<Record<string, string>>;
  readonly text?: string;
}

export interface ProviderResponse {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly text: string;
  /** Throws a `ProviderHttpError` with code `not_json`. */
  json(): unknown;
}

/** The door that providers get. Any status is an answer; what is no answer throws a `ProviderHttpError`. */
export interface ProviderHttp {
  request(request: ProviderRequest): Promise<ProviderResponse>;
}

export type ProviderHttpErrorCode =
  /** Not among the hosts of the manifest, or a redirect away from them. */
  | 'host_undeclared'
  /** A declared host that resolves to this machine or its network. */
  | 'address_private'
  | 'scheme_refused'
  | 'unreachable'
  | 'timeout'
  | 'too_large'
  | 'not_json'
  /** For providers to throw: a status that says that the vendor cannot answer now (429, 5xx). */
  | 'vendor_unavailable'
  /** For providers to throw: the vendor does not take our key. */
  | 'vendor_unauthorized'
  /** For providers to throw: the vendor refuses the request as such. */
  | 'vendor_refused';

/**
 * For providers whose vendor means what its statuses say: nothing for a 2xx, otherwise a `ProviderHttpError` that tells the
 * service whether to try again.
 */
export function assertAnswered({ status }: Pick<ProviderResponse, 'status'>): void {
  if (status >= 200 && status < 300) return;
  if (status === 401 || status === 403) throw new ProviderHttpError('vendor_unauthorized', status);
  if (status === 408 || status === 425 || status === 429 || status >= 500) {
    throw new ProviderHttpError('vendor_unavailable', status);
  }
  throw new ProviderHttpError('vendor_refused', status);
}

/** Its message holds the provider's code and a status only; bodies, URLs and headers stay out. */
export class ProviderHttpError extends Error {
  readonly code: ProviderHttpErrorCode;
  readonly status: number | undefined;

  constructor(code: ProviderHttpErrorCode, status?: number) {
    super(status === undefined ? code : `${code} (status ${status})`);
    this.name = 'ProviderHttpError';
    this.code = code;
    this.status = status;
  }
}
