import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { createCircuit, defaultCircuitLimits } from '../../../src/checks/circuit.ts';
import type { CheckProvider } from '../../../src/ports/check-provider.ts';
import { startVendor, type Vendor } from '../../support/vendor-server.ts';
import { createAskingProvider, type Kit, openKit } from './kit-fixture.ts';

let vendor: Vendor;
let kit: Kit;

beforeEach(async () => {
  vendor = await startVendor(() => ({ body: { hits: 0 } }));
  kit = await openKit({
    providers: [createAskingProvider()],
    settings: (propertyId) => ({ serviceUrl: vendor.url, apiKey: propertyId === 'P9' ? 'wrong' : 'right' }),
  });
});

afterEach(async () => {
  await kit.close();
  await vendor.close();
});

const down = () => ({ status: 503 });
const up = () => ({ body: { hits: 0 } });
const askMany = (count: number, more = {}) => Promise.all(Array.from({ length: count }, () => kit.ask({}, more)));
const codes = (findings: readonly { readonly reasons: readonly { readonly code: string }[] }[]) =>
  findings.map(({ reasons }) => reasons[0]?.code);

describe('a dead vendor', () => {
  test('is asked five times, however many checks there are', async () => {
    vendor.answer = down;
    const findings = await askMany(100);
    expect(vendor.requests).toHaveLength(5);
    expect(codes(findings).filter((code) => code === 'check.vendor_unavailable')).toHaveLength(5);
    expect(codes(findings).filter((code) => code === 'check.circuit_open')).toHaveLength(95);
    expect(kit.lines.some((line) => line.startsWith('check.circuit_opened'))).toBe(true);
  });

  test('is told from one that answers, by property, and until when it is left alone', async () => {
    const states = () => ['P1', 'P9'].map((propertyId) => kit.findHealth(propertyId, 'asking').state);
    expect(states()).toEqual(['unknown', 'unknown']);
    await askMany(1);
    expect(states()).toEqual(['answering', 'unknown']);
    vendor.answer = down;
    await askMany(1);
    expect(states()).toEqual(['failing', 'unknown']);
    await askMany(4);
    kit.pass(10_000);
    expect(kit.findHealth('P1', 'asking')).toEqual({ state: 'left_alone', leftAloneMs: 20_000 });
    kit.pass(20_000);
    expect(kit.findHealth('P1', 'asking')).toEqual({ state: 'failing', leftAloneMs: 0 });
  });

  test('is left alone for a while, then tried once', async () => {
    vendor.answer = down;
    await askMany(10);
    kit.pass(29_999);
    await askMany(10);
    expect(vendor.requests).toHaveLength(5);
    kit.pass(1);
    await askMany(10);
    expect(vendor.requests).toHaveLength(6);
  });

  test('is left alone twice as long after each trial in vain, up to five minutes', async () => {
    vendor.answer = down;
    await askMany(5);
    for (const openMs of [30_000, 60_000, 120_000, 240_000, 300_000, 300_000]) {
      const before = vendor.requests.length;
      kit.pass(openMs - 1);
      await askMany(2);
      expect(vendor.requests).toHaveLength(before);
      kit.pass(1);
      await askMany(2);
      expect(vendor.requests).toHaveLength(before + 1);
    }
  });

  test('that is back serves everybody at once', async () => {
    vendor.answer = down;
    await askMany(5);
    vendor.answer = up;
    kit.pass(30_000);
    expect((await askMany(20)).map(({ result }) => result)).toEqual(Array.from({ length: 20 }, () => 'clear'));
    expect(vendor.requests).toHaveLength(25);
  });

  test('that says when to come back is not asked before', async () => {
    vendor.answer = () => ({ status: 429, headers: { 'retry-after': '120' } });
    await askMany(5);
    kit.pass(119_999);
    await askMany(5);
    expect(vendor.requests).toHaveLength(5);
  });

  test('of one property’s settings does not stand for another’s', async () => {
    vendor.answer = ({ headers }) => (headers.authorization === 'Bearer wrong' ? down() : up());
    await askMany(10, { propertyId: 'P9' });
    expect((await kit.ask({}, { propertyId: 'P1' })).result).toBe('clear');
  });
});

describe('what says nothing about the vendor', () => {
  test.each([
    ['a wrong key', 401, 'check.vendor_unauthorized'],
    ['a refused question', 422, 'check.vendor_refused'],
  ])('%s is told as such, and asked again the next time', async (_what, status, code) => {
    vendor.answer = () => ({ status });
    const findings = await askMany(20);
    expect(new Set(codes(findings))).toEqual(new Set([code]));
    expect(vendor.requests).toHaveLength(20);
  });

  test('a bug of ours keeps nobody from trying again', async () => {
    let calls = 0;
    const broken: CheckProvider = {
      ...createAskingProvider(),
      check: () => {
        calls += 1;
        throw new TypeError('x');
      },
    };
    const other = await openKit({ providers: [broken] });
    for (let round = 0; round < 8; round += 1) await other.ask();
    expect(calls).toBe(8);
    await other.close();
  });

  test('five failures with an answer between them are five bad days, not one dead vendor', async () => {
    for (let round = 0; round < 4; round += 1) {
      vendor.answer = down;
      await askMany(2);
      vendor.answer = up;
      expect((await kit.ask()).result).toBe('clear');
    }
  });
});

test('who waits for a trial stops waiting when the service stops', async () => {
  const circuit = createCircuit({ limits: defaultCircuitLimits, elapsedMs: () => 0, onOpened: () => undefined });
  const stopping = new AbortController();
  for (let taken = 0; taken < 5; taken += 1) await circuit.enter(stopping.signal);
  const waiting = circuit.enter(stopping.signal);
  stopping.abort(new Error('stopping'));
  await expect(waiting).rejects.toThrow('stopping');
});
