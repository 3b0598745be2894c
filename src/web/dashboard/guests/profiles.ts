import { getData, type Schema } from '../../../client/client.ts';
import { client } from '../api/api.ts';

export type Profile = Schema<'Profile'>;
export type ProfileSummary = Schema<'ProfileSummary'>;
export type ProfileDuplicate = Schema<'ProfileDuplicate'>;

const path = '/api/v1/properties/{propertyId}/profiles';

interface ProfileQuery {
  readonly propertyId: string;
  readonly words: string;
  readonly isWarned: boolean;
}

/** The first cards that a search finds; without a search the newest. */
export async function loadProfiles({ propertyId, words, isWarned }: ProfileQuery, signal: AbortSignal) {
  const query = { limit: 100, ...(words !== '' && { q: words }), ...(isWarned && { warned: true }) };
  return (await getData(client.GET(path, { params: { path: { propertyId }, query }, signal }))).items;
}

export interface Card {
  readonly profile: Profile;
  readonly duplicates: readonly ProfileDuplicate[];
}

/** One card, and who else it may be. */
export async function loadCard(propertyId: string, profileId: string, signal: AbortSignal): Promise<Card> {
  const profile = await getData(
    client.GET(`${path}/{profileId}`, { params: { path: { propertyId, profileId } }, signal }),
  );
  const params = { path: { propertyId, profileId: profile.id } };
  const { duplicates } = await getData(client.GET(`${path}/{profileId}/suggestions`, { params, signal }));
  return { profile, duplicates };
}

/** The other card goes into this one. */
export function mergeInto(propertyId: string, profile: Profile, other: ProfileSummary): Promise<unknown> {
  const params = { path: { propertyId, profileId: profile.id } };
  const body = { otherId: other.id, version: profile.version, otherVersion: other.version };
  return getData(client.POST(`${path}/{profileId}/merge`, { params, body }));
}

export function undoMerge(propertyId: string, profile: Profile, mergeId: string): Promise<unknown> {
  const params = { path: { propertyId, profileId: profile.id, mergeId } };
  const body = { version: profile.version };
  return getData(client.POST(`${path}/{profileId}/merges/{mergeId}/undo`, { params, body }));
}

export function tellApart(propertyId: string, profileId: string, otherId: string): Promise<unknown> {
  return getData(
    client.POST(`${path}/{profileId}/not-same`, { params: { path: { propertyId, profileId } }, body: { otherId } }),
  );
}

export function createProfile(propertyId: string, body: Schema<'GivenPerson'>): Promise<Profile> {
  return getData(client.POST(path, { params: { path: { propertyId } }, body }));
}

export type NoteKind = Profile['notes'][number]['kind'];

export function addNote(propertyId: string, profileId: string, body: { kind: NoteKind; text: string }) {
  return getData(client.POST(`${path}/{profileId}/notes`, { params: { path: { propertyId, profileId } }, body }));
}

interface NotePlace {
  readonly propertyId: string;
  readonly profileId: string;
  readonly noteId: string;
}

export function withdrawNote(note: NotePlace, reason: string): Promise<unknown> {
  return getData(
    client.POST(`${path}/{profileId}/notes/{noteId}/withdraw`, { params: { path: { ...note } }, body: { reason } }),
  );
}
