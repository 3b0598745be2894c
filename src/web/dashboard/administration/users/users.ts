import { getData, ProblemError, type Schema } from '../../../../client/client.ts';
import { client } from '../../api/api.ts';
import { t } from '../../i18n/texts.ts';
import { everyProperty, properties } from '../../state/session.ts';

export type User = Schema<'User'>;
export type Grant = Schema<'Grant'>;
export type SignInLink = Schema<'SignInLink'>;

const path = '/api/v1/users/{userId}';

/** A user as they were read, and the version that this was. */
export interface ReadUser {
  readonly user: User;
  readonly etag: string;
}

export async function loadUser(userId: string, signal: AbortSignal): Promise<ReadUser> {
  const asked = await client.GET(path, { params: { path: { userId } }, signal });
  return { user: await getData(Promise.resolve(asked)), etag: asked.response.headers.get('etag') ?? '*' };
}

export type UserChange = Partial<Pick<User, 'name' | 'grants'>> & { readonly isDisabled?: boolean };

/** Refused with `version_conflict` where somebody changed the user since. */
export function changeUser({ user, etag }: ReadUser, body: UserChange): Promise<User> {
  const params = { path: { userId: user.id } };
  return getData(client.PATCH(path, { params, body: { ...body }, headers: { 'If-Match': etag } }));
}

export function removeUser({ user, etag }: ReadUser): Promise<unknown> {
  return getData(client.DELETE(path, { params: { path: { userId: user.id } }, headers: { 'If-Match': etag } }));
}

export function makeLink(userId: string): Promise<SignInLink> {
  return getData(client.POST(`${path}/link`, { params: { path: { userId } }, body: {} }));
}

export function signUserOut(userId: string): Promise<unknown> {
  return getData(client.POST(`${path}/sign-out`, { params: { path: { userId } }, body: {} }));
}

export function unlockUser(userId: string): Promise<unknown> {
  return getData(client.POST(`${path}/unlock`, { params: { path: { userId } }, body: {} }));
}

export function removeSecondFactor(userId: string): Promise<unknown> {
  return getData(client.DELETE(`${path}/second-factor`, { params: { path: { userId } } }));
}

export function isConflict(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'version_conflict';
}

/** `Manager · Hotel Miramar`. */
export function toGrantText({ propertyId, role }: Grant): string {
  return `${t(`administration.roles.${role}`)} · ${toPlaceText(propertyId)}`;
}

export function toPlaceText(propertyId: string): string {
  if (propertyId === everyProperty) return t('administration.everywhere');
  return properties.value.find(({ id }) => id === propertyId)?.name ?? propertyId;
}
