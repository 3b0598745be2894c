import { computed, signal } from '@preact/signals';
import { getData, ProblemError, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';
import { lastProperty } from './preferences.ts';
import { place, toAddress } from './route.ts';

export type Role = Schema<'Role'>;

export type SessionState =
  | { readonly state: 'unknown' }
  | { readonly state: 'signed_out' }
  | { readonly state: 'unreachable' }
  | { readonly state: 'signed_in'; readonly me: Schema<'Me'>; readonly properties: readonly Schema<'Property'>[] };

export const session = signal<SessionState>({ state: 'unknown' });

export const me = computed(() => (session.value.state === 'signed_in' ? session.value.me : undefined));

export const properties = computed(() => (session.value.state === 'signed_in' ? session.value.properties : []));

/** The property in the address, or the one looked at last, or the first. */
export const property = computed<Schema<'Property'> | undefined>(() => {
  const wished = [place.value.parts[0], lastProperty.read()];
  const found = wished.map((id) => properties.value.find((known) => known.id === id)).find((known) => known);
  return found ?? properties.value[0];
});

/** Where a page of the property that is shown is; one of the house is there without a property too. */
export function toPageAddress(...parts: readonly string[]): string {
  return toAddress([property.value?.id ?? '-', ...parts]);
}

export const roles: readonly Role[] = ['desk', 'reviewer', 'manager', 'admin'];

/** Whether whoever is signed in has at least this role at the property that is shown, or there. The service checks it again. */
export function isAtLeast(least: Role, here = property.value?.id): boolean {
  const grants = me.value?.grants.filter(({ propertyId }) => propertyId === '*' || propertyId === here) ?? [];
  return grants.some(({ role }) => roles.indexOf(role) >= roles.indexOf(least));
}

/** Finds out who is signed in. Asks first whether anybody is, which no browser takes for an error. */
export async function loadSession(): Promise<void> {
  try {
    const { state } = await getData(client.GET('/api/v1/session'));
    if (state !== 'signed_in') {
      session.value = { state: 'signed_out' };
      return;
    }
    const [found, { items }] = await Promise.all([
      getData(client.GET('/api/v1/me')),
      getData(client.GET('/api/v1/properties')),
    ]);
    session.value = { state: 'signed_in', me: found, properties: items };
  } catch (error) {
    const isSignedOut = error instanceof ProblemError && error.status === 401;
    session.value = { state: isSignedOut ? 'signed_out' : 'unreachable' };
  }
}

/** Looks for properties that were connected since; those that are known stay where the service cannot be asked. */
export async function loadProperties(): Promise<void> {
  const answer = await getData(client.GET('/api/v1/properties')).catch(() => undefined);
  if (answer === undefined || session.value.state !== 'signed_in') return;
  session.value = { ...session.value, properties: answer.items };
}

/** What is known of whoever is signed in has changed. */
export function noteMe(changed: Schema<'Me'>): void {
  if (session.value.state === 'signed_in') session.value = { ...session.value, me: changed };
}

export async function signOut(): Promise<void> {
  await client.DELETE('/api/v1/session').catch(() => undefined);
  session.value = { state: 'signed_out' };
}

/** Every property, those to come included. */
export const everyProperty = '*';
