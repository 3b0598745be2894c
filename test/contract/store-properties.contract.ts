import { describe, expect, test } from '@jest/globals';
import type { ReceivedEvent, WriteBack } from '../../src/ports/store.ts';
import { at, noon, type StoreUnderTest } from './store-fixtures.ts';

const property = { id: 'P1', name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' };

export function describeProperties(under: StoreUnderTest): void {
  describe('properties', () => {
    test('saving again renews name and time zone, and keeps secret and watermark', async () => {
      const again = await under.store.transaction(async (rows) => {
        await rows.properties.save(property);
        await rows.properties.moveWatermark('P1', noon);
        await rows.properties.noteSyncStarted('P1', at(1));
        return rows.properties.save({ id: 'P1', name: 'New', timeZone: 'Europe/Paris', webhookSecret: 'other' });
      });
      expect(again).toEqual({
        ...{ id: 'P1', name: 'New', timeZone: 'Europe/Paris', webhookSecret: 'secret' },
        ...{ syncedThrough: noon, lastSyncStartedAt: at(1) },
      });
      expect(await under.store.read((rows) => rows.properties.get('P1'))).toEqual(again);
    });

    test('the secret of its address finds a property, another secret none', async () => {
      await under.store.transaction((rows) => rows.properties.save(property));
      const find = (secret: string) => under.store.read((rows) => rows.properties.findByWebhookSecret(secret, noon));
      expect((await find('secret'))?.id).toBe('P1');
      expect(await find('Secret')).toBeUndefined();
    });

    test('an unknown property is undefined to find, and an error to get', async () => {
      expect(await under.store.read((rows) => rows.properties.find('P9'))).toBeUndefined();
      const got = under.store.read((rows) => rows.properties.get('P9'));
      await expect(got).rejects.toMatchObject({ code: 'property_unknown' });
    });
  });

  describe('events', () => {
    const toEvent = (id: string, receivedAt = noon): ReceivedEvent => ({
      ...{ id, propertyId: 'P1', name: 'guest/created', guestId: 'G1', receivedAt },
    });
    const add = (...events: ReceivedEvent[]) => under.store.transaction((rows) => rows.events.addAll(events));

    test('a delivery is added once, within a group and over groups', async () => {
      expect(await add(toEvent('a'), toEvent('b'), toEvent('a'))).toEqual([toEvent('a'), toEvent('b')]);
      expect(await add(toEvent('b'), toEvent('c'))).toEqual([toEvent('c')]);
      expect(await add()).toEqual([]);
    });

    test('old events are removed, and could come again', async () => {
      await add(toEvent('old', noon), toEvent('new', at(10)));
      expect(await under.store.transaction((rows) => rows.events.removeBefore(at(5)))).toBe(1);
      expect(await add(toEvent('old', noon), toEvent('new', at(10)))).toEqual([toEvent('old', noon)]);
    });
  });

  describe('write-backs', () => {
    const full: WriteBack = {
      ...{ propertyId: 'P1', guestId: 'G1', screeningId: 'S1', state: 'written', at: noon },
      ...{ writtenNote: 'Guest screening', noteId: 'N1', requestId: 'Q1' },
      writtenFields: {
        ...{ screening_status: 'Completed', screening_outcome: 'Clear', screening_summary: 'House list: clear' },
        ...{ screening_updated: '2026-11-23 12:00', screening_link: '' },
      },
    };

    test('the last saved is what is found, and what it leaves out is gone', async () => {
      const find = () => under.store.read((rows) => rows.writeBacks.find('P1', 'G1'));
      expect(await find()).toBeUndefined();
      await under.store.transaction((rows) => rows.writeBacks.save(full));
      expect(await find()).toEqual(full);
      const less: WriteBack = { propertyId: 'P1', guestId: 'G1', screeningId: 'S2', state: 'refused', at: at(1) };
      await under.store.transaction((rows) => rows.writeBacks.save(less));
      expect(await find()).toEqual(less);
    });

    test('are found by guests, with what was found to differ', async () => {
      const differing: WriteBack = {
        ...{ ...full, guestId: 'G2' },
        drift: [{ field: 'screening_status', state: 'repaired', since: noon, repairs: 1 }],
      };
      const { store } = under;
      await store.transaction(async ({ writeBacks }) => {
        await writeBacks.save(full);
        await writeBacks.save(differing);
        await writeBacks.save({ ...full, propertyId: 'P2' });
      });
      const found = await store.read((rows) => rows.writeBacks.listByGuests('P1', ['G1', 'G2', 'G3']));
      expect([...found.values()]).toEqual([full, differing]);
      expect(await store.read((rows) => rows.writeBacks.listByGuests('P1', []))).toEqual(new Map());
    });

    test('tell whether any of a property was refused', async () => {
      const hasRefused = () => under.store.read((rows) => rows.writeBacks.hasRefused('P1'));
      await under.store.transaction((rows) => rows.writeBacks.save(full));
      expect(await hasRefused()).toBe(false);
      await under.store.transaction((rows) => rows.writeBacks.save({ ...full, state: 'refused' }));
      expect(await hasRefused()).toBe(true);
    });
  });

  describe('what the hotel is told of', () => {
    const key = { propertyId: 'P1', cause: 'write_refused', about: 'other' } as const;
    const open = (minutes: number) =>
      under.store.transaction((rows) => rows.appErrors.open({ ...key, reservationId: 'R1', at: at(minutes) }));

    test('is opened once, and anew once it was solved', async () => {
      expect([await open(0), await open(1)]).toEqual([true, false]);
      const list = () => under.store.read((rows) => rows.appErrors.list('P1'));
      expect(await list()).toEqual([{ ...key, reservationId: 'R1', openedAt: noon, lastSeenAt: at(1) }]);
      await under.store.transaction((rows) => rows.appErrors.noteTold(key, { at: at(2), errorId: 'E1' }));
      expect(await under.store.read((rows) => rows.appErrors.find(key))).toMatchObject({
        toldAt: at(2),
        errorId: 'E1',
      });
      await under.store.transaction((rows) => rows.appErrors.solve(key));
      expect(await list()).toEqual([]);
      expect(await open(3)).toBe(true);
    });
  });
}
