import { randomUUID } from 'node:crypto';
import type { Store } from '../../src/ports/store.ts';
import { addBuriedJob, addScreening, now, propertyId } from '../unit/http/http-fixture.ts';
import { addUser, password, signInAs, type SignedInHeaders } from '../unit/http/staff.ts';
import type { KnownIds } from './fuzz-requests.ts';

export const otherProperty = '67890';

/** Part of every name and id at the other property: nobody of the first may ever read it. */
export const canary = 'Zwitscherkanari';

/** Makes something over the API, as an admin of all, and answers what it was told. */
export type Make = (path: string, thing: object, method?: string) => Promise<unknown>;

/** More than one operation asks for in a run, since some take away what they are asked about. */
const plenty = 15;

/** Fills two properties with something of every kind that there is; answers what can be asked for. */
export async function fillFuzzHouse(store: Store, make: Make): Promise<KnownIds> {
  const own = await addScreening(store, { guestId: '1' });
  const other = await addToOther(store);
  const toId = (made: unknown) => (made as { readonly id: string }).id;
  const entry = async (property: string, name: string) =>
    toId(await make(`/properties/${property}/house-list`, { kind: 'ban', names: [name], reason: `About ${name}` }));
  const profiles = await Promise.all(['One', 'Two', 'Three'].map((name) => addProfile(make, propertyId, name)));
  const about = await writeAbout(make, { screeningId: own, profileIds: profiles });
  return {
    propertyId: [propertyId, propertyId, otherProperty],
    id: [own, own, other],
    entryId: [await entry(propertyId, 'Ana Example'), await entry(otherProperty, `Ada ${canary}`)],
    guestId: ['1', '9'],
    profileId: [...profiles, await addProfile(make, otherProperty, canary)],
    listId: ['un-sc'],
    ...about,
  };
}

/** New ones of what operations on this path take away. */
export async function addTaken(store: Store, path: string): Promise<KnownIds> {
  return {
    ...(path.includes('{userId}') && { userId: await addStaff(store) }),
    ...(path.includes('{tokenId}') && { tokenId: await addTokens(store) }),
    ...(path.includes('/jobs/{id}') && { 'jobs.id': await makeMany(() => addBuriedJob(store)) }),
  };
}

/** What a body says of things that there are, so that it is more than well-formed. */
export function toKnownFields(ids: KnownIds): KnownIds {
  const { propertyId: properties = [], entryId = [], listId = [], profileId = [] } = ids;
  return {
    ...{ propertyId: properties, propertyIds: properties, entryId, listId, otherId: profileId },
    ...{ password: [password, 'another long sentence'], currentPassword: [password] },
  };
}

/** An admin of the first property alone, new and signed in; the tries of those before count no more. */
export async function signInFuzzer(store: Store): Promise<{ headers: SignedInHeaders; sessionIds: string[] }> {
  const headers = await signInAs(store, [{ propertyId, role: 'admin' }]);
  await store.transaction((rows) =>
    rows.accessLeftovers.removeExpired({ now, requestsBefore: now, triesBefore: '9999-01-01T00:00:00.000Z' }),
  );
  const secret = /=(.*)$/.exec(headers.Cookie)?.[1] ?? '';
  const session = await store.read((rows) => rows.sessions.findBySecret(secret));
  return { headers, sessionIds: [session?.id ?? ''] };
}

async function addToOther(store: Store): Promise<string> {
  const id = '00000000-0000-4000-8000-000000000001';
  const key = { propertyId: otherProperty, reservationId: `R-${canary}`, guestId: '9' };
  const fields = { firstName: 'Ada', lastName: canary, isMainGuest: true, adults: 1, children: 0 };
  const stay = { arrivesOn: '2026-12-01', departsOn: '2026-12-02' };
  await store.transaction(async (rows) => {
    await rows.properties.save({ id: otherProperty, name: canary, timeZone: 'UTC', webhookSecret: 'other-secret' });
    await rows.subjects.save(
      { ...key, reservationStatus: 'confirmed', fields: { ...fields, ...stay } },
      { fingerprint: 'f', isActive: true },
    );
    await rows.screenings.add({ ...key, id, fingerprint: 'f', createdAt: now });
  });
  return id;
}

interface About {
  readonly screeningId: string;
  readonly profileIds: readonly string[];
}

/** Notes, links, a merge and a form. */
async function writeAbout(make: Make, { screeningId, profileIds }: About): Promise<KnownIds> {
  const [one = '', two = '', three = ''] = profileIds;
  const path = `/properties/${propertyId}/profiles/${one}`;
  await make(`/screenings/${screeningId}/form`, {});
  const guestNote = (await make(`/screenings/${screeningId}/notes`, { text: 'Arrives late' })) as { id: string };
  await make(`${path}/notes`, { kind: 'note', text: 'Likes the garden' });
  await make(`${path}/links`, { otherId: two, kind: 'family' });
  const merged = await addProfile(make, propertyId, 'Merged');
  const versions = await Promise.all([one, merged].map(async (id) => readVersion(make, id)));
  const [version = 0, otherVersion = 0] = versions;
  const card = (await make(`${path}/merge`, { otherId: merged, version, otherVersion })) as Card;
  return {
    noteId: [...card.notes.map(({ id }) => id), guestNote.id],
    linkId: card.links.map(({ id }) => id),
    mergeId: card.merges.map(({ id }) => id),
    profileId: [one, two, three, merged],
  };
}

interface Card extends Record<'notes' | 'links' | 'merges', readonly { readonly id: string }[]> {
  readonly version: number;
}

async function readVersion(make: Make, profileId: string): Promise<number> {
  return ((await make(`/properties/${propertyId}/profiles/${profileId}`, {}, 'GET')) as Card).version;
}

async function addProfile(make: Make, property: string, lastName: string): Promise<string> {
  const made = await make(`/properties/${property}/profiles`, { firstName: 'Maria', lastName });
  return (made as { readonly id: string }).id;
}

/** Two of three at the first property; some invited, some disabled, some with an authenticator. */
async function addStaff(store: Store): Promise<readonly string[]> {
  const passwordHash = await addUser(store).then((user) => user.passwordHash ?? '');
  return makeMany(async (index) => {
    const { name, property } = toPlace(index);
    const id = randomUUID();
    const state = (['active', 'invited', 'disabled'] as const)[index % 4] ?? 'active';
    const secondFactor = { secret: 'JBSWY3DPEHPK3PXP', isConfirmed: true, recoveryDigests: [] };
    const user = {
      ...{ id, name, state, passwordHash, email: `${id}@example.com`, createdAt: now, createdBy: 'admin' },
      grants: [{ propertyId: property, role: 'desk' }] as const,
      ...(index % 5 === 0 && { secondFactor }),
    };
    await store.transaction((rows) => rows.users.add(user));
    return id;
  });
}

function addTokens(store: Store): Promise<readonly string[]> {
  return makeMany(async (index) => {
    const { name, property } = toPlace(index);
    const id = randomUUID();
    const expiresAt = '2027-01-01T00:00:00.000Z';
    const token = { id, name, expiresAt, propertyIds: [property], createdAt: now, createdBy: 'admin' };
    await store.transaction((rows) => rows.tokens.add({ ...token, scope: 'outcomes' }, `secret of ${id}`));
    return id;
  });
}

function toPlace(index: number): { readonly name: string; readonly property: string } {
  return index % 3 === 2 ? { name: canary, property: otherProperty } : { name: 'Rui Costa', property: propertyId };
}

async function makeMany(makeOne: (index: number) => Promise<string>): Promise<readonly string[]> {
  const made: string[] = [];
  for (let index = 0; index < plenty; index += 1) made.push(await makeOne(index));
  return made;
}
