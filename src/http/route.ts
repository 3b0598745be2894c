import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Admission, Principal, Role } from '../domain/access.ts';
import type { Caller } from '../screening/access/session-opening.ts';
import type { operations } from '../../openapi/service.generated.ts';

export type OperationId = keyof operations;

interface RouteFacts {
  readonly method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** As in openapi/service.yaml, e.g. `/api/v1/screenings/{id}`. */
  readonly path: string;
  readonly operationId: OperationId;
  /** Of the body; default 100 KB. */
  readonly largestBodyBytes?: number;
  /** For browsers, as a link: whoever must sign in first is sent to this page, in place of a problem. */
  readonly page?: string;
}

/** A route whose query and body are validated before `handle` and whose answer is written after it. */
export interface ApiRoute extends RouteFacts {
  readonly handle: (request: RawApiRequest) => Promise<Answer>;
}

/** A route that reads and writes for itself, because every millisecond counts. */
export interface DirectRoute extends RouteFacts {
  readonly receive: (request: DirectRequest, response: ServerResponse, admission: Admission) => Promise<void>;
}

export type Route = ApiRoute | DirectRoute;

export type DirectRequest = IncomingMessage & { readonly params: Readonly<Record<string, string>> };

export interface Answer {
  readonly status: number;
  /** Written as JSON. */
  readonly body?: unknown;
  /** Written as it is, in place of a body. */
  readonly text?: { readonly content: string; readonly contentType: string };
  /** Written as it comes, in place of a body; `headers` name the content's type. */
  readonly chunks?: AsyncIterable<string>;
  readonly headers?: Readonly<Record<string, string>>;
}

export interface RawApiRequest {
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly actor: string;
  readonly principal: Principal;
  readonly role: Role;
  readonly caller: Caller;
}

/** What a handler gets: already held against the operation's description, whose types it has. */
export interface ApiRequest<Id extends OperationId> {
  readonly params: operations[Id]['parameters']['path'];
  readonly query: NonNullable<operations[Id]['parameters']['query']>;
  readonly body: BodyOf<operations[Id]>;
  /** Who asks, for the timeline. */
  readonly actor: string;
  readonly principal: Principal;
  /** What the one who asks is at the property that it is about; where it is about none, the greatest anywhere. */
  readonly role: Role;
  /** From where. */
  readonly caller: Caller;
}

/** One of the answers that the operation describes. */
export type AnswerOf<Id extends OperationId> = {
  [Status in keyof operations[Id]['responses'] & number]: operations[Id]['responses'][Status] extends {
    content: { 'application/json': infer Body };
  }
    ? { readonly status: Status; readonly body: Body; readonly headers?: Readonly<Record<string, string>> }
    : {
        readonly status: Status;
        readonly text?: Answer['text'];
        readonly chunks?: Answer['chunks'];
        readonly headers?: Answer['headers'];
      };
}[keyof operations[Id]['responses'] & number];

type BodyOf<Operation> = Operation extends { requestBody: { content: { 'application/json': infer Body } } }
  ? Body
  : Operation extends { requestBody?: infer Optional }
    ? JsonOf<NonNullable<Optional>> | undefined
    : undefined;

type JsonOf<Described> = Described extends { content: { 'application/json': infer Body } } ? Body : never;

type Handle<Id extends OperationId> = (request: ApiRequest<Id>) => Promise<AnswerOf<Id>>;

/** Ties a handler to its operation: its types come from the description, and a wrong answer does not compile. */
export function toApiRoute<Id extends OperationId>(
  operationId: Id,
  address: `${'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'} ${string}`,
  { handle, ...facts }: { readonly handle: NoInfer<Handle<Id>> } & Pick<RouteFacts, 'largestBodyBytes' | 'page'>,
): ApiRoute {
  const [method, path] = address.split(' ') as [string, string];
  return {
    method: method.toLowerCase() as RouteFacts['method'],
    path,
    operationId,
    ...facts,
    // The cast is held by the validation against the very description that the types come from.
    handle: handle as ApiRoute['handle'],
  };
}
