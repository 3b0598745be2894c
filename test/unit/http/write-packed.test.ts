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

test('HEAD tells of a packed answer what GET does', async () => {
  const { headers } = await read(listPath, 'gzip');
  const told = await request(fixture.app)
    .head(listPath)
    .set({ ...bearer, 'Accept-Encoding': 'gzip' });
  expect(told.headers).toMatchObject({
    'content-encoding': 'gzip',
    vary: 'Accept-Encoding',
    'content-length': headers['content-length'],
  });
});

test('a packed reading’s tag is taken by what changes it', async () => {
  const path = `/api/v1/screenings/${await addScreening(fixture.store, { guestId: '6' })}`;
  const { headers } = await read(path, 'gzip');
  const decide = (tag: string) =>
    request(fixture.app)
      .post(`${path}/decision`)
      .set({ ...bearer, 'If-Match': tag })
      .send({ decision: 'approved', reason: 'Known in person.' });
  expect((await decide('"another"')).status).toBe(409);
  expect((await decide(headers.etag ?? '')).status).toBe(200);
});

test.each(['gzip;q=0', 'br', 'identity, gzip;q=0.1'])(
  'who does not take gzip (%s) is not given it',
  async (encoding) => {
    expect(toPacking(await read(listPath, encoding))).toBeUndefined();
  },
);

test('what is short and what answers a change are not packed', async () => {
  const short = await read('/api/v1/properties', 'gzip');
  expect([short.status, toPacking(short)]).toEqual([200, undefined]);
  expect(Number(short.headers['content-length'])).toBeLessThan(1_400);
  const entry = { kind: 'ban', names: ['Ana Example'], reason: 'Long. '.repeat(300) };
  const added = await request(fixture.app)
    .post(`/api/v1/properties/${propertyId}/house-list`)
    .set({ ...bearer, 'Accept-Encoding': 'gzip' })
    .send(entry);
  expect([added.status, toPacking(added)]).toEqual([201, undefined]);
  expect(Number(added.headers['content-length'])).toBeGreaterThan(1_400);
});
