import type { components, operations } from '../../../openapi/cloudbeds.generated.ts';

/** The operations that this service calls, and how each is called. */
export const methods = {
  getHotels: 'GET',
  getReservations: 'GET',
  getGuestsModified: 'GET',
  getGuestNotes: 'GET',
  getCustomFields: 'GET',
  getWebhooks: 'GET',
  putGuest: 'PUT',
  postGuestNote: 'POST',
  putGuestNote: 'PUT',
  postCustomField: 'POST',
  postGuest: 'POST',
  postGuestDocument: 'POST',
  postWebhook: 'POST',
  deleteWebhook: 'DELETE',
  postAppError: 'POST',
  getAppState: 'GET',
  postAppState: 'POST',
  getMetadata: 'GET',
  postAccessToken: 'POST',
} as const satisfies Partial<Record<keyof operations, string>>;

export type Operation = keyof typeof methods;

/** Most are found under their own names. */
const otherPaths: Partial<Record<Operation, string>> = {
  getMetadata: 'oauth/metadata',
  postAccessToken: 'access_token',
};

export function toPath(operation: Operation): string {
  return otherPaths[operation] ?? operation;
}

/** What an operation takes: the form of a write, the query of anything else. */
export type Parameters<Name extends Operation> = operations[Name] extends {
  requestBody: { content: { 'application/x-www-form-urlencoded': infer Form extends object } };
}
  ? Form
  : operations[Name] extends { parameters: { query?: infer Query } }
    ? [NonNullable<Query>] extends [never]
      ? Readonly<Record<string, never>>
      : NonNullable<Query> & object
    : never;

/** A row of an answer: the documented names, with values that nobody has checked yet. */
export type Row<Name extends keyof components['schemas']> = {
  readonly [Field in keyof components['schemas'][Name]]?: unknown;
};
