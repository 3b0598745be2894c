import type { operations } from '../../../openapi/cloudbeds.generated.ts';
import type { PropertyRecord } from '../world/records.ts';
import type { WorldState } from '../world/world-state.ts';

/** Those that a key or token is needed for. */
export type OperationId = Exclude<keyof operations, 'postAccessToken'>;

type BodyOf<Id extends OperationId> = operations[Id] extends { requestBody: { content: infer Content } }
  ? Content[keyof Content]
  : never;
type QueryOf<Id extends OperationId> = operations[Id] extends { parameters: { query?: infer Query } }
  ? NonNullable<Query>
  : never;

/** What the description says that a client sends: the form of a write, the query of a read. */
export type Input<Id extends OperationId> = [BodyOf<Id>] extends [never] ? QueryOf<Id> : BodyOf<Id>;

/** What the description says that a client gets when it is not refused. */
export type Accepted<Id extends OperationId> = Extract<
  operations[Id]['responses'][200]['content']['application/json'],
  { success: true } | { success: 'true' }
>;

export interface Call<Id extends OperationId> {
  readonly state: WorldState;
  /** Validated and coerced. */
  readonly input: Input<Id>;
  /** The properties that are meant, at least one; all opened by the key. */
  readonly properties: readonly PropertyRecord[];
  /** The one property that is meant. */
  readonly property: PropertyRecord;
  readonly apiKey: string;
  /** The address of the sandbox itself, as the caller knows it. */
  readonly origin: string;
  /** Whose key it is. */
  readonly clientId: string;
}

/** Carries out one operation, or throws a Refusal before anything has changed. */
export type Handler<Id extends OperationId> = (call: Call<Id>) => Accepted<Id>;
