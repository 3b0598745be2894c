import { describe, expect, test } from '@jest/globals';
import { toSearchQuery } from '../../src/domain/search-terms.ts';
import type { ReservationStatus } from '../../src/domain/subject.ts';
import type { Rows, ScreeningListQuery } from '../../src/ports/store.ts';
import { addScreened, approval, flagged, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

export function describeScreeningList(under: StoreUnderTest): void {
  const write = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);
  const list = (query: Partial<ScreeningListQuery> = {}) =>
    under.store.read((rows) => rows.screenings.list({ propertyId: 'P1', limit: 50, ...query }));
  const listGuests = async (query: Partial<ScreeningListQuery> = {}) =>
    (await list(query)).map(({ subject }) => subject.guestId);
  const add = (guestId: string, arrivesOn = '2026-12-01', lastName = 'Fontes') =>
    write((rows) =>
      addScreened(rows, toSubject({ guestId, reservationId: `R${guestId}`, fields: { arrivesOn, lastName } })),
    );

  describe('the list of screenings', () => {
    test('it has the newest state of each subject of the property, by arrival', async () => {
      await add('G1', '2026-12-02');
      const newest = await add('G1', '2026-12-03');
      await add('G2', '2026-12-01');
      await write((rows) => addScreened(rows, toSubject({ propertyId: 'P2', guestId: 'G3' })));
      const items = await list();
      expect(items.map(({ subject }) => subject.guestId)).toEqual(['G2', 'G1']);
      expect(items[1]?.screening.id).toBe(newest);
    });

    test('a page goes on after the last item of the one before, also where many arrive together', async () => {
      for (let number = 0; number < 7; number += 1) await add(`G${number}`, number < 5 ? '2026-12-01' : '2026-12-02');
      const seen: string[] = [];
      let after: ScreeningListQuery['after'];
      for (let page = 0; page < 4; page += 1) {
        const items = await list({ limit: 2, ...(after === undefined ? {} : { after }) });
        seen.push(...items.map(({ screening }) => screening.id));
        const last = items.at(-1);
        if (last !== undefined) after = { arrivalDate: last.subject.fields.arrivesOn, screeningId: last.screening.id };
      }
      expect(seen).toEqual((await list()).map(({ screening }) => screening.id));
      expect(new Set(seen).size).toBe(7);
    });

    test('status, outcome and arrival narrow it, alone and together', async () => {
      const decided = await add('G1', '2026-12-01');
      const concluded = await add('G2', '2026-12-02');
      await add('G3', '2026-12-03');
      await write(async (rows) => {
        await rows.screenings.saveConclusion(decided, flagged);
        await rows.screenings.saveConclusion(concluded, flagged);
        await rows.screenings.saveDecision(decided, approval);
      });
      expect(await listGuests({ status: 'completed' })).toEqual(['G1', 'G2']);
      expect(await listGuests({ outcome: 'flagged' })).toEqual(['G2']);
      expect(await listGuests({ outcome: 'approved' })).toEqual(['G1']);
      expect(await listGuests({ arrivalFrom: '2026-12-02' })).toEqual(['G2', 'G3']);
      expect(await listGuests({ arrivalFrom: '2026-12-02', arrivalTo: '2026-12-02' })).toEqual(['G2']);
      expect(await listGuests({ status: 'completed', outcome: 'flagged', arrivalTo: '2026-12-01' })).toEqual([]);
    });

    test('a stay that moves is listed where it is now, before it is screened again', async () => {
      await add('G1', '2026-12-01');
      const moved = toSubject({ guestId: 'G1', reservationId: 'RG1', fields: { arrivesOn: '2026-12-20' } });
      await write((rows) => rows.subjects.save(moved, { fingerprint: 'f2', isActive: true }));
      expect(await listGuests({ arrivalFrom: '2026-12-10' })).toEqual(['G1']);
    });

    test('a search needs every term, finds the new name, and no longer the old one', async () => {
      await add('G1', '2026-12-01', 'Fontes');
      await add('G2', '2026-12-01', 'Prado');
      const search = (text: string) => listGuests({ terms: toSearchQuery(text) });
      expect(await search('ana')).toHaveLength(2);
      expect(await search('ANA pra')).toEqual(['G2']);
      expect(await search('ana.fontes@example.com')).toHaveLength(2);
      expect(await search('ana nobody')).toEqual([]);
      expect(await search('')).toEqual([]);
      await add('G2', '2026-12-01', 'Moreira');
      expect(await search('prado')).toEqual([]);
      expect(await search('moreira')).toEqual(['G2']);
      expect(await listGuests({ terms: ['ana'], arrivalFrom: '2027-01-01' })).toEqual([]);
    });

    test('a search finds nothing of another property', async () => {
      await write((rows) => addScreened(rows, toSubject({ propertyId: 'P2' })));
      expect(await listGuests({ terms: ['fontes'] })).toEqual([]);
    });

    test('an item shows whether the PMS was told of this very screening', async () => {
      const id = await add('G1');
      const tell = (screeningId: string) =>
        write((rows) =>
          rows.writeBacks.save({ propertyId: 'P1', guestId: 'G1', screeningId, state: 'written', at: noon }),
        );
      const view = async () => (await under.store.read((rows) => rows.screenings.getListItem(id))).writeBack;
      expect(await view()).toEqual({ state: 'pending' });
      await tell('an earlier one');
      expect(await view()).toEqual({ state: 'pending' });
      await tell(id);
      expect(await view()).toEqual({ state: 'written', at: noon });
    });

    test('an item has the subject as it is now', async () => {
      const id = await add('G1');
      const status: ReservationStatus = 'checked_in';
      const now = toSubject({ guestId: 'G1', reservationId: 'RG1', reservationStatus: status });
      await write((rows) => rows.subjects.save(now, { fingerprint: 'f1', isActive: true }));
      expect((await under.store.read((rows) => rows.screenings.getListItem(id))).subject).toEqual(now);
    });
  });
}
