import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { ProviderManifest, SettingValues } from '../../../src/ports/check-provider.ts';
import { monthlyCeilingName, toMonthlyCeilingSetting } from '../../../src/ports/monthly-ceiling.ts';
import { startVendor, type Vendor } from '../../support/vendor-server.ts';
import { createAskingProvider, type Kit, openKit } from './kit-fixture.ts';

let vendor: Vendor;
let kit: Kit;

beforeEach(async () => {
  vendor = await startVendor(() => ({ body: { hits: 1 } }));
});

afterEach(async () => {
  await kit.close();
  await vendor.close();
});

async function open(changes: Partial<ProviderManifest>, settings: SettingValues = {}): Promise<void> {
  const providers = [createAskingProvider(changes)];
  kit = await openKit({ providers, settings: () => ({ serviceUrl: vendor.url, ...settings }) });
}

describe('the monthly ceiling', () => {
  const { settings } = createAskingProvider().manifest;
  const paid: Partial<ProviderManifest> = {
    cost: { minorUnits: 30, currency: 'EUR' },
    isOnByDefault: false,
    settings: { ...settings, [monthlyCeilingName]: toMonthlyCeilingSetting(100) },
  };
  const spent = (propertyId = 'P1', month = '2026-11') =>
    kit.store.read((rows) => rows.spending.find({ providerId: 'asking', propertyId, month }));

  test('stops what would pass it, also of checks at the same time', async () => {
    await open(paid);
    const findings = await Promise.all(Array.from({ length: 10 }, () => kit.ask()));
    const stopped = findings.filter(({ reasons }) => reasons[0]?.code === 'check.ceiling_reached');
    expect(stopped).toHaveLength(7);
    expect(stopped.every(({ result }) => result === 'unavailable')).toBe(true);
    expect(vendor.requests).toHaveLength(3);
    expect(await spent()).toBe(90);
  });

  test('is each property’s own, and each month’s', async () => {
    await open(paid);
    await Promise.all(Array.from({ length: 4 }, () => kit.ask()));
    expect((await kit.ask({}, { propertyId: 'P2' })).result).toBe('match');
    expect((await kit.ask()).result).toBe('unavailable');
    kit.pass(8 * 86_400_000);
    expect((await kit.ask()).result).toBe('match');
    expect(await spent('P1', '2026-12')).toBe(30);
  });

  test('is what the property says', async () => {
    await open(paid, { [monthlyCeilingName]: 29 });
    expect((await kit.ask()).reasons[0]?.code).toBe('check.ceiling_reached');
  });

  test('counts what was sent, and not what never reached the vendor', async () => {
    await open(paid);
    await vendor.close();
    await kit.ask();
    expect(await spent()).toBe(0);
    vendor = await startVendor();
  });

  test('counts a call that brought no answer: the vendor may charge for it', async () => {
    await open(paid);
    vendor.answer = () => ({ status: 500 });
    await kit.ask();
    expect(await spent()).toBe(30);
  });
});

describe('an answer that stands for another', () => {
  const day = { reuseMs: 86_400_000 };

  test('about the same declared fields comes without asking, and says from when it is', async () => {
    await open(day);
    const first = await kit.ask({ lastName: 'not declared' });
    kit.pass(1_000);
    const second = await kit.ask({ lastName: 'another' });
    expect(vendor.requests).toHaveLength(1);
    expect(second).toEqual({ ...first, reusedFrom: first.checkedAt, checkedAt: kit.now() });
  });

  test.each([
    ['another field', () => kit.ask({ email: 'a@b.example' })],
    ['another property', () => kit.ask({}, { propertyId: 'P2' })],
  ])('does not stand for %s', async (_what, askAgain) => {
    await open(day);
    await kit.ask();
    await askAgain();
    expect(vendor.requests).toHaveLength(2);
  });

  test('stands no longer than its time, and standing does not prolong it', async () => {
    await open(day);
    await kit.ask();
    kit.pass(86_399_999);
    await kit.ask();
    expect(vendor.requests).toHaveLength(1);
    kit.pass(1);
    await kit.ask();
    expect(vendor.requests).toHaveLength(2);
  });

  test('is no longer there once it is withdrawn', async () => {
    await open(day);
    await kit.ask();
    const guest = { propertyId: 'P1', guestId: 'G1' };
    expect(await kit.store.transaction((rows) => rows.keptAnswers.withdraw(guest))).toBe(1);
    await kit.ask();
    expect(vendor.requests).toHaveLength(2);
  });

  test('is never one that could not be asked', async () => {
    await open(day);
    vendor.answer = () => ({ status: 500 });
    await kit.ask();
    vendor.answer = () => ({ body: { hits: 0 } });
    expect((await kit.ask()).result).toBe('clear');
  });

  test('is never one that lacked something: the guest may have more to say the next time', async () => {
    const check = () => Promise.resolve({ result: 'incomplete', reasons: [], missing: ['email'] } as const);
    kit = await openKit({
      providers: [{ ...createAskingProvider({ reuseMs: 1_000_000 }), check }],
      settings: () => ({ serviceUrl: vendor.url }),
    });
    await kit.ask();
    expect(await kit.ask()).not.toHaveProperty('reusedFrom');
  });

  test('survives a change of key, and not of anything that could change the answer', async () => {
    let settings: SettingValues = { serviceUrl: vendor.url, apiKey: 'old' };
    kit = await openKit({ providers: [createAskingProvider(day)], settings: () => settings });
    await kit.ask();
    settings = { serviceUrl: vendor.url, apiKey: 'new' };
    await kit.ask();
    expect(vendor.requests).toHaveLength(1);
    settings = { serviceUrl: `${vendor.url}/other`, apiKey: 'new' };
    await kit.ask();
    expect(vendor.requests).toHaveLength(2);
  });

  test('is not kept where the manifest does not say for how long', async () => {
    await open({});
    await kit.ask();
    await kit.ask();
    expect(vendor.requests).toHaveLength(2);
  });
});
