import { afterEach, beforeEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { loadOpenApiDocument } from '../../src/openapi/openapi-document.ts';
import { getOperationValidators } from '../../src/openapi/operation-validators.ts';
import type { OperationId } from '../../src/http/route.ts';
import { adminToken, createHttpFixture, type HttpFixture, propertyId } from '../unit/http/http-fixture.ts';

const validators = getOperationValidators(loadOpenApiDocument('service'));
const listPath = `/api/v1/properties/${propertyId}/house-list`;
const person = { kind: 'ban', names: ['João Example'], reason: ' Left without paying ' };

let fixture: HttpFixture;
beforeEach(async () => {
  fixture = await createHttpFixture();
});
afterEach(() => fixture.close());

async function call(operationId: OperationId, [method, path, body]: readonly ['get' | 'post', string, object?]) {
  const answer = await request(fixture.app)[method](path).set('Authorization', `Bearer ${adminToken}`).send(body);
  expect(validators.validateAnswer(operationId, answer.status, answer.body)).toEqual([]);
  return answer as { status: number; headers: Record<string, string>; body: Record<string, unknown> };
}

const propose = async () => (await call('proposeHouseListEntry', ['post', `${listPath}/proposals`, person])).body;

test('a proposal is answered with where it is, and listed among the proposals alone', async () => {
  const proposed = await call('proposeHouseListEntry', ['post', `${listPath}/proposals`, person]);
  expect(proposed).toMatchObject({ status: 201, body: { state: 'proposed', reason: 'Left without paying' } });
  const location = proposed.headers.location ?? '';
  expect((await call('getHouseListEntry', ['get', location])).body).toEqual(proposed.body);
  const list = async (state: string) => (await call('listHouseList', ['get', `${listPath}?state=${state}`])).body.items;
  expect([await list('proposed'), await list('active')]).toEqual([[proposed.body], []]);
});

test('whoever proposed it is told that another person must approve it', async () => {
  const { id } = await propose();
  const answer = await call('approveHouseListEntry', ['post', `${listPath}/${String(id)}/approval`, {}]);
  expect(answer).toMatchObject({ status: 409, body: { code: 'second_person_needed' } });
});

test('a proposal that is turned down says by whom and why, and cannot be turned down again', async () => {
  const { id } = await propose();
  const reject = () =>
    call('rejectHouseListEntry', ['post', `${listPath}/${String(id)}/rejection`, { reason: 'A namesake' }]);
  const rejected = await reject();
  expect(rejected.body).toMatchObject({
    state: 'rejected',
    steps: [{ act: 'proposed' }, { act: 'rejected', by: 'admin', reason: 'A namesake' }],
  });
  expect(await reject()).toMatchObject({ status: 409, body: { code: 'house_list_conflict' } });
});

test('an entry ends with a reason, and not without one', async () => {
  const { id } = (await call('addHouseListEntry', ['post', listPath, person])).body;
  const end = (body: object) => call('endHouseListEntry', ['post', `${listPath}/${String(id)}/end`, body]);
  expect((await end({})).body).toMatchObject({ code: 'request_invalid', errors: [{ path: '/reason' }] });
  expect((await end({ reason: 'Paid up' })).body).toMatchObject({ state: 'ended' });
});
