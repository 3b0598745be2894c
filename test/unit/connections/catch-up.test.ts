import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { plusMs } from '../../../src/domain/calendar.ts';
import { catchUp } from '../../../src/screening/connections/catch-up.ts';
import { type ConnectionDesk, keyed, openConnectionDesk } from './connection-desk.ts';

let desk: ConnectionDesk;
beforeEach(async () => {
  desk = await openConnectionDesk();
});
afterEach(() => desk.store.close());

const kinds = ['connect-property', 'sync-property', 'glance-at-connection'] as const;

/** What a start has done, where each property was last synced so many seconds before. */
async function start(secondsSince: Readonly<Record<string, number>>): Promise<readonly string[]> {
  await desk.connect('C1', keyed('K1'), Object.keys(secondsSince));
  await desk.store.transaction(async (rows) => {
    const now = desk.clock.now();
    for (const [id, seconds] of Object.entries(secondsSince))
      await rows.properties.noteSyncStarted(id, plusMs(now, -seconds * 1_000));
    await catchUp(rows, 'C1', { now, syncIntervalMs: 300_000 });
  });
  const due: string[] = [];
  for (const kind of kinds) while ((await desk.claim(kind)) !== undefined) due.push(kind);
  return due;
}

describe('after a start, what changed while nothing ran is looked for', () => {
  test('by a sync of the only property of a key', async () => {
    expect(await start({ P1: 10 })).toEqual(['sync-property']);
  });

  test('by one glance at those that share a key, where nothing ran for a moment', async () => {
    expect(await start({ P1: 280, P2: 30, P3: 100 })).toEqual(['glance-at-connection']);
  });

  test('by a sync of each, where it was longer than a glance looks back', async () => {
    expect(await start({ P1: 280, P2: 50 })).toEqual(['sync-property', 'sync-property']);
  });

  test('with a look at how it is set up in the PMS, where nobody listened for long', async () => {
    expect(await start({ P1: 1_200, P2: 300 })).toEqual(['connect-property', 'sync-property']);
  });

  test('nowhere in a property that is disconnected', async () => {
    const ended = { propertyId: 'P1', state: 'disconnected', reason: 'ended_here', since: desk.clock.now() } as const;
    await desk.connect('C1', keyed('K1'), ['P1']);
    await desk.store.transaction(async (rows) => {
      await rows.connections.setStanding(ended);
      await catchUp(rows, 'C1', { now: desk.clock.now(), syncIntervalMs: 300_000 });
    });
    for (const kind of kinds) expect(await desk.claim(kind)).toBeUndefined();
  });
});
