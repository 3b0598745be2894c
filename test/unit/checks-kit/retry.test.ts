import { afterEach, beforeEach, expect, test } from '@jest/globals';
import { startVendor, type Vendor, type VendorAnswer } from '../../support/vendor-server.ts';
import { createAskingProvider, type Kit, openKit } from './kit-fixture.ts';

let vendor: Vendor;
let kit: Kit;

beforeEach(async () => {
  vendor = await startVendor();
});

afterEach(async () => {
  await kit.close();
  await vendor.close();
});

async function open(retry: { readonly tries: number; readonly firstDelayMs: number }, random = () => 1): Promise<void> {
  const providers = [createAskingProvider({ retry, deadlineMs: 10_000 })];
  kit = await openKit({ providers, settings: () => ({ serviceUrl: vendor.url }), random });
}

/** Answers one after the other; the last one for ever. */
function answering(...answers: readonly VendorAnswer[]): void {
  let next = 0;
  vendor.answer = () => answers[Math.min(next++, answers.length - 1)];
}

const fine: VendorAnswer = { body: { hits: 0 } };

test('a vendor that stumbles is asked again, after waits that double', async () => {
  await open({ tries: 3, firstDelayMs: 100 });
  answering({ status: 500 }, { status: 502 }, { status: 503 }, fine);
  expect((await kit.ask()).result).toBe('clear');
  expect(kit.waits).toEqual([100, 200, 400]);
});

test('chance shortens a wait by half at most', async () => {
  await open({ tries: 1, firstDelayMs: 100 }, () => 0);
  answering({ status: 500 }, fine);
  await kit.ask();
  expect(kit.waits).toEqual([50]);
});

test('the vendor’s own word on when to come back is kept', async () => {
  await open({ tries: 1, firstDelayMs: 100 });
  answering({ status: 429, headers: { 'retry-after': '3' } }, fine);
  expect((await kit.ask()).result).toBe('clear');
  expect(kit.waits).toEqual([3_000]);
});

test('a wait that would end after the deadline is not begun', async () => {
  await open({ tries: 3, firstDelayMs: 100 });
  answering({ status: 429, headers: { 'retry-after': '10' } }, fine);
  expect(await kit.ask()).toMatchObject({ result: 'unavailable', reasons: [{ code: 'check.vendor_unavailable' }] });
  expect(kit.waits).toEqual([]);
});

test('nor are more tries than the manifest says', async () => {
  await open({ tries: 2, firstDelayMs: 10 });
  answering({ status: 500 });
  expect((await kit.ask()).result).toBe('unavailable');
  expect(vendor.requests).toHaveLength(3);
});

test('what would be the same the next time is not tried again', async () => {
  await open({ tries: 3, firstDelayMs: 10 });
  answering({ status: 401 });
  await kit.ask();
  answering({ body: '<html>' });
  await kit.ask();
  expect(vendor.requests).toHaveLength(2);
});

test('a lost connection is', async () => {
  await open({ tries: 2, firstDelayMs: 10 });
  await vendor.close();
  expect(await kit.ask()).toMatchObject({ reasons: [{ code: 'check.unreachable' }] });
  expect(kit.waits).toHaveLength(2);
});
