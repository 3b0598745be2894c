import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { ServiceError } from '../../../src/domain/errors.ts';
import type { Pms } from '../../../src/ports/pms.ts';
import { createConnectAccount } from '../../../src/screening/connections/connect-account.ts';
import { takeUpConnections } from '../../../src/screening/connections/environment-key.ts';
import { disconnect } from '../../../src/screening/connections/standing.ts';
import { takeAccount } from '../../../src/screening/connections/take-account.ts';
import { createMakeSyncsDue } from '../../../src/screening/syncing/make-syncs-due.ts';
import { type ConnectionDesk, hourMs, keyed, openConnectionDesk, start } from './connection-desk.ts';

let desk: ConnectionDesk;
beforeEach(async () => {
  desk = await openConnectionDesk();
});
afterEach(() => desk.store.close());

const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
function ignore(): void {
  return undefined;
}

const setUpParts = { webhookPrefix: 'https://hotel.example/', modeFor: () => 'custom_fields' as const };

describe('an account', () => {
  const opened = { properties: [{ propertyId: 'P1', name: 'One', timeZone: 'UTC' }] };
  const take = (connectionId: string, cause: 'wish' | 'start' | 'routine') =>
    desk.store.transaction((rows) => takeAccount(rows, { connectionId, opened, cause, at: desk.clock.now() }));

  test('passes a property to another connection as somebody wishes, and one that opens nothing any more goes', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.connect('C2', keyed('K2'), []);
    await take('C2', 'start');
    expect(await desk.standing('P1')).toMatchObject({ connectionId: 'C1', state: 'connected' });
    await take('C2', 'wish');
    expect(await desk.standing('P1')).toMatchObject({ connectionId: 'C2', state: 'connecting' });
    expect(await desk.store.read((rows) => rows.connections.find('C1'))).toBeUndefined();
  });

  test('leaves alone a connection whose properties nobody could ask the PMS for yet, until it is old', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.connect('new', keyed('K2'), []);
    const find = () => desk.store.read((rows) => rows.connections.find('new'));
    desk.advance(2 * hourMs);
    await take('C1', 'routine');
    expect(await find()).toBeDefined();
    desk.advance(24 * hourMs);
    await take('C1', 'routine');
    expect(await find()).toBeUndefined();
  });

  test.each([
    ['key_refused', 'C2'],
    ['app_disabled', 'C1'],
    ['ended_here', 'C1'],
  ] as const)('takes up unasked a property that is disconnected by %s: it belongs to %s', async (reason, owner) => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.connect('C2', keyed('K2'), []);
    await desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason, at: start }));
    await take('C2', 'start');
    expect(await desk.standing('P1')).toMatchObject({ connectionId: owner });
  });

  test('looked at by the way, takes what is new, and sets up nothing that is there', async () => {
    await desk.connect('C1', keyed('K1'), ['P0']);
    await take('C1', 'routine');
    expect(await desk.standing('P1')).toMatchObject({ connectionId: 'C1', state: 'connecting' });
    expect(await desk.claim('connect-property')).toBeDefined();
    await desk.store.transaction((rows) =>
      rows.connections.setStanding({ propertyId: 'P1', state: 'connected', since: start }),
    );
    await take('C1', 'routine');
    expect(await desk.claim('connect-property')).toBeUndefined();
  });

  test('takes over another name and time zone from the PMS, and no other address for events', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    const moved = { properties: [{ propertyId: 'P1', name: 'One by the sea', timeZone: 'Europe/Lisbon' }] };
    await desk.store.transaction((rows) =>
      takeAccount(rows, { connectionId: 'C1', opened: moved, cause: 'routine', at: start }),
    );
    const { webhookSecret, ...facts } = await desk.store.read((rows) => rows.properties.get('P1'));
    expect(facts).toMatchObject({ name: 'One by the sea', timeZone: 'Europe/Lisbon' });
    expect(webhookSecret).toBe('secret of P1');
  });

  test('leaves a key that was refused to its probes, unless another opens the same', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.connect('C2', keyed('K2'), []);
    await desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason: 'key_refused', at: start }));
    await take('C1', 'routine');
    expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected' });
    await take('C2', 'routine');
    expect(await desk.standing('P1')).toMatchObject({ connectionId: 'C2', state: 'connecting' });
  });

  test('is not passed to and fro between two keys that list it and may not open it, until somebody wishes', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.connect('C2', keyed('K2'), []);
    const refuse = () =>
      desk.store.transaction((rows) =>
        disconnect(rows, { propertyId: 'P1', reason: 'key_refused', at: desk.clock.now() }),
      );
    await refuse();
    for (const [connectionId, owner] of [
      ['C2', 'C2'],
      ['C1', 'C2'],
      ['C2', 'C2'],
    ] as const) {
      await take(connectionId, 'routine');
      expect(await desk.standing('P1')).toMatchObject({ connectionId: owner });
      await refuse();
    }
    await take('C1', 'wish');
    expect(await desk.standing('P1')).toMatchObject({ connectionId: 'C1', state: 'connecting', refusedBy: [] });
    await refuse();
    await take('C2', 'routine');
    await desk.store.transaction((rows) =>
      rows.connections.noteSetUp('P1', { mark: 'any', lookedAt: desk.clock.now() }),
    );
    await refuse();
    await take('C1', 'routine');
    expect(await desk.standing('P1')).toMatchObject({ connectionId: 'C1', state: 'connecting' });
  });

  test('is looked at once an hour, while anything that it opens is connected', async () => {
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.connect('gone', keyed(''), []);
    const look = createMakeSyncsDue(desk);
    const asked: unknown[] = [];
    const pms = {
      openAccount: (account: unknown) => {
        asked.push(account);
        return Promise.resolve(opened);
      },
    } as unknown as Pms;
    const handler = createConnectAccount({ ...desk, ...setUpParts, pms, logger });
    const round = async () => {
      await look();
      const context = await desk.claim('connect-account');
      if (context === undefined) return;
      await handler({ connectionId: 'C1', cause: 'routine' }, context);
      await desk.store.transaction((rows) => rows.jobs.complete(context.lease));
    };
    for (let minutes = 0; minutes < 3 * 60; minutes += 5) {
      await round();
      desk.advance(5 * 60_000);
    }
    expect(asked).toEqual([{ connectionId: 'C1' }, { connectionId: 'C1' }]);
    await desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason: 'key_refused', at: start }));
    for (let hours = 0; hours < 3; hours += 1) {
      desk.advance(hourMs);
      await round();
    }
    expect(asked).toHaveLength(2);
  });

  describe('that is refused', () => {
    const payload = { connectionId: 'C1', cause: 'routine' } as const;
    const openRefusing = (answers: string[]) => {
      const pms = {
        needs: '',
        openAccount: () =>
          answers.shift() === 'opened' ? Promise.resolve(opened) : Promise.reject(new ServiceError('pms_unauthorized')),
      } as unknown as Pms;
      const handler = createConnectAccount({ ...desk, ...setUpParts, pms, logger });
      const enqueue = () => {
        const job = { kind: 'connect-account', payload, urgency: 1, runAt: desk.clock.now() } as const;
        return desk.store.transaction((rows) => rows.jobs.enqueue(job));
      };
      const run = async () => {
        const context = await desk.claim('connect-account');
        if (context === undefined) throw new Error('Nothing is due.');
        try {
          await handler(payload, context);
        } finally {
          await desk.store.transaction((rows) => rows.jobs.complete(context.lease));
        }
      };
      return { enqueue, run };
    };

    test('once is asked again, and nothing is sent meanwhile; refused again, all its properties are disconnected', async () => {
      await desk.connect('C1', keyed('K1'), ['P1', 'P2']);
      const answers = ['refused', 'opened', 'refused', 'refused'];
      const { enqueue, run } = openRefusing(answers);
      await enqueue();
      await run();
      expect(await desk.standing('P2')).toMatchObject({ state: 'connected', doubtedSince: start });
      desk.advance(2_000);
      await run();
      expect(await desk.standing('P2')).not.toHaveProperty('doubtedSince');
      await enqueue();
      await run();
      desk.advance(2_000);
      await expect(run()).rejects.toMatchObject({ code: 'pms_unauthorized' });
      expect(await desk.alerts()).toEqual(['P1', 'P2']);
      await enqueue();
      await run();
      expect(answers).toEqual([]);
      expect(await desk.claim('connect-account')).toBeUndefined();
    });

    test('for nothing, as its properties found out first, is believed no sooner the next time', async () => {
      await desk.connect('C1', keyed('K1'), ['P1']);
      const { enqueue, run } = openRefusing(['refused', 'refused']);
      await enqueue();
      await run();
      await desk.store.transaction(async (rows) => {
        await rows.connections.endDoubt('P1', desk.clock.now());
      });
      desk.advance(24 * hourMs);
      await run();
      expect(await desk.standing('P1')).toMatchObject({ state: 'connected', doubtedSince: desk.clock.now() });
    });

    test('in the moment in which its only property was, is of the same moment, and is asked again', async () => {
      await desk.connect('C1', keyed('K1'), ['P1']);
      await desk.store.transaction((rows) => rows.connections.noteDoubt('P1', start));
      desk.advance(300);
      const { enqueue, run } = openRefusing(['refused', 'opened']);
      await enqueue();
      await run();
      expect(await desk.alerts()).toEqual([]);
      desk.advance(2_000);
      await run();
      expect(await desk.standing('P1')).toMatchObject({ state: 'connected' });
      expect(await desk.standing('P1')).not.toHaveProperty('doubtedSince');
    });

    test('and again after a restart, is believed', async () => {
      await desk.connect('C1', keyed('K1'), ['P1']);
      const before = openRefusing(['refused']);
      await before.enqueue();
      await before.run();
      desk.advance(2_000);
      await expect(openRefusing(['refused']).run()).rejects.toMatchObject({ code: 'pms_unauthorized' });
      expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason: 'key_refused' });
    });
  });

  test('of the environment is its key as it is now, and nothing is left of one that is withdrawn', async () => {
    const begin = (key: string | undefined) =>
      desk.store.transaction((rows) => takeUpConnections(rows, { key, at: desk.clock.now(), syncIntervalMs: 60_000 }));
    await begin('K1');
    await take('environment', 'start');
    await begin('K2');
    const find = () => desk.store.read((rows) => rows.connections.get('environment'));
    expect(await find()).toMatchObject({ credential: keyed('K2'), generation: 2 });
    await begin('K2');
    expect(await find()).toMatchObject({ generation: 2 });
    await begin(undefined);
    expect(await find()).toMatchObject({ credential: keyed('') });
    expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason: 'key_withdrawn' });
  });
});
