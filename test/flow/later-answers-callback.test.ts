import { afterEach, describe, expect, test } from '@jest/globals';
import { isServiceError } from '../../src/domain/errors.ts';
import { callbackKey, type HostedDesk, openHostedDesk, referenceOf } from '../support/hosted-desk.ts';
import { signText } from '../support/hosted-check.ts';
import { propertyId } from '../support/later-desk.ts';

let desk: HostedDesk;

afterEach(() => desk.close());

async function codeOf(work: Promise<unknown>): Promise<string> {
  const error: unknown = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  return isServiceError(error) ? error.code : String(error);
}

describe('a callback', () => {
  test('completes the screening, and the PMS is told', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    expect(await desk.hasJob('write-back')).toBe(true);
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    expect(await desk.get(id)).toMatchObject({
      status: 'completed',
      outcome: 'clear',
      findings: [{ result: 'clear' }],
    });
    expect(await desk.hasJob('write-back')).toBe(true);
    expect(desk.counted).toContain('screenings_finished completed clear');
  });

  test('a replay is acknowledged and changes nothing', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified', { event: 'E1' }));
    const before = await desk.get(id);
    desk.pass(1_000);
    await desk.deliver(desk.toDelivery(referenceOf(id), 'forged', { event: 'E1' }));
    expect(await desk.get(id)).toEqual(before);
    expect(desk.counted).toContain('callbacks hosted repeated');
  });

  test('that is faster than our disk is kept for its question', async () => {
    desk = await openHostedDesk();
    const id = await desk.screen('G1');
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    expect(desk.counted).toContain('callbacks hosted kept');
    await desk.runJobs();
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'clear' });
  });

  test('that says “still open” changes nothing', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    await desk.deliver(desk.toDelivery(referenceOf(id), 'open'));
    expect((await desk.get(id)).status).toBe('waiting_for_guest');
  });

  test('a vendor that changes its mind is heard', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    await desk.deliver(desk.toDelivery(referenceOf(id), 'forged'));
    expect(await desk.get(id)).toMatchObject({ status: 'completed', outcome: 'flagged' });
  });

  test('a person’s decision stands over what comes later', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    const decision = { decision: 'approved', reason: 'known', decidedBy: 'desk', decidedAt: desk.now() } as const;
    await desk.store.transaction((rows) => rows.screenings.saveDecision(id, decision));
    await desk.deliver(desk.toDelivery(referenceOf(id), 'forged'));
    expect((await desk.get(id)).decision?.decision).toBe('approved');
  });

  test('of a stay that is off does nothing', async () => {
    desk = await openHostedDesk();
    const id = await desk.untilWaiting();
    const guest = { propertyId, reservationId: 'RG1', guestId: 'G1' };
    await desk.store.transaction((rows) => rows.screenings.stopOpen(guest, desk.now()));
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    expect((await desk.get(id)).status).toBe('stopped');
  });

  test.each([
    ['another key', () => desk.toDelivery('S', 'verified', { key: 'other' })],
    ['a signature too old', () => desk.toDelivery('S', 'verified', { ageMs: 301_000 })],
    [
      'a body changed on its way',
      () => ({ ...desk.toDelivery('S', 'forged'), body: desk.toDelivery('S', 'verified').body }),
    ],
    ['no signature', () => ({ headers: {}, body: '{}' })],
  ])('with %s is refused', async (_what, toBad) => {
    desk = await openHostedDesk();
    await desk.untilWaiting();
    expect(await codeOf(desk.deliver(toBad()))).toBe('callback_unsigned');
    expect(desk.counted).toContain('callbacks hosted refused');
  });

  test('that cannot be read is refused as such', async () => {
    desk = await openHostedDesk();
    const delivery = signText('not json', { key: callbackKey, atMs: Date.parse(desk.now()) });
    expect(await codeOf(desk.deliver(delivery))).toBe('callback_malformed');
  });

  test.each([
    ['of another property', () => ({ secret: 'OTk5.AAAA' })],
    ['of another provider', () => ({ secret: desk.secretFor('other') })],
    ['of a provider that there is not', () => ({ provider: 'nobody' })],
    ['that is empty', () => ({ secret: '' })],
  ])('to a secret %s finds nothing', async (_what, toAddress) => {
    desk = await openHostedDesk();
    expect(await codeOf(desk.deliver(desk.toDelivery('S', 'verified'), toAddress()))).toBe('route_unknown');
  });

  test('an empty key lets nobody in', async () => {
    desk = await openHostedDesk({ key: '' });
    const forged = desk.toDelivery('S', 'verified', { key: ' ' });
    expect(await codeOf(desk.deliver(forged))).toBe('callback_unsigned');
  });

  test('while the key is being changed both sign', async () => {
    desk = await openHostedDesk({ key: `new-key, ${callbackKey}` });
    const id = await desk.untilWaiting();
    await desk.deliver(desk.toDelivery(referenceOf(id), 'verified'));
    const again = desk.toDelivery(referenceOf(id), 'forged', { event: 'E2', key: 'new-key' });
    await desk.deliver(again);
    expect((await desk.get(id)).outcome).toBe('flagged');
  });
});
