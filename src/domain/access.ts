/** Least first. Each may do what those before it may. */
export const roles = ['desk', 'reviewer', 'manager', 'admin'] as const;

export type Role = (typeof roles)[number];

/** Stands for all properties, those to come included. */
export const everyProperty = '*';

/** A role at one property, or at `everyProperty`. */
export interface Grant {
  readonly propertyId: string;
  readonly role: Role;
}

/** Who asks. */
export interface Principal {
  readonly kind: 'user' | 'token' | 'admin_token' | 'anybody';
  readonly id: string;
  /** For the timeline. */
  readonly name: string;
  readonly grants: readonly Grant[];
  /** A token that may change nothing. */
  readonly isReadOnly?: boolean;
  /** Of whoever signed in. */
  readonly sessionId?: string;
  /** The greatest role there, if any. With `everyProperty`, what holds at all of them. */
  roleFor(propertyId: string): Role | undefined;
}

/** Who has the link of an open form writes in the guest's name: nothing for whoever may only read. */
export function mayHoldLinks({ isReadOnly = false }: Pick<Principal, 'isReadOnly'>): boolean {
  return !isReadOnly;
}

export function toPrincipal(facts: Omit<Principal, 'roleFor'>): Principal {
  return { ...facts, roleFor: (propertyId) => toRoleAt(facts.grants, propertyId) };
}

/** The holder of ADMIN_TOKEN: a person at the first sign-in, or a machine of those who run the service. */
export const adminTokenPrincipal = toPrincipal({
  kind: 'admin_token',
  id: 'admin',
  name: 'admin',
  grants: [{ propertyId: everyProperty, role: 'admin' }],
});

/** Whoever asks where nobody is asked who they are. */
export const anybody = toPrincipal({ kind: 'anybody', id: 'anybody', name: 'anybody', grants: [] });

/** Whom the gate let in, and as what. */
export interface Admission {
  readonly principal: Principal;
  /** At the property that the request is about; where it is about none, the greatest. The least on open routes. */
  readonly role: Role;
  /** What the request is about, where that is one property. */
  readonly propertyId?: string;
}

export function toRoleAt(grants: readonly Grant[], propertyId: string): Role | undefined {
  return toGreatest(grants.filter((grant) => grant.propertyId === propertyId || grant.propertyId === everyProperty));
}

/** The greatest role anywhere. */
export function toGreatest(grants: readonly Grant[]): Role | undefined {
  return grants
    .map(({ role }) => role)
    .reduce<Role | undefined>((best, role) => (isAtLeast(best, role) ? best : role), undefined);
}

/** Whoever has no role is below all. */
export function isAtLeast(role: Role | undefined, least: Role): boolean {
  return role !== undefined && roles.indexOf(role) >= roles.indexOf(least);
}

/** Whether somebody may hand out or take away these grants: an admin, within the properties that it administers. */
export function mayAdminister(principal: Principal, grants: readonly Grant[]): boolean {
  return grants.every(({ propertyId }) => isAtLeast(principal.roleFor(propertyId), 'admin'));
}
