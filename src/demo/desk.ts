import { setTimeout as pause } from 'node:timers/promises';
import type { components } from '../../openapi/service.generated.ts';

type Schemas = components['schemas'];

/** Where the demo's service is, and what opens it. */
export interface Access {
  readonly url: string;
  readonly token: string;
  readonly propertyId: string;
}

/** A person at the demo's front desk, who signs in to the board. Known to everybody who reads this file. */
export const demoManager = {
  email: 'manager@miradouro.example',
  name: 'Beatriz Salgado',
  password: 'the lighthouse keeps watch',
} as const;

/** Over the API, as the front desk would; the property is known as soon as the service has connected it. */
export async function give(access: Access, what: string, body: object): Promise<void> {
  for (;;) {
    const answer = await ask(access, `POST properties/${access.propertyId}/${what}`, body);
    if (answer.ok) return;
    if (answer.status !== 404) throw new Error(`The ${what} answered with ${answer.status}: ${await answer.text()}`);
    await pause(100);
  }
}

/** Invites the manager, who follows the link and sets a password. */
export async function inviteManager(access: Access): Promise<void> {
  const { email, name, password } = demoManager;
  const grants = [{ propertyId: access.propertyId, role: 'admin' }];
  const invited = await ask(access, 'POST invitations', { email, name, grants });
  const { link } = (await invited.json()) as { readonly link: Schemas['SignInLink'] };
  const token = link.url?.split('/').at(-1) ?? '';
  const joined = await ask({ ...access, token: '' }, 'POST session/link', { token, password });
  if (!joined.ok) throw new Error(`The manager cannot sign in: ${joined.status}`);
}

/** The desk asks a guest for more; answers the link of the form. */
export async function askGuest(
  access: Access,
  guestId: string,
  topics: readonly string[],
): Promise<string | undefined> {
  const listed = await ask(access, `GET properties/${access.propertyId}/screenings?limit=200`);
  const { items } = (await listed.json()) as { readonly items: readonly Schemas['Screening'][] };
  const screening = items.find((one) => one.guestId === guestId);
  if (screening === undefined) return undefined;
  const asked = await ask(access, `POST screenings/${screening.id}/form`, { topics });
  if (!asked.ok) throw new Error(`The guest cannot be asked: ${asked.status} ${await asked.text()}`);
  return ((await asked.json()) as Schemas['GuestForm']).url ?? undefined;
}

function ask({ url, token }: Access, operation: `${'GET' | 'POST'} ${string}`, body?: object): Promise<Response> {
  const [method, path] = operation.split(' ') as [string, string];
  return fetch(`${url}/api/v1/${path}`, {
    method,
    headers: {
      ...(token !== '' && { authorization: `Bearer ${token}` }),
      ...(body !== undefined && { 'content-type': 'application/json' }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
