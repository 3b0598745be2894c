import { hash } from 'node:crypto';
import type { Instant } from '../domain/subject.ts';
import type { ReceivedEvent } from '../ports/store.ts';
import type { AppStateEvent } from '../screening/connections/take-app-state.ts';
import { InvalidRequest } from './problems/invalid-request.ts';
import type { JsonObject } from './json-object.ts';

/** The events after which a subject can be new, changed or gone. */
const knownEvents: ReadonlySet<string> = new Set([
  'reservation/created',
  'reservation/status_changed',
  'reservation/dates_changed',
  'reservation/deleted',
  'guest/created',
  'guest/assigned',
  'guest/removed',
  'guest/details_changed',
]);

/** After which our app may be in use at the property no more, or again. */
const appStateEvent = 'integration/appstate_changed';

/** `unknown_event` and `other_property` are to be acknowledged, and are nothing to us. */
export type EventReading =
  | { readonly meaning: 'event'; readonly event: Omit<ReceivedEvent, 'receivedAt'> }
  | (AppStateEvent & { readonly meaning: 'app_state' })
  | { readonly meaning: 'unknown_event' | 'other_property' };

export interface EventReceiver {
  /** Whose webhook address was rung. */
  readonly propertyId: string;
  readonly receivedAt: Instant;
}

/**
 * What a delivery says, its keys read without regard to case: `propertyID`, `propertyId` and their `_str` twins are one.
 * Throws `request_invalid` where a value that matters has the wrong type.
 */
export function toEventReading(body: JsonObject, receiver: EventReceiver): EventReading {
  const values = toValuesByKey(body);
  const name = toEventName(values);
  if (!knownEvents.has(name) && name !== appStateEvent) return { meaning: 'unknown_event' };
  const propertyIds = toIds(values, 'propertyid');
  if (propertyIds.some((id) => id !== receiver.propertyId)) return { meaning: 'other_property' };
  const facts = { id: toEventId(body, values, receiver), propertyId: receiver.propertyId, name };
  if (name === appStateEvent) return { meaning: 'app_state', event: facts, ...toAppState(values) };
  const [guestId] = toIds(values, 'guestid');
  const [reservationId] = toIds(values, 'reservationid');
  return {
    meaning: 'event',
    event: {
      ...facts,
      ...(guestId !== undefined && { guestId }),
      ...(reservationId !== undefined && { reservationId }),
    },
  };
}

function toAppState(values: ValuesByKey): Pick<AppStateEvent, 'clientId' | 'newState'> {
  const [clientId] = values.get('clientid') ?? [];
  const [newState] = values.get('newstate') ?? [];
  return {
    clientId: typeof clientId === 'string' ? clientId : undefined,
    newState: typeof newState === 'string' ? newState.toLowerCase() : '',
  };
}

type ValuesByKey = ReadonlyMap<string, readonly unknown[]>;

function toValuesByKey(body: JsonObject): ValuesByKey {
  const values = new Map<string, unknown[]>();
  for (const [key, value] of Object.entries(body)) {
    const known = values.get(key.toLowerCase());
    if (known === undefined) values.set(key.toLowerCase(), [value]);
    else known.push(value);
  }
  return values;
}

function toEventName(values: ValuesByKey): string {
  const [name] = values.get('event') ?? [];
  if (typeof name !== 'string') throw refuse('event', 'must be a text');
  return name.toLowerCase();
}

/** Every ID that is given under a name, the text twins first: a large number may have lost its last digits. */
function toIds(values: ValuesByKey, name: string): string[] {
  return [...(values.get(`${name}_str`) ?? []), ...(values.get(name) ?? [])].flatMap((value) => {
    if (value === null || value === '') return [];
    if (typeof value === 'string' && /^[\w-]{1,64}$/.test(value)) return [value];
    if (typeof value === 'number' && Number.isInteger(value) && value >= 0) {
      return Number.isSafeInteger(value) ? [String(value)] : [];
    }
    throw refuse(name, 'must be an ID, as a text or a whole number');
  });
}

/**
 * The same for the same delivery, whatever the order of its keys. A delivery without a time stamp cannot be told from a
 * later event that says the same: it is never taken for a known one.
 */
function toEventId(body: JsonObject, values: ValuesByKey, receiver: EventReceiver): string {
  const when = values.has('timestamp') ? '' : receiver.receivedAt;
  return hash('sha256', `${receiver.propertyId}\n${when}\n${JSON.stringify(toCanonical(body))}`);
}

function toCanonical(value: unknown): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(toCanonical);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(entries.map(([key, inner]) => [key, toCanonical(inner)]));
}

function refuse(key: string, message: string): InvalidRequest {
  return new InvalidRequest([{ path: `/${key}`, message }]);
}
