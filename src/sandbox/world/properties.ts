import { sandboxClientId } from './app-state.ts';
import { drawSecret } from './key-ring.ts';
import { isTimezone } from './local-time.ts';
import type { PropertyRecord } from './records.ts';
import { Refusal } from './refusal.ts';
import { newApiKeySchema, newPropertySchema, type NewApiKey, type NewProperty } from './world-inputs.ts';
import { getProperty, type WorldState } from './world-state.ts';

export function addProperty(state: WorldState, input: NewProperty = {}): PropertyRecord {
  const given = newPropertySchema.parse(input);
  const property: PropertyRecord = {
    propertyId: given.propertyId ?? state.drawId('property'),
    name: given.name ?? 'Hotel Aurora',
    timezone: given.timezone ?? 'Europe/Vienna',
    city: given.city ?? 'Vienna',
    country: given.country ?? 'AT',
  };
  if (!isTimezone(property.timezone)) throw new Refusal('timezone is not an IANA name');
  if (state.properties.has(property.propertyId)) throw new Refusal('There is a property with this ID already');
  state.properties.set(property.propertyId, property);
  return property;
}

export function addApiKey(state: WorldState, input: NewApiKey): string {
  const { key, propertyIds } = newApiKeySchema.parse(input);
  for (const propertyId of propertyIds) getProperty(state, propertyId);
  const drawn = key ?? drawSecret(state, 'cbat_');
  state.apiKeys.set(drawn, { propertyIds: new Set(propertyIds), clientId: sandboxClientId });
  return drawn;
}
