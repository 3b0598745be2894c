import type { Grant, Role } from '../access.ts';
import { isAtLeast } from '../access.ts';

/** Which value of a claim gives which role where. */
export interface ClaimRule {
  readonly value: string;
  readonly role: Role;
  readonly propertyId: string;
}

/** The grants that somebody's claims come to, the greatest for each property; none where nothing is mapped. */
export function toGrants(claim: unknown, rules: readonly ClaimRule[]): readonly Grant[] {
  const values = new Set(Array.isArray(claim) ? claim : [claim]);
  const byProperty = new Map<string, Role>();
  for (const { value, role, propertyId } of rules) {
    if (!values.has(value)) continue;
    if (!isAtLeast(byProperty.get(propertyId), role)) byProperty.set(propertyId, role);
  }
  return [...byProperty].map(([propertyId, role]) => ({ propertyId, role }));
}
