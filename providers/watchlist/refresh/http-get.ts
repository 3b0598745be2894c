/** The answer's head, and its body while it arrives. */
export interface HttpAnswer {
  readonly status: number;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  readonly body: AsyncIterable<Uint8Array>;
  /** Ends the exchange without reading the rest. */
  readonly discard: () => void;
}

export interface HttpRequest {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
}

/** One GET. Follows no redirect and decodes nothing; rejects where no answer comes. */
export type HttpGet = (request: HttpRequest) => Promise<HttpAnswer>;
