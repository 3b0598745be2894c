import { afterEach, beforeEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { addScreening, adminToken, createHttpFixture, type HttpFixture, propertyId } from './http-fixture.ts';

let fixture: HttpFixture;
beforeEach(async () => {
  fixture = await createHttpFixture();
  for (const guestId of ['1', '2', '3', '4', '5']) await addScreening(fixture.store, { guestId });
});
afterEach(() => fixture.close());

const bearer = { Authorization: `Bearer ${adminToken}` };
const listPath = `/api/v1/properties/${propertyId}/screenings`;
const read = (path: string, encoding: string) =>
  request(fixture.app)
    .get(path)
    .set({ ...bearer, 'Accept-Encoding': encoding });
const toPacking = ({ headers }: { headers: Record<string, string | undefined> }) => headers['content-encoding'];

test('a long answer comes packed to whoever takes that, and says the same', async () => {
  const packed = await read(listPath, 'gzip, deflate, br');
  const plain = await read(listPath, 'identity');
  expect([toPacking(packed), toPacking(plain)]).toEqual(['gzip', undefined]);
  expect([packed.headers.vary, plain.headers.vary]).toEqual(['Accept-Encoding', 'Accept-Encoding']);
  expect(packed.body).toEqual(plain.body);
  expect(Number(packed.headers['content-length'])).toBeLessThan(Number(plain.headers['content-length']) / 2);
});

test.each(['gzip;q=0', 'br'])('who does not take gzip (%s) is not given it', async (encoding) => {
  expect(toPacking(await read(listPath, encoding))).toBeUndefined();
});

test('what is short, a problem, a file and what answers a change are not packed', async () => {
  expect(toPacking(await read('/healthz', 'gzip'))).toBeUndefined();
  expect(toPacking(await read(`${listPath}?cursor=${'x'.repeat(3_000)}`, 'gzip'))).toBeUndefined();
  expect(toPacking(await read(`${listPath}.csv`, 'gzip'))).toBeUndefined();
  const entry = { kind: 'ban', names: ['Ana Example'], reason: 'Long. '.repeat(300) };
  const added = await request(fixture.app)
    .post(`/api/v1/properties/${propertyId}/house-list`)
    .set({ ...bearer, 'Accept-Encoding': 'gzip' })
    .send(entry);
  expect([added.status, toPacking(added)]).toEqual([201, undefined]);
  expect(Number(added.headers['content-length'])).toBeGreaterThan(1_400);
});
