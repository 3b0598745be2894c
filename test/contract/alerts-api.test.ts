import { expect, test } from '@jest/globals';
import type { AlertCause } from '../../src/ports/alerts.ts';
import { bearer, check, openAccessDesk } from '../support/access-desk.ts';
import { now, propertyId } from '../unit/http/http-fixture.ts';
import { signInAs } from '../unit/http/staff.ts';

const desk = openAccessDesk();

const raise = (changes: Partial<AlertCause> = {}) =>
  desk.fixture().store.transaction((rows) =>
    rows.alerts.raise({
      ...{ kind: 'provider_down', propertyId, about: 'yente', facts: { asked: 5, unavailable: 5 }, at: desk.now() },
      ...changes,
    }),
  );

interface Listed {
  readonly items: readonly { readonly id: string; readonly about: string; readonly propertyId: string | null }[];
  readonly nextCursor: string | null;
}

async function list(query = '', headers: Readonly<Record<string, string>> = bearer): Promise<Listed> {
  const answer = await desk.get(`/alerts${query}`, headers);
  expect(check('listAlerts', answer)).toEqual({ status: 200 });
  return answer.body as Listed;
}

test('open alerts are listed newest first, and those that are over with them where asked', async () => {
  await raise();
  await raise({ propertyId: null, kind: 'list_too_old', about: 'un-sc' });
  await raise({ about: 'watchman' });
  const over = { kind: 'provider_down', propertyId, about: 'yente', at: now } as const;
  await desk.fixture().store.transaction((rows) => rows.alerts.settle(over));
  const toAbout = ({ items }: Listed) => items.map(({ about }) => about);
  expect(toAbout(await list())).toEqual(['watchman', 'un-sc']);
  expect(toAbout(await list('?state=all'))).toEqual(['watchman', 'un-sc', 'yente']);
  const first = await list('?state=all&limit=2');
  expect(toAbout(await list(`?state=all&limit=2&cursor=${first.nextCursor ?? ''}`))).toEqual(['yente']);
});

test('a manager sees those of their own property, and what concerns the whole service only where they manage all', async () => {
  await raise();
  await raise({ propertyId: 'elsewhere' });
  await raise({ propertyId: null });
  const { store } = desk.fixture();
  const manager = await signInAs(store, [{ propertyId, role: 'manager' }]);
  const group = await signInAs(store, [{ propertyId: '*', role: 'manager' }]);
  const toPlaces = ({ items }: Listed) => items.map((item) => item.propertyId);
  expect(toPlaces(await list('', manager))).toEqual([propertyId]);
  expect(toPlaces(await list('', group))).toEqual([null, 'elsewhere', propertyId]);
  expect(toPlaces(await list(`?propertyId=${propertyId}`, group))).toEqual([null, propertyId]);
  const refused = await desk.get('/alerts?propertyId=elsewhere', manager);
  expect(check('listAlerts', refused)).toEqual({ status: 404, code: 'property_unknown' });
});

test('whoever takes care of an alert first is named; elsewhere it does not exist', async () => {
  await raise();
  const id = (await list()).items[0]?.id ?? '';
  const { store } = desk.fixture();
  const manager = await signInAs(store, [{ propertyId, role: 'manager' }]);
  const stranger = await signInAs(store, [{ propertyId: 'elsewhere', role: 'manager' }]);
  const path = `/alerts/${id}/acknowledgement`;
  expect(check('acknowledgeAlert', await desk.post(path, {}, stranger))).toEqual({
    status: 404,
    code: 'alert_unknown',
  });
  const answer = await desk.post(path, {}, manager);
  expect(check('acknowledgeAlert', answer)).toEqual({ status: 200 });
  expect((answer.body as { acknowledged: unknown }).acknowledged).toEqual({ at: now, by: 'Ana Reis' });
  const traced = await desk.get(`/audit?propertyId=${propertyId}`, bearer);
  expect(traced.body).toMatchObject({ items: [{ action: 'acknowledgeAlert', propertyId, objectId: id }] });
  await desk.post(path, {}, { ...bearer, 'Sec-Fetch-Site': 'none' });
  expect((await list()).items).toMatchObject([{ acknowledged: { by: 'Ana Reis' } }]);
  const unknown = await desk.post('/alerts/nothing/acknowledgement', {}, manager);
  expect(check('acknowledgeAlert', unknown)).toEqual({ status: 404, code: 'alert_unknown' });
});

test('people say for themselves whether alerts are mailed to them', async () => {
  const { store } = desk.fixture();
  const me = await signInAs(store, [{ propertyId, role: 'manager' }]);
  expect((await desk.get('/me', me)).body).toMatchObject({ wantsAlertMails: false });
  const answer = await desk.patch('/me', { wantsAlertMails: true }, me);
  expect(check('changeMe', answer)).toEqual({ status: 200 });
  expect((await desk.get('/me', me)).body).toMatchObject({ wantsAlertMails: true });
});
