import { expect, test } from '@jest/globals';
import { disconnect } from '../../../src/screening/connections/standing.ts';
import { keyed, openConnectionDesk, start } from './connection-desk.ts';

test.each([
  ['key_refused', 'ended_here'],
  // A key that is set again, and an app that the hotel enables again, still connect it.
  ['key_withdrawn', 'key_withdrawn'],
  ['app_disabled', 'app_disabled'],
] as const)(
  'a property that lost its connection (%s) is no alert any more once somebody here means it to',
  async (reason, left) => {
    const desk = await openConnectionDesk();
    await desk.connect('C1', keyed('K1'), ['P1']);
    const end = (why: typeof reason | 'ended_here') =>
      desk.store.transaction((rows) => disconnect(rows, { propertyId: 'P1', reason: why, at: start }));
    await end(reason);
    expect(await desk.alerts()).toEqual(['P1']);
    await end('ended_here');
    expect(await desk.standing('P1')).toMatchObject({ state: 'disconnected', reason: left });
    expect(await desk.alerts()).toEqual([]);
    await desk.store.close();
  },
);
