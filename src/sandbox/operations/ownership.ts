import type { PropertyRecord } from '../world/records.ts';
import { Refusal } from '../world/refusal.ts';

/** A record of another property is answered as if it did not exist. */
export function requireOfProperty<T extends { readonly propertyId: string }>(record: T, property: PropertyRecord): T {
  if (record.propertyId !== property.propertyId) throw new Refusal('Not found at this property', 'not_found');
  return record;
}
