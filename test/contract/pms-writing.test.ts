import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { guestFieldDefinitions } from '../../src/pms/cloudbeds/guest-field-definitions.ts';
import { type PmsOnSandbox, startPmsOnSandbox, toAddresses } from './pms-sandbox.ts';

let setting: PmsOnSandbox;
let guestId: string;

beforeEach(async () => {
  setting = await startPmsOnSandbox();
  guestId = setting.sandbox.world.book({
    arrivesOn: '2026-11-25',
    departsOn: '2026-11-27',
    mainGuest: { firstName: 'Ada', lastName: 'Byron' },
  }).guestIds[0];
  setting.sandbox.stats.reset();
});
afterEach(() => setting.sandbox.close());

const endpointUrl = 'https://screening.example/webhooks/cloudbeds/secret';

function listEvents(address = endpointUrl): string[] {
  const { world } = setting.sandbox;
  return world
    .listSubscriptions()
    .filter((subscription) => subscription.endpointUrl === address)
    .map(({ object, action }) => `${object}/${action}`)
    .sort();
}

describe('subscriptions', () => {
  const needed = [
    'guest/assigned',
    'guest/created',
    'guest/details_changed',
    'guest/removed',
    'integration/appstate_changed',
    'reservation/created',
    'reservation/dates_changed',
    'reservation/deleted',
    'reservation/status_changed',
  ];

  test('are made once each, however often they are ensured', async () => {
    await setting.pms.ensureSubscriptions(setting.call, toAddresses(endpointUrl));
    await setting.pms.ensureSubscriptions(setting.call, toAddresses(endpointUrl));
    expect(listEvents()).toEqual(needed);
    expect(setting.sandbox.stats.requestsByOperation).toEqual({ getWebhooks: 3, postWebhook: 9 });
  });

  test('that exist twice are made one, and those of another address stay', async () => {
    const elsewhere = 'https://another-app.example/hook';
    const { pms, call } = setting;
    await pms.ensureSubscriptions(call, toAddresses(elsewhere));
    await Promise.all([
      pms.ensureSubscriptions(call, toAddresses(endpointUrl)),
      pms.ensureSubscriptions(call, toAddresses(endpointUrl)),
    ]);
    expect(listEvents()).toHaveLength(18);
    await pms.ensureSubscriptions(call, toAddresses(endpointUrl));
    expect(listEvents()).toEqual(needed);
    expect(listEvents(elsewhere)).toEqual(needed);
  });

  test('that are left over of ours go once the new ones are there, and former addresses stay until they are none', async () => {
    const { pms, call, sandbox } = setting;
    const [leftOver, former] = [`${endpointUrl}/left-over`, `${endpointUrl}/former`];
    for (const address of [leftOver, former]) await pms.ensureSubscriptions(call, toAddresses(address));
    const addresses = { current: `${endpointUrl}/current`, former: [former], prefix: `${endpointUrl}/` };
    sandbox.faults.set({ kind: 'error_500', operation: 'postWebhook', count: 1 });
    await expect(pms.ensureSubscriptions(call, addresses)).rejects.toMatchObject({ code: 'pms_server_error' });
    expect(listEvents(leftOver)).toEqual(needed);
    expect(await pms.ensureSubscriptions(call, addresses)).toEqual({ clientId: 'live1_190000_sandbox' });
    expect([leftOver, former, addresses.current].map((address) => listEvents(address).length)).toEqual([0, 9, 9]);
    await pms.ensureSubscriptions(call, { ...addresses, former: [] });
    expect([former, addresses.current].map((address) => listEvents(address).length)).toEqual([0, 9]);
    await pms.removeSubscriptions(call, addresses.prefix);
    expect(listEvents(addresses.current)).toEqual([]);
  });

  test('are complete and single after answers were lost', async () => {
    const { pms, call, sandbox } = setting;
    sandbox.faults.set({ kind: 'applied_but_answer_lost', operation: 'postWebhook', count: 3 });
    for (let lost = 0; lost < 3; lost += 1) {
      await expect(pms.ensureSubscriptions(call, toAddresses(endpointUrl))).rejects.toMatchObject({
        code: 'pms_unreachable',
      });
    }
    await pms.ensureSubscriptions(call, toAddresses(endpointUrl));
    expect(listEvents()).toEqual(needed);
  });
});

describe('guest fields', () => {
  test('are created as agreed, and written by name in one request', async () => {
    const { pms, call, sandbox } = setting;
    await pms.ensureGuestFields(call);
    const created = sandbox.world
      .listCustomFields()
      .map(({ shortcode, name, maxCharacters, applyTo, isPersonal, displayed }) => {
        expect({ applyTo, isPersonal, displayed }).toEqual({
          applyTo: 'guest',
          isPersonal: true,
          displayed: ['reservation'],
        });
        return { shortcode, name, maxCharacters };
      });
    expect(created).toEqual(guestFieldDefinitions);

    sandbox.stats.reset();
    const values = {
      screening_status: 'Completed',
      screening_outcome: 'Review',
      screening_summary: 'House list: clear · Booking rules: one night, short notice',
      screening_updated: '2026-11-23 10:15',
      screening_link: '',
    };
    const receipt = await pms.writeGuestFields(call, guestId, values);
    expect(receipt.requestId).toMatch(/./);
    const { screening_link: link = '', ...written } = sandbox.world.readGuest(guestId).customFields;
    expect({ screening_link: link, ...written }).toEqual(values);
    expect(sandbox.stats.requestsByOperation).toEqual({ putGuest: 1 });
  });

  test('are created once each although the answers to their creation are lost', async () => {
    const { pms, call, sandbox } = setting;
    sandbox.faults.set({ kind: 'applied_but_answer_lost', operation: 'postCustomField', count: 3 });
    await pms.ensureGuestFields(call);
    expect(sandbox.world.listCustomFields().map(({ shortcode }) => shortcode)).toEqual(
      guestFieldDefinitions.map(({ shortcode }) => shortcode),
    );
  });

  test('are written in a new process that knows no names yet', async () => {
    await setting.pms.writeGuestFields(setting.call, guestId, { screening_status: 'In progress' });
    expect(setting.sandbox.world.readGuest(guestId).customFields.screening_status).toBe('In progress');
  });

  test('that the hotel has under another name, and shorter, are used as they are', async () => {
    const { pms, call, sandbox } = setting;
    const field = { shortcode: 'screening_summary', applyTo: 'guest', isPersonal: true } as const;
    sandbox.world.addCustomField({ ...field, name: 'Gästeprüfung', maxCharacters: 12 });
    await pms.writeGuestFields(call, guestId, { screening_summary: 'House list: clear' });
    expect(sandbox.world.readGuest(guestId).customFields.screening_summary).toBe('House list:…');
    expect(sandbox.stats.refusals).toBe(0);
  });

  test('that look like payment data are refused with a reason of ours', async () => {
    const values = { screening_summary: 'Card 4111 1111 1111 1111' };
    const error: unknown = await setting.pms
      .writeGuestFields(setting.call, guestId, values)
      .catch((thrown: unknown) => thrown);
    expect(error).toMatchObject({ code: 'pms_refused', facts: { reason: 'payment_data', operation: 'putGuest' } });
  });

  test('of a guest that does not exist are refused as such', async () => {
    const written = setting.pms.writeGuestFields(setting.call, '999999999', { screening_status: 'Completed' });
    await expect(written).rejects.toMatchObject({ code: 'pms_refused', facts: { reason: 'guest_unknown' } });
  });

  test('may be written again after the answer was lost', async () => {
    const { pms, call, sandbox } = setting;
    await pms.ensureGuestFields(call);
    sandbox.faults.set({ kind: 'applied_but_answer_lost', operation: 'putGuest', count: 1 });
    const values = { screening_status: 'Completed' };
    await expect(pms.writeGuestFields(call, guestId, values)).rejects.toMatchObject({ code: 'pms_unreachable' });
    await pms.writeGuestFields(call, guestId, values);
    expect(sandbox.world.readGuest(guestId).customFields.screening_status).toBe('Completed');
  });
});

describe('notes', () => {
  test('are added, listed and changed in place', async () => {
    const { pms, call, sandbox } = setting;
    const { noteId, requestId } = await pms.addNote(
      call,
      guestId,
      'Guest screening: In progress\nTwo & lines · ünïcode',
    );
    expect(requestId).toMatch(/./);
    expect(await pms.listNotes(call, guestId)).toEqual([
      { noteId, text: 'Guest screening: In progress\nTwo & lines · ünïcode' },
    ]);
    await pms.updateNote(call, guestId, { noteId, text: 'Guest screening: Completed – Clear' });
    expect(sandbox.world.readGuest(guestId).notes).toEqual(['Guest screening: Completed – Clear']);
  });

  test('whose answer was lost are found by looking', async () => {
    const { pms, call, sandbox } = setting;
    sandbox.faults.set({ kind: 'applied_but_answer_lost', operation: 'postGuestNote', count: 1 });
    await expect(pms.addNote(call, guestId, 'once')).rejects.toMatchObject({ code: 'pms_unreachable' });
    expect((await pms.listNotes(call, guestId)).map(({ text }) => text)).toEqual(['once']);
  });
});
