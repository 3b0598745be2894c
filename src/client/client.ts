import createFetchClient, { type Client } from 'openapi-fetch';
import type { components, paths } from '../../openapi/service.generated.ts';
import { ProblemError } from './problem-error.ts';

export { ProblemError } from './problem-error.ts';
export { listAllItems } from './list-all-items.ts';

export interface ScreeningClientOptions {
  /** Where the service is, e.g. `https://screening.example.org`. */
  readonly baseUrl: string;
  /** A bearer token. Left out, the browser's own session counts. */
  readonly token?: string;
  /** Sent along with every request. */
  readonly headers?: Readonly<Record<string, string>>;
  /** In place of the platform's own. */
  readonly fetch?: (request: Request) => Promise<Response>;
}

/** One method per HTTP verb; addresses, queries, bodies and answers have the types of openapi/service.yaml. */
export type ScreeningClient = Client<paths>;

/** A shape of the description, by its name there: `Schema<'Screening'>`. */
export type Schema<Name extends keyof components['schemas']> = components['schemas'][Name];

/** A client of the service's API. It keeps no state: make as many as there are tokens. */
export function createScreeningClient({ baseUrl, token, headers, fetch }: ScreeningClientOptions): ScreeningClient {
  return createFetchClient<paths>({
    baseUrl,
    ...(fetch !== undefined && { fetch }),
    headers: { ...headers, ...(token !== undefined && { authorization: `Bearer ${token}` }) },
  });
}

/** What every method of the client resolves to. */
interface ClientAnswer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * What was asked for: `await getData(client.GET('/api/v1/properties'))`. Throws a `ProblemError` where the service says
 * that something is wrong; a network that fails throws as fetch does.
 */
export async function getData<Data>(asked: Promise<ClientAnswer<Data>>): Promise<Data> {
  const { data, error, response } = await asked;
  if (!response.ok) throw new ProblemError(response, error);
  return data as Data;
}
