import { isServiceError, type ServiceError } from '../../domain/errors.ts';
import type { PmsLook, PropertyLook } from '../../ports/doctor.ts';
import type { PmsCall } from '../../ports/pms.ts';
import { toOurFields } from './ensure-guest-fields.ts';
import { guestFieldDefinitions } from './guest-field-definitions.ts';
import type { Answer, HttpDoor } from './http-door.ts';
import { toScope } from './listings.ts';
import { neededEvents, toOurSubscriptions } from './subscriptions.ts';

/** Reads what a connection consists of, one row where a list is long. Changes nothing. */
export function createLook(door: HttpDoor): PmsLook['lookAtProperty'] {
  return async (call, endpointUrl) => {
    const { propertyId } = call.property;
    const one = { pageNumber: 1, pageSize: 1 };
    const scope = toScope(call);
    const webhooks = await tryTo(call, () => door.ask('getWebhooks', { propertyID: propertyId }, scope));
    const reads = {
      getReservations: await tryTo(call, () => door.ask('getReservations', { propertyID: propertyId, ...one }, scope)),
      getGuestsModified: await tryTo(call, () =>
        door.ask('getGuestsModified', { propertyIDs: propertyId, ...one }, scope),
      ),
      getCustomFields: await tryTo(call, () => door.ask('getCustomFields', { propertyID: propertyId }, scope)),
      getWebhooks: webhooks,
    };
    const tried = Object.entries(reads);
    const failures = tried.flatMap(([operation, { error }]) => (error === undefined ? [] : [{ operation, error }]));
    const [first] = failures;
    if (first !== undefined && failures.length === tried.length) throw first.error;
    return {
      refused: failures.map(({ operation, error }) => ({ operation, errorCode: error.code })),
      ...(webhooks.answer && { subscriptions: toSubscriptions(webhooks.answer, propertyId, endpointUrl) }),
      ...(reads.getCustomFields.answer && { fields: toFields(reads.getCustomFields.answer) }),
    };
  };
}

interface Tried {
  readonly answer?: Answer;
  readonly error?: ServiceError;
}

async function tryTo({ signal }: PmsCall, ask: () => Promise<Answer>): Promise<Tried> {
  try {
    return { answer: await ask() };
  } catch (error) {
    signal.throwIfAborted();
    if (!isServiceError(error)) throw error;
    return { error };
  }
}

function toSubscriptions(
  { body }: Answer,
  propertyId: string,
  endpointUrl: string,
): NonNullable<PropertyLook['subscriptions']> {
  const ours = toOurSubscriptions(body.data, propertyId, endpointUrl).map(({ event }) => event);
  const count = (event: string) => ours.filter((other) => other === event).length;
  return {
    missing: neededEvents.filter((event) => count(event) === 0),
    doubled: neededEvents.filter((event) => count(event) > 1),
  };
}

function toFields({ body }: Answer): NonNullable<PropertyLook['fields']> {
  const found = new Map(toOurFields(body.data).map((field) => [field.shortcode, field]));
  return {
    missing: guestFieldDefinitions.flatMap(({ shortcode }) => (found.has(shortcode) ? [] : [shortcode])),
    short: guestFieldDefinitions.flatMap(({ shortcode, maxCharacters: needs }) => {
      const holds = found.get(shortcode)?.maxCharacters ?? needs;
      return holds < needs ? [{ shortcode, holds, needs }] : [];
    }),
  };
}
