import { randomBytes } from 'node:crypto';
import { afterEach, expect, test } from '@jest/globals';
import request from 'supertest';
import { systemClock } from '../../../src/clock/system-clock.ts';
import { composeFormPages } from '../../../src/compose/compose-forms.ts';
import { mostWrongLinks } from '../../../src/http/form/wrong-links.ts';
import { openStore } from '../../../src/store/open-store.ts';
import { toFormParts } from '../../support/form-parts.ts';
import { toSettings } from '../../support/hotel.ts';
import { createHttpFixture } from './http-fixture.ts';

const closing: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** Answers the status of one wrong link more, after one address had as many as it may. */
async function tryWrongLinks(trustedProxies: number, [first, next]: readonly [string, string]): Promise<number> {
  const secretKey = randomBytes(32);
  const store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey });
  const settings = toSettings({ SECRET_KEY: secretKey.toString('hex'), PUBLIC_URL: 'https://screening.example' }, '');
  const form = composeFormPages(toFormParts(settings, store, systemClock), undefined);
  const fixture = await createHttpFixture({ settings: { trustedProxies }, form });
  closing.push(
    () => fixture.close(),
    () => store.close(),
  );
  const open = (forwardedFor: string) =>
    request(fixture.app)
      .get(`/form/${'A'.repeat(43)}`)
      .set('X-Forwarded-For', forwardedFor);
  for (let wrong = 1; wrong <= mostWrongLinks; wrong += 1) expect((await open(first)).status).not.toBe(429);
  return (await open(next)).status;
}

test('without a proxy of ours nobody gets more wrong links by naming another address', async () => {
  expect(await tryWrongLinks(0, ['203.0.113.1', '203.0.113.2'])).toBe(429);
});

test('behind a proxy each guest has an own count', async () => {
  expect(await tryWrongLinks(1, ['203.0.113.1', '203.0.113.2'])).toBe(404);
  expect(await tryWrongLinks(1, ['203.0.113.1', '203.0.113.1'])).toBe(429);
});

test('what stands before the address that our proxy has added is a claim, and not believed', async () => {
  expect(await tryWrongLinks(1, ['198.51.100.7, 203.0.113.1', '198.51.100.8, 203.0.113.1'])).toBe(429);
});
