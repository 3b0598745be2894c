import { describe, expect, test } from '@jest/globals';
import type { AlertCause, AlertQuery } from '../../src/ports/alerts.ts';
import { at, type StoreUnderTest } from './store-fixtures.ts';

const burial: AlertCause = { kind: 'jobs_buried', propertyId: 'P1', about: 'write-back' };
const everything: AlertQuery = { withService: true, state: 'all', limit: 10 };

export function describeAlerts(under: StoreUnderTest): void {
  const raise = (minute: number, changes: Partial<AlertCause> = {}) =>
    under.store.transaction((rows) =>
      rows.alerts.raise({ ...burial, ...changes, facts: { jobs: minute }, at: at(minute) }),
    );
  const settle = (minute: number) =>
    under.store.transaction((rows) => rows.alerts.settle({ ...burial, at: at(minute) }));
  const listPage = (query: Partial<AlertQuery> = {}) =>
    under.store.read((rows) => rows.alerts.list({ ...everything, ...query }));
  const list = async (query: Partial<AlertQuery> = {}) => (await listPage(query)).map(({ item }) => item);
  const takeDeliveries = () =>
    under.store.transaction(async (rows) => {
      const jobs = await rows.jobs.claim({ kinds: ['deliver-alert'], limit: 99, now: at(999), leaseUntil: at(1_000) });
      for (const job of jobs) await rows.jobs.complete(job);
      return jobs.map(({ payload }) => payload);
    });

  describe('an alert', () => {
    test('is open from when it is raised, and due on every channel', async () => {
      await raise(1);
      const [alert] = await list();
      expect(alert).toEqual({ ...burial, id: alert?.id, facts: { jobs: 1 }, openedAt: at(1), lastSeenAt: at(1) });
      const due = { alertId: alert?.id, phase: 'raised' };
      expect(await takeDeliveries()).toEqual([
        { ...due, channel: 'log' },
        { ...due, channel: 'webhook' },
        { ...due, channel: 'mail' },
      ]);
    });

    test('that is seen again stays one, and is not sent again', async () => {
      await raise(1);
      await takeDeliveries();
      await raise(5);
      expect(await list()).toMatchObject([{ facts: { jobs: 5 }, openedAt: at(1), lastSeenAt: at(5) }]);
      expect(await takeDeliveries()).toEqual([]);
    });

    test('of another cause is another one', async () => {
      await raise(1);
      await raise(2, { propertyId: 'P2' });
      await raise(3, { about: 'sync-property' });
      await raise(4, { propertyId: null });
      await raise(5, { kind: 'silence' });
      expect(await list()).toHaveLength(5);
      expect(await under.store.read((rows) => rows.alerts.listOpen('jobs_buried'))).toMatchObject([
        { propertyId: 'P1' },
        { propertyId: 'P2' },
        { about: 'sync-property' },
        { propertyId: null },
      ]);
    });

    test('is over once, and opens anew after that', async () => {
      await raise(1);
      await takeDeliveries();
      await settle(2);
      await settle(3);
      expect(await list()).toMatchObject([{ settledAt: at(2) }]);
      expect(await takeDeliveries()).toMatchObject([{ phase: 'over' }, { phase: 'over' }, { phase: 'over' }]);
      await raise(4);
      expect(await list()).toMatchObject([{ openedAt: at(4) }, { openedAt: at(1) }]);
      expect(await takeDeliveries()).toHaveLength(3);
    });

    test('is not there, nor sent, where what caused it did not happen', async () => {
      const failed = under.store.transaction(async (rows) => {
        await rows.alerts.raise({ ...burial, facts: {}, at: at(1) });
        throw new Error('on the way');
      });
      await expect(failed).rejects.toThrow('on the way');
      expect([await list(), await takeDeliveries()]).toEqual([[], []]);
    });

    test('is acknowledged by whom it was first', async () => {
      await raise(1);
      const id = (await list())[0]?.id ?? '';
      const acknowledge = (minute: number, by: string, alertId = id) =>
        under.store.transaction((rows) => rows.alerts.acknowledge(alertId, { at: at(minute), by }));
      await acknowledge(2, 'night desk');
      await acknowledge(3, 'day desk');
      expect(await list()).toMatchObject([{ acknowledged: { at: at(2), by: 'night desk' } }]);
      await expect(acknowledge(4, 'nobody', 'none')).rejects.toMatchObject({ code: 'alert_unknown' });
    });

    test('is listed by property, by whether it is open, and by page', async () => {
      await raise(1);
      await raise(2, { propertyId: 'P2' });
      await raise(3, { propertyId: null });
      await settle(4);
      const places = async (query: Partial<AlertQuery>) => (await list(query)).map(({ propertyId }) => propertyId);
      expect(await places({ propertyIds: ['P1'] })).toEqual([null, 'P1']);
      expect(await places({ propertyIds: ['P1'], withService: false })).toEqual(['P1']);
      expect(await places({ withService: false })).toEqual(['P2', 'P1']);
      expect(await places({ state: 'open' })).toEqual([null, 'P2']);
      const [first, second] = await listPage({ limit: 2 });
      expect([first?.item.propertyId, second?.item.propertyId]).toEqual([null, 'P2']);
      expect(await places({ limit: 2, afterNo: second?.no ?? 0 })).toEqual(['P1']);
    });

    test('is listed also after one that is gone meanwhile', async () => {
      await raise(1, { propertyId: 'P2' });
      await raise(2);
      const [last] = await listPage({ limit: 1 });
      await settle(3);
      await under.store.transaction((rows) => rows.alerts.removeSettledBefore(at(9)));
      expect(await list({ afterNo: last?.no ?? 0 })).toMatchObject([{ propertyId: 'P2' }]);
    });

    test('knows whom it reached, until it is long over', async () => {
      await raise(1);
      const alertId = (await list())[0]?.id ?? '';
      const raised = { alertId, phase: 'raised', target: 'log' } as const;
      await under.store.transaction(async (rows) => {
        await rows.alerts.noteDelivered({ ...raised, at: at(2) });
        await rows.alerts.noteDelivered({ ...raised, at: at(3) });
      });
      const wasDelivered = (phase: 'raised' | 'over') =>
        under.store.read((rows) => rows.alerts.wasDelivered({ ...raised, phase }));
      expect([await wasDelivered('raised'), await wasDelivered('over')]).toEqual([true, false]);
      const clear = () => under.store.transaction((rows) => rows.alerts.removeSettledBefore(at(9)));
      await clear();
      expect(await list()).toHaveLength(1);
      await settle(4);
      await clear();
      expect([await list(), await wasDelivered('raised')]).toEqual([[], false]);
    });
  });
}
