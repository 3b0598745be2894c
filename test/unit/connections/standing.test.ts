import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toConnectionAdvice, toNextProbe } from '../../../src/domain/connection/connection-state.ts';
import { createPmsCredentials } from '../../../src/screening/connections/pms-credentials.ts';
import { createConnectProperty } from '../../../src/screening/connections/connect-property.ts';
import { createProbeConnection } from '../../../src/screening/connections/probe-connection.ts';
import { connect, disconnect } from '../../../src/screening/connections/standing.ts';
import { createMakeSyncsDue } from '../../../src/screening/syncing/make-syncs-due.ts';
import { createTakeAppState } from '../../../src/screening/connections/take-app-state.ts';
import { createWebhookSecrets } from '../../../src/screening/connections/webhook-secrets.ts';
import { ServiceError } from '../../../src/domain/errors.ts';
import type { Pms } from '../../../src/ports/pms.ts';
import { type ConnectionDesk, keyed, openConnectionDesk, start, tokens, hourMs, tomorrow } from './connection-desk.ts';

let desk: ConnectionDesk;
beforeEach(async () => {
  desk = await openConnectionDesk();
});
afterEach(() => desk.store.close());

const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {
  return undefined;
}

describe('a credential', () => {
  test('is that of the property, until the property is disconnected', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    const credentials = createPmsCredentials(desk);
    expect(await credentials.find({ propertyId: 'P1' })).toMatchObject({
      connectionId: 'C1',
      kind: 'key',
      secret: 'K1',
    });
    await desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason: 'app_disabled', at: start }));
    await expect(credentials.find({ propertyId: 'P1' })).rejects.toMatchObject({ code: 'property_disconnected' });
    expect(await credentials.find({ propertyId: 'P1', isForced: true })).toMatchObject({ secret: 'K1' });
    await expect(credentials.find({ propertyId: 'P9' })).rejects.toMatchObject({ code: 'property_disconnected' });
  });

  test('of tokens is not sent after their end', async () => {
    await desk.connect('C1', tokens(1), ['P1']);
    const credentials = createPmsCredentials(desk);
    expect(await credentials.find({ propertyId: 'P1' })).toMatchObject({ kind: 'token', secret: 'access 1' });
    desk.advance(8 * hourMs);
    await expect(credentials.find({ propertyId: 'P1' })).rejects.toMatchObject({ facts: { reason: 'token_expired' } });
  });

  test('that is refused is not used for that property until it was confirmed, a moment later; a late refusal says nothing', async () => {
    await desk.connect('C1', keyed('K1'), ['P1', 'P2']);
    const credentials = createPmsCredentials(desk);
    const old = await credentials.find({ propertyId: 'P1' });
    await credentials.noteRefused(old, 'P1', start);
    desk.advance(1);
    await credentials.noteRefused(old, 'P1', start);
    await expect(credentials.find({ propertyId: 'P1' })).rejects.toMatchObject({ code: 'property_disconnected' });
    expect(await credentials.find({ propertyId: 'P2' })).toMatchObject({ secret: 'K1' });
    expect(await desk.standing('P1')).toMatchObject({ state: 'connected', since: start, doubtedSince: start });
    expect(await desk.alerts()).toEqual([]);
    await desk.connect('C1', keyed('K2'), ['P1']);
    await credentials.noteRefused(old, 'P1', start);
    expect(await desk.standing('P1')).not.toHaveProperty('doubtedSince');
  });
});

describe('a 401', () => {
  const refuse = async () => {
    const keys = createPmsCredentials(desk);
    await keys.noteRefused(await keys.find({ propertyId: 'P1', isForced: true }), 'P1', desk.clock.now());
  };
  const confirmAs = async (answer: 'taken' | 'refused') => {
    desk.advance(1_999);
    expect(await desk.claim('probe-connection')).toBeUndefined();
    desk.advance(1);
    await createProbe([answer])('routine');
  };

  test('that was a mistake of a gateway costs a moment: nobody is told, nothing is set up again, what waited is due', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await refuse();
    await refuse();
    await wait('P1', 'sync-property');
    await confirmAs('taken');
    expect(await desk.standing('P1')).toMatchObject({ state: 'connected', since: start });
    expect(await createPmsCredentials(desk).find({ propertyId: 'P1' })).toMatchObject({ secret: 'K1' });
    expect(await desk.claim('sync-property')).toBeDefined();
    expect(await desk.claim('connect-property')).toBeUndefined();
    expect(await desk.claim('probe-connection')).toBeUndefined();
    expect(await desk.alerts()).toEqual([]);
  });

  test('that is confirmed disconnects the property and tells somebody; the next try comes after a minute', async () => {
    await desk.connect('C1', keyed('K1'), ['P1', 'P2']);
    await refuse();
    await confirmAs('refused');
    expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason: 'key_refused' });
    expect(await desk.standing('P1')).not.toHaveProperty('doubtedSince');
    expect(await desk.alerts()).toEqual(['P1']);
    desk.advance(59_999);
    expect(await desk.claim('probe-connection')).toBeUndefined();
    desk.advance(1);
    expect(await desk.claim('probe-connection')).toBeDefined();
  });

  test('soon after another that meant nothing is believed at once, and long after is asked about again', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await refuse();
    await confirmAs('taken');
    desk.advance(120_000);
    await refuse();
    expect(await desk.alerts()).toEqual([]);
    await confirmAs('taken');
    desk.advance(119_999);
    await refuse();
    expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected' });
    expect(await desk.alerts()).toEqual(['P1']);
  });

  test('is asked about again by the periodic sync, should the request that confirms it have been given up', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await refuse();
    desk.advance(2_000);
    const lease = (await desk.claim('probe-connection'))?.lease ?? { id: '', generation: 0 };
    await desk.store.transaction((rows) => rows.jobs.bury(lease, { at: start, errorCode: 'pms_bad_answer' }));
    await createMakeSyncsDue(desk)();
    await createProbe(['taken'])('routine');
    expect(await desk.standing('P1')).not.toHaveProperty('doubtedSince');
  });
});

/** Has a job of the property wait for its connection. */
async function wait(propertyId: string, kind: 'sync-property'): Promise<void> {
  const job = { kind, payload: { propertyId }, urgency: 1, runAt: start } as const;
  await desk.store.transaction((rows) => rows.jobs.enqueue(job));
  const lease = (await desk.claim(kind))?.lease ?? { id: '', generation: 0 };
  const later = { startedAt: start, runAt: tomorrow, errorCode: 'property_disconnected' } as const;
  await desk.store.transaction((rows) => rows.jobs.postpone(lease, later));
}

/** Runs a job that waits, on a PMS that says so, one after the other. */
function createProbe(answers: ('refused' | 'taken')[]) {
  const pms = {
    probe: () => {
      const answer = answers.shift();
      if (answer === undefined) throw new Error('Nothing was to be asked');
      return answer === 'taken' ? Promise.resolve() : Promise.reject(new ServiceError('pms_unauthorized'));
    },
  } as unknown as Pms;
  const handler = createProbeConnection({ ...desk, pms, logger });
  return async (cause: 'wish' | 'routine') => {
    const context = await desk.claim('probe-connection');
    if (context === undefined) throw new Error('No probe is due');
    await handler({ propertyId: 'P1', cause }, context);
    await desk.store.transaction((rows) => rows.jobs.complete(context.lease));
  };
}

describe('a disconnected property', () => {
  test('is tried after a minute, then ever more seldom, and a key that is taken connects it again', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason: 'key_refused', at: start }));
    const probe = createProbe(['refused', 'refused', 'taken']);
    const waits: (number | undefined)[] = [];
    for (const waitMs of [60_000, 120_000, 240_000]) {
      desk.advance(waitMs - 1);
      waits.push((await desk.claim('probe-connection')) && waitMs);
      desk.advance(1);
      await probe('routine');
    }
    expect(waits).toEqual([undefined, undefined, undefined]);
    expect(await desk.standing('P1')).toMatchObject({ state: 'connecting' });
    expect(await desk.alerts()).toEqual([]);
    expect(await desk.claim('connect-property')).toBeDefined();
    expect(toNextProbe(20, start)).toBe('2026-11-23T10:00:00.000Z');
  });

  test('by the hotel or by somebody here is not tried by itself, but as somebody wishes', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    for (const reason of ['app_disabled', 'ended_here'] as const) {
      await desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason, at: start }));
      await wishFor('routine');
      await createProbe([])('routine');
      expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason });
      await wishFor('wish');
      await createProbe(['taken'])('wish');
      expect(await desk.standing('P1')).toMatchObject({ state: 'connecting' });
    }
  });

  test('after its key was refused stays disconnected by the hotel, and the probes end', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    for (const reason of ['key_refused', 'app_disabled', 'key_refused', 'ended_here'] as const) {
      await desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason, at: start }));
    }
    expect(await desk.standing('P1')).toMatchObject({ reason: 'app_disabled' });
  });

  test('that is connected again makes due what waited for nothing else', async () => {
    await desk.connect('C1', keyed('K1'), ['P1', 'P2']);
    for (const propertyId of ['P1', 'P2']) await wait(propertyId, 'sync-property');
    await desk.store.transaction((rows) => connect(rows, { propertyId: 'P1', connectionId: 'C1', at: start }));
    expect(await desk.claim('sync-property')).toMatchObject({ attempt: 1 });
    expect(await desk.claim('sync-property')).toBeUndefined();
  });

  test('wakes, once it is set up, what was told to wait while it was being connected', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    const payload = { propertyId: 'P1', guestId: 'G1' };
    await desk.store.transaction((rows) =>
      rows.jobs.enqueue({ kind: 'write-back', payload, urgency: 1, runAt: start }),
    );
    const underWay = (await desk.claim('write-back'))?.lease ?? { id: '', generation: 0 };
    await desk.store.transaction(async (rows) => {
      await disconnect(rows, { propertyId: 'P1', reason: 'key_refused', at: start });
      await connect(rows, { propertyId: 'P1', connectionId: 'C1', at: start });
    });
    const later = { startedAt: tomorrow, runAt: tomorrow, errorCode: 'property_disconnected' } as const;
    await desk.store.transaction((rows) => rows.jobs.postpone(underWay, later));
    expect(await desk.claim('write-back')).toBeUndefined();
    await setUp();
    expect(await desk.claim('write-back')).toBeDefined();
    expect(await desk.claim('write-back')).toBeUndefined();
  });

  /** Runs the job that sets a property up, on a PMS that has all that is needed. */
  async function setUp(): Promise<void> {
    const pms = {
      ensureSubscriptions: () => Promise.resolve({}),
      ensureGuestFields: () => Promise.resolve(),
    } as unknown as Pms;
    const context = await desk.claim('connect-property');
    if (context === undefined) throw new Error('Nothing is to be set up');
    const parts = { ...desk, pms, logger, webhookPrefix: 'https://screening.example/', modeFor: () => 'note' as const };
    await createConnectProperty(parts)({ propertyId: 'P1' }, context);
  }

  async function wishFor(cause: 'wish' | 'routine'): Promise<void> {
    const payload = { propertyId: 'P1', cause };
    const job = { kind: 'probe-connection', payload, urgency: 1, runAt: desk.clock.now() } as const;
    await desk.store.transaction((rows) => rows.jobs.enqueue(job));
  }
});

describe('an app state', () => {
  const tell = (newState: string, clientId: string | undefined, id = `${newState} ${clientId ?? ''}`) =>
    createTakeAppState(desk)({
      event: { id, propertyId: 'P1', name: 'integration/appstate_changed' },
      clientId,
      newState,
    });
  const setUp = async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.store.transaction((rows) => rows.connections.noteFacts('C1', { clientId: 'us' }));
  };

  test.each([['them'], [undefined]])('of %s is nothing to us', async (clientId) => {
    await setUp();
    await tell('disabled', clientId);
    expect(await desk.standing('P1')).toMatchObject({ state: 'connected' });
  });

  test('of ours disconnects at once; enabled again is tried, and the same news twice counts once', async () => {
    await setUp();
    await tell('disabled', 'us', 'E1');
    expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason: 'app_disabled' });
    expect(await desk.claim('probe-connection')).toBeUndefined();
    await tell('enabled', 'us', 'E2');
    expect(await desk.claim('probe-connection')).toBeDefined();
    await desk.store.transaction((rows) => connect(rows, { propertyId: 'P1', connectionId: 'C1', at: start }));
    await tell('disabled', 'us', 'E1');
    expect(await desk.standing('P1')).toMatchObject({ state: 'connecting' });
  });
});

test('a former address is answered while the PMS may ring there and ten minutes more, and is not remembered', async () => {
  await desk.connect('C1', keyed('K1'), ['P1']);
  const secrets = createWebhookSecrets(desk);
  expect(await secrets.findPropertyId('secret of P1')).toBe('P1');
  await desk.store.transaction((rows) => rows.properties.changeWebhookSecret('P1', 'new'));
  secrets.forget();
  const find = () => Promise.all(['secret of P1', 'new', 'wrong'].map((secret) => secrets.findPropertyId(secret)));
  expect(await find()).toEqual(['P1', 'P1', undefined]);
  const until = '2026-11-23T09:10:00.000Z';
  await desk.store.transaction((rows) => rows.properties.endFormerSecrets('P1', until));
  expect(await find()).toEqual(['P1', 'P1', undefined]);
  desk.advance(600_000);
  expect(await find()).toEqual([undefined, 'P1', undefined]);
});

test.each([
  [{ kind: 'key', state: 'connected' }, 'nothing'],
  [{ kind: 'key', state: 'connecting' }, 'wait'],
  [{ kind: 'key', state: 'disconnected', reason: 'app_disabled' }, 'enable_app'],
  [{ kind: 'delivered_key', state: 'disconnected', reason: 'app_disabled' }, 'authorize'],
  [{ kind: 'key', state: 'disconnected', reason: 'key_refused' }, 'give_key'],
  [{ kind: 'oauth', state: 'disconnected', reason: 'key_refused' }, 'authorize'],
  [{ kind: 'key', state: 'disconnected', reason: 'key_withdrawn' }, 'give_key'],
  [{ kind: 'key', state: 'disconnected', reason: 'ended_here' }, 'reconnect'],
] as const)('what to do about %o: %s', (standing, advice) => {
  expect(toConnectionAdvice({ ...standing, isInDoubt: false })).toBe(advice);
});
