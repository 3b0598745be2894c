import { describe, expect, test } from '@jest/globals';
import { emptyContent } from '../../src/domain/form/form-content.ts';
import type { StayFacts } from '../../src/domain/statistics/stay-facts.ts';
import type { Rows } from '../../src/ports/store.ts';
import { addScreened, at, flagged, type StoreUnderTest, toSubject } from './store-fixtures.ts';

const facts: StayFacts = {
  day: '2026-11-23',
  answerS: 2,
  machine: 'flagged',
  shown: 'flagged',
  guest: 'new',
  country: 'PT',
  nameScript: 'latin',
  reasons: ['house_list.banned'],
  answers: [],
};

export function describeStatistics(under: StoreUnderTest): void {
  const write = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);
  const sumPaths = (propertyIds = ['P1'], from = '2026-11-01', to = '2026-11-30') =>
    under.store.read(async (rows) => {
      const query = { propertyIds, dimension: 'path', from, to } as const;
      const counts = await rows.statistics.sum(query, ['outcome']);
      return Object.fromEntries(counts.map(({ outcome, stays }) => [outcome, stays]));
    });
  const add = (guestId: string, propertyId = 'P1') =>
    write((rows) => addScreened(rows, toSubject({ propertyId, guestId, reservationId: `R${guestId}` })));
  const key = (guestId: string, propertyId = 'P1') => ({ propertyId, guestId, reservationId: `R${guestId}` });

  describe('statistics', () => {
    test('count a stay once, however often it is counted, and move it with what it came to', async () => {
      await add('G1');
      const count = (after: StayFacts) => write((rows) => rows.statistics.count(key('G1'), () => after));
      await count(facts);
      await count(facts);
      expect(await sumPaths()).toEqual({ 'flagged>flagged': 1 });
      await count({ ...facts, shown: 'approved' });
      expect(await sumPaths()).toEqual({ 'flagged>approved': 1 });
    });

    test('hand over as what a stay was counted before', async () => {
      await add('G1');
      const seen: (StayFacts | undefined)[] = [];
      const note = (before: StayFacts | undefined) => {
        seen.push(before);
        return facts;
      };
      await write((rows) => rows.statistics.count(key('G1'), note));
      await write((rows) => rows.statistics.count(key('G1'), note));
      expect(seen).toEqual([undefined, facts]);
    });

    test('count a stay once that goes on under the guest id into which the PMS merged its guest', async () => {
      const addTo = (guestId: string) =>
        write((rows) => addScreened(rows, toSubject({ guestId, reservationId: 'R1' })));
      const keyOf = (guestId: string) => ({ propertyId: 'P1', guestId, reservationId: 'R1' });
      await addTo('G1');
      await write((rows) => rows.statistics.count(keyOf('G1'), () => facts));
      await write(async (rows) => {
        await rows.guestMerges.add(keyOf('G1'), 'G2');
        await rows.statistics.dropTwin(keyOf('G1'), 'G2');
      });
      await addTo('G2');
      const seen: (StayFacts | undefined)[] = [];
      const note = (before: StayFacts | undefined): StayFacts => {
        seen.push(before);
        return { ...facts, shown: 'approved' };
      };
      for (let time = 0; time < 2; time += 1) await write((rows) => rows.statistics.count(keyOf('G2'), note));
      expect(seen[0]).toEqual(facts);
      expect(await sumPaths()).toEqual({ 'flagged>approved': 1 });
    });

    test('count a stay once, and go on, where the PMS merges two guests the other way round', async () => {
      const keyOf = (guestId: string) => ({ propertyId: 'P1', guestId, reservationId: 'R1' });
      const count = (guestId: string, after: StayFacts) =>
        write((rows) => rows.statistics.count(keyOf(guestId), () => after));
      const merge = (guestId: string, into: string) =>
        write(async (rows) => {
          await rows.guestMerges.add(keyOf(guestId), into);
          await rows.statistics.dropTwin(keyOf(guestId), into);
        });
      for (const guestId of ['G1', 'G2'])
        await write((rows) => addScreened(rows, toSubject({ guestId, reservationId: 'R1' })));
      await count('G1', facts);
      await merge('G1', 'G2');
      await count('G2', facts);
      await merge('G2', 'G1');
      expect(await sumPaths()).toEqual({ 'flagged>flagged': 1 });
      await count('G1', { ...facts, shown: 'approved' });
      expect(await sumPaths()).toEqual({ 'flagged>approved': 1 });
    });

    test('count a stay once that turns out to be counted for the same guest already', async () => {
      for (const guestId of ['G1', 'G2']) {
        await write((rows) => addScreened(rows, toSubject({ guestId, reservationId: 'R1' })));
        const twin = { propertyId: 'P1', guestId, reservationId: 'R1' };
        await write((rows) => rows.statistics.count(twin, () => facts));
      }
      const gone = { propertyId: 'P1', guestId: 'G1', reservationId: 'R1' };
      for (let time = 0; time < 2; time += 1) await write((rows) => rows.statistics.dropTwin(gone, 'G2'));
      expect(await sumPaths()).toEqual({ 'flagged>flagged': 1 });
    });

    test('add up over properties and days, and by what is asked for', async () => {
      for (const [guestId, propertyId] of [
        ['G1', 'P1'],
        ['G2', 'P1'],
        ['G3', 'P2'],
      ] as const) {
        await add(guestId, propertyId);
        const day = guestId === 'G2' ? '2026-10-31' : facts.day;
        await write((rows) => rows.statistics.count(key(guestId, propertyId), () => ({ ...facts, day })));
      }
      expect(await sumPaths(['P1', 'P2'])).toEqual({ 'flagged>flagged': 2 });
      expect(await sumPaths(['P1'], '2026-10-01')).toEqual({ 'flagged>flagged': 2 });
      expect(await sumPaths([])).toEqual({});
      const countries = await under.store.read((rows) =>
        rows.statistics.sum({ propertyIds: ['P1'], dimension: 'country', from: '2026-10', to: '2026-11' }, ['value']),
      );
      expect(countries).toEqual([{ propertyId: '', period: '', value: 'PT', outcome: '', stays: 2 }]);
    });

    test('stay as they are when a guest is forgotten, and do not move any more', async () => {
      await add('G1');
      await write((rows) => rows.statistics.count(key('G1'), () => facts));
      await write((rows) => rows.subjects.forgetGuest('P1', 'G1'));
      await write((rows) => rows.statistics.count(key('G1'), () => ({ ...facts, shown: 'declined' })));
      expect(await sumPaths()).toEqual({ 'flagged>flagged': 1 });
    });

    test('count the forms of a time, each property by itself', async () => {
      await write(async (rows) => {
        for (const [id, propertyId, openedAt] of [
          ['F1', 'P1', '2026-11-01T00:00:00.000Z'],
          ['F2', 'P1', '2026-11-30T23:59:59.000Z'],
          ['F3', 'P1', '2026-12-01T00:00:00.000Z'],
          ['F4', 'P2', '2026-11-15T00:00:00.000Z'],
        ] as const) {
          const about = { reservationId: `R${id}`, guestId: `G${id}`, generation: 1, token: id };
          await rows.forms.add({ id, propertyId, openedAt, ...about, content: emptyContent });
        }
        await rows.forms.save('F2', { state: 'submitted', submittedAt: '2026-12-02T00:00:00.000Z' });
      });
      const count = (propertyIds: readonly string[]) =>
        under.store.read((rows) => rows.statistics.countForms({ propertyIds, from: '2026-11-01', to: '2026-11-30' }));
      expect(await count(['P1'])).toEqual({ opened: 2, completed: 1 });
      expect(await count(['P1', 'P2'])).toEqual({ opened: 3, completed: 1 });
    });

    test('tell since when stays wait for a person, and which are not counted yet', async () => {
      const id = await add('G1');
      await add('G2');
      await write((rows) => rows.screenings.saveConclusion(id, flagged));
      const read = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.read(work);
      expect(await read((rows) => rows.statistics.listOpenReviews('P1', '2026-12-04'))).toEqual([at(1)]);
      expect(await read((rows) => rows.statistics.listOpenReviews('P1', '2026-12-05'))).toEqual([]);
      const page = { propertyId: 'P1', afterNo: 0, limit: 10 };
      expect(await read((rows) => rows.statistics.listUncounted(page))).toEqual({ screeningIds: [id] });
      await write((rows) => rows.statistics.count(key('G1'), () => facts));
      expect(await read((rows) => rows.statistics.listUncounted(page))).toEqual({ screeningIds: [] });
    });
  });
}
