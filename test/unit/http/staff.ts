import { randomUUID } from 'node:crypto';
import type { Grant } from '../../../src/domain/access.ts';
import type { Store } from '../../../src/ports/store.ts';
import type { User } from '../../../src/ports/users.ts';
import { openSession } from '../../../src/screening/access/session-opening.ts';
import { createScryptPasswords } from '../../../src/access/scrypt-passwords.ts';
import { now, passwordCost } from './http-fixture.ts';

export const password = 'seven green kettles';
const passwords = createScryptPasswords(passwordCost);

/** Somebody who works at the hotel and has set a password. */
export async function addUser(store: Store, facts: Partial<User> = {}): Promise<User> {
  const id = randomUUID();
  const user: User = {
    id,
    email: `${id}@example.com`,
    name: 'Ana Reis',
    state: 'active',
    grants: [],
    passwordHash: await passwords.hash(password),
    createdAt: now,
    createdBy: 'admin',
    ...facts,
  };
  await store.transaction((rows) => rows.users.add(user));
  return user;
}

/** What a page of the service sends along for somebody who is signed in. */
export type SignedInHeaders = Readonly<Record<'Cookie' | 'Sec-Fetch-Site', string>>;

export async function signInAs(
  store: Store,
  grants: readonly Grant[],
  facts: Partial<User> = {},
): Promise<SignedInHeaders> {
  const { id } = await addUser(store, { grants, ...facts });
  const opened = await store.transaction((rows) =>
    openSession(rows, { userId: id, stage: 'full', at: now, caller: { address: '192.0.2.1' } }),
  );
  return toHeaders(opened.secret);
}

export function toHeaders(secret: string): SignedInHeaders {
  return { Cookie: `__Host-session=${secret}`, 'Sec-Fetch-Site': 'same-origin' };
}
