import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { components } from '../../openapi/service.generated.ts';
import type { OperationId } from '../../src/http/route.ts';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import { toDay } from '../support/days.ts';
import { type Hotel, openHotel } from '../support/hotel.ts';

type Card = components['schemas']['Profile'];
type Scope = components['schemas']['TokenScope'];

const validators = getOperationValidators(loadOpenApiDocument('service'));

let hotel: Hotel;
const secrets = new Map<Scope, string>();

beforeAll(async () => {
  hotel = await openHotel();
  await hotel.start();
  await hotel.untilIdle();
  const expiresAt = `${toDay(2)}T00:00:00Z`;
  for (const scope of ['outcomes', 'read', 'manage'] as const) {
    const wanted = { name: scope, scope, propertyIds: [hotel.sandbox.propertyId], expiresAt };
    const { body } = await hotel.api('POST', '/api/v1/tokens', wanted);
    secrets.set(scope, (body as { secret: string }).secret);
  }
});

afterAll(() => hotel.close());

/** The body, once it has been held against the description. */
async function askAs(
  scope: Scope,
  operationId: OperationId,
  asked: readonly [method: string, path: string, body?: unknown],
): Promise<{ readonly status: number; readonly body: never }> {
  const [method, path, given] = asked;
  const answer = await fetch(`${hotel.url()}/api/v1/properties/${hotel.sandbox.propertyId}/${path}`, {
    method,
    headers: { authorization: `Bearer ${secrets.get(scope) ?? ''}`, 'content-type': 'application/json' },
    ...(given !== undefined && { body: JSON.stringify(given) }),
  });
  const text = await answer.text();
  const body = text === '' ? undefined : (JSON.parse(text) as unknown);
  expect(validators.validateAnswer(operationId, answer.status, body)).toEqual([]);
  return { status: answer.status, body: body as never };
}

const createCard = async (firstName: string): Promise<Card> => {
  const person = { firstName, lastName: 'Canarwalk', documentType: 'passport', documentNumber: 'CCX7654321' };
  return (await askAs('manage', 'createProfile', ['POST', 'profiles', person])).body;
};

test('the desk reads a card without numbers of documents, which reviewers read, and merges nothing', async () => {
  const { world } = hotel.sandbox;
  const document = { documentType: 'passport', documentNumber: 'CCX1234567', documentIssuingCountry: 'PT' } as const;
  const mainGuest = { firstName: 'Dora', lastName: 'Canardesk', email: 'dora.canardesk@post.example', ...document };
  const [guestId] = world.book({ arrivesOn: toDay(4), departsOn: toDay(6), mainGuest }).guestIds;
  await hotel.untilShown(guestId, { screening_status: 'Completed' });
  const path = `profiles/by-guest/${guestId}`;
  const read = async (scope: Scope): Promise<Card> => (await askAs(scope, 'getProfileOfGuest', ['GET', path])).body;

  const shown = await read('outcomes');
  expect(shown).toMatchObject({ name: 'Dora Canardesk', contacts: [{ value: mainGuest.email }] });
  expect(shown.documents).toMatchObject([{ type: 'passport', issuingCountry: 'PT', number: null }]);
  expect(JSON.stringify(shown)).not.toContain(document.documentNumber);
  expect((await read('read')).documents).toMatchObject([{ number: document.documentNumber }]);

  const suggestions = await askAs('outcomes', 'listProfileSuggestions', ['GET', `profiles/${shown.id}/suggestions`]);
  expect(suggestions).toMatchObject({ status: 403, body: { code: 'access_denied' } });
  const merge = { otherId: 'x', version: 1, otherVersion: 1 };
  const merged = await askAs('outcomes', 'mergeProfiles', ['POST', `profiles/${shown.id}/merge`, merge]);
  expect(merged).toMatchObject({ status: 403, body: { code: 'access_denied' } });
});

test('a manager erases somebody who never booked, once, and the audit log tells it without a name', async () => {
  const { id, version } = await createCard('Erik');
  const path = `profiles/${id}`;
  const erase = (scope: Scope, seen: number | string) =>
    askAs(scope, 'eraseProfile', ['DELETE', `${path}?version=${seen}`]);
  expect((await erase('read', version)).status).toBe(403);
  expect((await erase('manage', 'many')).status).toBe(400);
  expect(await erase('manage', version + 1)).toMatchObject({ status: 409, body: { code: 'profile_changed' } });
  expect((await askAs('read', 'getProfile', ['GET', path])).status).toBe(200);

  expect(await erase('manage', version)).toEqual({ status: 204, body: undefined });
  expect(await askAs('read', 'getProfile', ['GET', path])).toMatchObject({ body: { code: 'profile_unknown' } });
  expect((await erase('manage', version)).status).toBe(404);
  const found = await askAs('read', 'listProfiles', ['GET', 'profiles?q=canarwalk']);
  expect(found.body).toMatchObject({ items: [] });
  const audit = await hotel.api('GET', '/api/v1/audit?limit=50');
  const { items } = audit.body as { items: { action: string; objectId: string | null; actorName: string }[] };
  expect(items.filter(({ action }) => action === 'eraseProfile')).toMatchObject([
    { objectId: id, actorName: 'manage' },
  ]);
  expect(JSON.stringify(items)).not.toContain('Canarwalk');
  expect(hotel.log()).not.toMatch(/Canarwalk|CCX7654321/);
});

test('a card that the PMS knows a guest of is not erased', async () => {
  const mainGuest = { firstName: 'Gina', lastName: 'Canarguest', email: 'gina.canarguest@post.example' };
  const [guestId] = hotel.sandbox.world.book({ arrivesOn: toDay(4), departsOn: toDay(6), mainGuest }).guestIds;
  await hotel.untilShown(guestId, { screening_status: 'Completed' });
  const card: Card = (await askAs('manage', 'getProfileOfGuest', ['GET', `profiles/by-guest/${guestId}`])).body;
  const erased = await askAs('manage', 'eraseProfile', ['DELETE', `profiles/${card.id}?version=${card.version}`]);
  expect(erased).toMatchObject({ status: 409, body: { code: 'profile_has_guests' } });
  expect((await askAs('read', 'getProfile', ['GET', `profiles/${card.id}`])).body).toMatchObject({
    name: 'Gina Canarguest',
  });
});
