import { ZodError } from 'zod';
import type { Problem } from '../../openapi/problem.ts';
import { handlers } from '../operations/handlers.ts';
import type { Call, Handler, OperationId } from '../operations/operation.ts';
import { Refusal } from '../world/refusal.ts';
import { chooseProperties } from './choose-properties.ts';
import type { ApiParts, Exchange } from './exchange.ts';
import { readForm } from './read-body.ts';

interface Caller {
  readonly apiKey: string;
  readonly allowed: ReadonlySet<string>;
  readonly clientId: string;
}

export type Answer = { readonly success: true | 'true' } | { readonly success: false; readonly message: string };

/** Where a request may mean several properties at once. */
const multiPropertyOperations = new Set<OperationId>([
  'getReservations',
  'getGuestsModified',
  'getHotels',
  'deleteWebhook',
  'getMetadata',
]);

/** Validates and does it; a refusal becomes an answer. */
export async function carryOut(exchange: Exchange, parts: ApiParts, caller: Caller): Promise<Answer> {
  try {
    const input = await readInput(exchange, parts);
    const call = toCall(exchange, parts, { ...caller, input });
    // The table's type ties each handler to its own input; the validator has just checked that this is it.
    const handler = handlers[exchange.operationId] as unknown as Handler<OperationId>;
    return handler(call);
  } catch (error) {
    if (error instanceof Refusal) return { success: false, message: error.message };
    if (error instanceof ZodError) {
      const fields = error.issues.map(({ path }) => path.join('.'));
      return { success: false, message: `Not accepted: ${fields.join(', ')}` };
    }
    throw error;
  }
}

async function readInput(exchange: Exchange, { validators }: ApiParts): Promise<Record<string, unknown>> {
  const { request, response, operationId, isRead, isMultipart } = exchange;
  const query = request.query as Record<string, unknown>;
  if (!isRead && Object.keys(query).length > 0) throw new Refusal('The fields of a write belong into its body');
  const { value, problems } = isRead
    ? validators.validateQuery(operationId, query)
    : validators.validateBody(operationId, await readForm(request, response, { isMultipart }));
  if (problems.length > 0) throw new Refusal(problems.map(toSentence).join('; '));
  return value as Record<string, unknown>;
}

function toCall(
  { operationId, request, entry }: Exchange,
  { state }: ApiParts,
  { input, allowed, apiKey, clientId }: Caller & { readonly input: Record<string, unknown> },
): Call<OperationId> {
  const parameter = (input.propertyID ?? input.propertyIDs) as string | undefined;
  const properties = chooseProperties(state, allowed, { parameter, header: request.get('x-property-id') });
  const [property] = properties;
  if (property === undefined) throw new Refusal('The key opens no property');
  if (properties.length > 1 && !multiPropertyOperations.has(operationId)) {
    throw new Refusal('propertyID is required: the key opens several properties');
  }
  if (properties.length === 1) entry.propertyId = property.propertyId;
  const origin = `${request.protocol}://${request.get('host') ?? ''}`;
  return { state, input, properties, property, apiKey, clientId, origin };
}

/** /guestCustomFields/0/customFieldName → guestCustomFields[0][customFieldName], as a form spells it. */
function toSentence({ path, message }: Problem): string {
  const [first = '', ...rest] = path.split('/').slice(1);
  return `${first}${rest.map((part) => `[${part}]`).join('')} ${message}`.trim();
}
