import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plusMs } from '../../../src/domain/calendar.ts';
import type { OpenedAccount, Pms } from '../../../src/ports/pms.ts';
import { createConnectAccount } from '../../../src/screening/connections/connect-account.ts';
import { createConnectProperty } from '../../../src/screening/connections/connect-property.ts';
import { takeUpConnections } from '../../../src/screening/connections/environment-key.ts';
import type { SetUpParts } from '../../../src/screening/connections/set-up-mark.ts';
import { createMakeSyncsDue } from '../../../src/screening/syncing/make-syncs-due.ts';
import { type ConnectionDesk, hourMs, keyed, openConnectionDesk, start, tokens } from './connection-desk.ts';

const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {
  return undefined;
}

let desk: ConnectionDesk;
let service: Omit<SetUpParts, 'pms'> & { readonly needs: string };
let looks: string[];
beforeEach(async () => {
  desk = await openConnectionDesk();
  service = { webhookPrefix: 'https://hotel.example/', modeFor: () => 'custom_fields', needs: 'events and fields' };
  looks = [];
});
afterEach(() => desk.store.close());

const opened: OpenedAccount = { properties: [{ propertyId: 'P1', name: 'One', timeZone: 'UTC' }] };

/** A PMS in which everything is there already. */
function createParts() {
  const pms = {
    needs: service.needs,
    openAccount: () => Promise.resolve(opened),
    ensureSubscriptions: () => Promise.resolve(void looks.push('subscriptions')).then(() => ({})),
    ensureGuestFields: () => Promise.resolve(void looks.push('fields')),
    ensureAppState: () => Promise.resolve(),
  } as unknown as Pms;
  return { ...desk, ...service, pms, logger };
}

interface Start {
  /** For so long nothing ran, since the last sync that is. */
  readonly downMs?: number;
  readonly syncIntervalMs?: number;
  /** What else waited runs before the account is looked at. Default: nothing did. */
  readonly doesWaitingFirst?: () => Promise<void>;
}

async function startService({ downMs = 60_000, syncIntervalMs = 60_000, ...start }: Start = {}): Promise<void> {
  await desk.store.transaction(async (rows) => {
    const at = desk.clock.now();
    await rows.properties.noteSyncStarted('P1', plusMs(at, -downMs));
    await takeUpConnections(rows, { key: undefined, at, syncIntervalMs });
  });
  await start.doesWaitingFirst?.();
  const context = await desk.claim('connect-account');
  if (context === undefined) throw new Error('Nothing was due.');
  await createConnectAccount(createParts())({ connectionId: 'C1', cause: 'start' }, context);
  await desk.store.transaction((rows) => rows.jobs.complete(context.lease));
}

/** What is due is done; answers whether the property was looked at. */
async function work(): Promise<boolean> {
  const context = await desk.claim('connect-property');
  if (context === undefined) return false;
  await createConnectProperty(createParts())({ propertyId: 'P1' }, context);
  await desk.store.transaction((rows) => rows.jobs.complete(context.lease));
  return true;
}

describe('what a property needs in the PMS', () => {
  test('is looked at by a first start, and by the next only once hours have gone by', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    expect(await work()).toBe(true);
    expect(looks).toEqual(['subscriptions', 'fields']);
    for (const hours of [0, 3, 2.9]) {
      desk.advance(hours * hourMs);
      await startService();
      expect(await work()).toBe(false);
    }
    desk.advance(0.2 * hourMs);
    await startService();
    expect(await work()).toBe(true);
  });

  test('is looked at by a start after so long a time that the hotel may have ended our subscriptions unheard', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    await work();
    desk.advance(hourMs);
    await startService({ downMs: 14 * 60_000 });
    expect(await work()).toBe(false);
    await startService({ downMs: 16 * 60_000 });
    expect(await work()).toBe(true);
  });

  test('is looked at after such a time though a sync that waited runs first', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    await work();
    desk.advance(hourMs);
    const doesWaitingFirst = () =>
      desk.store.transaction((rows) => rows.properties.noteSyncStarted('P1', desk.clock.now()));
    await startService({ downMs: hourMs, doesWaitingFirst });
    expect(await work()).toBe(true);
    expect(await work()).toBe(false);
  });

  test('is looked at after such a time that is long for a service that seldom syncs', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    await work();
    desk.advance(hourMs);
    const syncIntervalMs = 10 * 60_000;
    await startService({ downMs: 29 * 60_000, syncIntervalMs });
    expect(await work()).toBe(false);
    await startService({ downMs: 31 * 60_000, syncIntervalMs });
    expect(await work()).toBe(true);
  });

  test('of a property that was disconnected is left alone by a start, however long nothing ran', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    const ended = { propertyId: 'P1', state: 'disconnected', reason: 'ended_here', since: start } as const;
    await desk.store.transaction((rows) => rows.connections.setStanding(ended));
    await startService({ downMs: hourMs });
    expect(await work()).toBe(false);
  });

  test.each([
    ['the service has another address', { webhookPrefix: 'https://moved.example/' }],
    ['results go to fields in place of a note', { modeFor: () => 'note' as const }],
    ['a release needs another event', { needs: 'one event more, and fields' }],
  ])('is looked at again by a start when %s', async (_why, change) => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    await work();
    service = { ...service, ...change };
    await startService();
    expect(await work()).toBe(true);
    await startService();
    expect(await work()).toBe(false);
  });

  test('is looked at again when another key took the place of the one that set it up, and not when tokens followed each other', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    await work();
    await desk.store.transaction((rows) => rows.connections.save({ id: 'C1', credential: keyed('K2'), at: start }));
    await startService();
    expect(await work()).toBe(true);
    await desk.store.transaction((rows) => rows.connections.save({ id: 'C1', credential: tokens(1), at: start }));
    await startService();
    expect(await work()).toBe(true);
    await desk.store.transaction((rows) => rows.connections.replaceCredential('C1', 3, tokens(2)));
    await startService();
    expect(await work()).toBe(false);
  });

  test('is looked at once a day while the service runs, each day anew', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    await work();
    const makeSyncsDue = createMakeSyncsDue(desk);
    let days = 0;
    for (let hours = 0; hours < 73; hours += 1) {
      desk.advance(hourMs);
      await makeSyncsDue();
      if (await work()) days += 1;
    }
    expect(days).toBe(3);
  });

  test('is looked at no more often because a look came to nothing', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    await work();
    const makeSyncsDue = createMakeSyncsDue(desk);
    let refused = 0;
    for (let hours = 0; hours < 73; hours += 1) {
      desk.advance(hourMs);
      await makeSyncsDue();
      const context = await desk.claim('connect-property');
      if (context === undefined) continue;
      refused += 1;
      const burial = { at: desk.clock.now(), errorCode: 'pms_refused' } as const;
      await desk.store.transaction((rows) => rows.jobs.bury(context.lease, burial));
    }
    expect(refused).toBe(3);
  });

  test('is asked for anew by a property that was connected again, whatever was known of it', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await startService();
    await work();
    await desk.store.transaction((rows) => rows.connections.attach('P1', 'C1', desk.clock.now()));
    expect(await desk.standing('P1')).not.toHaveProperty('setUp');
    await startService();
    expect(await work()).toBe(true);
  });
});
