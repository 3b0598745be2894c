import type { PropertyRecord } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';
import { getProperty, type WorldState } from '../world/world-state.ts';

export interface NamedProperties {
  /** Comma-separated, from propertyID or propertyIDs. */
  readonly parameter: string | undefined;
  /** From X-PROPERTY-ID. */
  readonly header: string | undefined;
}

const refusal = 'The key has no access to this property';

/** The properties that a request means: those that it names, or all that its key opens. */
export function chooseProperties(
  state: WorldState,
  allowed: ReadonlySet<string>,
  { parameter, header }: NamedProperties,
): readonly PropertyRecord[] {
  const named = parameter?.split(',') ?? (header === undefined ? [...allowed] : [header]);
  if (!named.every((propertyId) => allowed.has(propertyId))) throw new Refusal(refusal);
  if (header !== undefined && !allowed.has(header)) throw new Refusal(refusal);
  if (header !== undefined && !named.includes(header)) {
    throw new Refusal('X-PROPERTY-ID and the property in the request differ');
  }
  return named.map((propertyId) => getProperty(state, propertyId));
}
