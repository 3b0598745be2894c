import { beforeEach, describe, expect, test } from '@jest/globals';
import type { Rows } from '../../src/ports/store.ts';
import { addScreened, at, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

export function describeSyncStates(under: StoreUnderTest): void {
  const find = () => under.store.read((rows) => rows.syncStates.find('P1'));
  const change = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);

  describe('how far a property is followed', () => {
    beforeEach(() =>
      change((rows) => rows.properties.save({ id: 'P1', name: 'Hotel', timeZone: 'UTC', webhookSecret: 's' })),
    );

    test('the first event that no sync has followed stands until one that began after it is done', async () => {
      const noteEvent = (minutes: number) =>
        change(async (rows) => {
          const receivedAt = at(minutes);
          await rows.events.addAll([{ id: receivedAt, propertyId: 'P1', name: 'guest/created', receivedAt }]);
          await rows.syncStates.noteEvents('P1', { firstAt: receivedAt, lastAt: receivedAt });
        });
      await noteEvent(0);
      await noteEvent(2);
      expect(await find()).toMatchObject({ watchedSince: noon, lastEventAt: at(2), unsyncedSince: noon });
      await change((rows) => rows.syncStates.noteSynced('P1', { startedAt: at(1), at: at(3) }));
      expect(await find()).toMatchObject({ lastSyncedAt: at(3), unsyncedSince: at(2) });
      await change((rows) => rows.syncStates.noteSynced('P1', { startedAt: at(4), at: at(5) }));
      expect(await find()).not.toHaveProperty('unsyncedSince');
      expect(await under.store.read((rows) => rows.syncStates.list())).toEqual([await find()]);
    });

    test('a silence of a quarter of an hour is remembered when it ends, a shorter one is not', async () => {
      const noteEvent = (minutes: number) =>
        change((rows) => rows.syncStates.noteEvents('P1', { firstAt: at(minutes), lastAt: at(minutes) }));
      for (const minutes of [0, 14, 29, 30]) await noteEvent(minutes);
      const list = (since: string) => under.store.read((rows) => rows.syncStates.listQuietGaps('P1', since));
      expect(await list(noon)).toEqual([{ since: at(14), until: at(29) }]);
      expect(await list(at(30))).toEqual([]);
      await change((rows) => rows.syncStates.removeQuietGapsBefore(at(30)));
      expect(await list(noon)).toEqual([]);
    });

    test('gaps are counted by what found them', async () => {
      await change(async ({ syncStates }) => {
        await syncStates.noteSynced('P1', { startedAt: noon, at: noon });
        await syncStates.addGaps('P1', { foundBy: 'sync', count: 2, at: at(1) });
        await syncStates.addGaps('P1', { foundBy: 'sync', count: 1, at: at(2) });
        await syncStates.addGaps('P1', { foundBy: 'sweep', count: 4, at: at(3) });
        await syncStates.noteSwept('P1', at(4));
        await syncStates.noteSilence('P1', at(5));
      });
      expect(await find()).toMatchObject({
        gaps: { sync: { count: 3, lastAt: at(2) }, sweep: { count: 4, lastAt: at(3) } },
        ...{ lastSweptAt: at(4), silentSince: at(5) },
      });
    });

    test('a change that nobody announced is kept once, as it was found first, until it is judged', async () => {
      const key = { propertyId: 'P1', reservationId: 'R1', guestId: 'G1' };
      const first = { ...key, foundBy: 'sync', foundAt: at(1), announcedSince: noon } as const;
      await change((rows) => rows.syncStates.addUnannounced([first]));
      await change((rows) => rows.syncStates.addUnannounced([{ ...first, foundBy: 'sweep', foundAt: at(9) }]));
      const list = (until: string) => under.store.read((rows) => rows.syncStates.listUnannounced('P1', until));
      expect(await list(noon)).toEqual([]);
      expect(await list(at(1))).toEqual([first]);
      await change((rows) => rows.syncStates.removeUnannounced([key]));
      expect(await list(at(60))).toEqual([]);
    });

    test('events tell whom they named since', async () => {
      const event = { propertyId: 'P1', name: 'guest/created' };
      await change((rows) =>
        rows.events.addAll([
          { ...event, id: 'a', guestId: 'G1', receivedAt: noon },
          { ...event, id: 'b', guestId: 'G2', reservationId: 'R2', receivedAt: at(1) },
          { ...event, id: 'c', propertyId: 'P2', guestId: 'G3', receivedAt: at(1) },
        ]),
      );
      const named = await under.store.read((rows) => rows.events.listAnnounced('P1', at(1)));
      expect(named).toEqual({ guestIds: new Set(['G2']), reservationIds: new Set(['R2']) });
    });

    test('the stays of some days are those in house and those that arrive, while they are on', async () => {
      const stays = [
        ['in house', '2026-11-20', '2026-11-23'],
        ['left', '2026-11-20', '2026-11-22'],
        ['to come', '2026-12-23', '2026-12-24'],
        ['later', '2026-12-24', '2026-12-26'],
        ['off', '2026-12-01', '2026-12-03'],
      ] as const;
      await change(async (rows) => {
        for (const [reservationId, arrivesOn, departsOn] of stays) {
          const subject = toSubject({ reservationId, fields: { arrivesOn, departsOn } });
          await addScreened(rows, subject);
          if (reservationId === 'off') await rows.subjects.setInactive(subject);
        }
      });
      const days = { from: '2026-11-23', to: '2026-12-23' };
      const found = await under.store.read((rows) => rows.subjects.listActiveReservations('P1', days));
      expect(found).toEqual(['in house', 'to come']);
    });
  });
}
