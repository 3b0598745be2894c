import { describe, expect, test } from '@jest/globals';
import type { ConcludedQuery, Rows } from '../../src/ports/store.ts';
import { addScreened, at, flagged, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

export function describeConcludedScreenings(under: StoreUnderTest): void {
  const write = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);
  const list = (query: Partial<ConcludedQuery> = {}) =>
    under.store.read((rows) => rows.screenings.listConcluded({ propertyId: 'P1', since: noon, limit: 50, ...query }));
  const listIds = async (query: Partial<ConcludedQuery> = {}) =>
    (await list(query)).map(({ screening }) => screening.id);
  const add = (guestId: string, createdAt: string, changes: Partial<Parameters<typeof toSubject>[0]> = {}) =>
    write(async (rows) => {
      const subject = toSubject({ guestId, reservationId: `R${guestId}`, ...changes });
      const id = await addScreened(rows, subject, createdAt);
      await rows.screenings.saveConclusion(id, flagged);
      return id;
    });

  describe('concluded screenings', () => {
    test('come newest first, with findings, explanation and fields', async () => {
      const first = await add('G1', at(1));
      const second = await add('G2', at(2));
      const items = await list();
      expect(items.map(({ screening }) => screening.id)).toEqual([second, first]);
      expect(items[0]).toMatchObject({
        screening: { findings: flagged.findings, explanation: flagged.conclusion?.explanation },
        subject: { fields: { lastName: 'Fontes' } },
      });
    });

    test('are the newest of each subject that is finished, in this property and since then', async () => {
      await add('G1', at(-1));
      await add('G2', at(1), { propertyId: 'P2' });
      await add('G3', at(1));
      const newest = await add('G3', at(2));
      await write((rows) => addScreened(rows, toSubject({ guestId: 'G4' }), at(3)));
      const open = await write((rows) => addScreened(rows, toSubject({ guestId: 'G5' }), at(4)));
      await write((rows) => rows.screenings.saveConclusion(open, { ...flagged, status: 'waiting_for_guest' }));
      expect(await listIds()).toEqual([newest]);
    });

    test('come in pages, also where many were screened at once', async () => {
      const ids = [];
      for (let number = 0; number < 7; number += 1) ids.push(await add(`G${number}`, at(number < 4 ? 1 : 2)));
      const seen: string[] = [];
      let after: ConcludedQuery['after'];
      for (;;) {
        const page = await list({ limit: 3, ...(after && { after }) });
        seen.push(...page.map(({ screening }) => screening.id));
        const last = page.at(-1);
        if (last === undefined) break;
        after = { createdAt: last.screening.createdAt, screeningId: last.screening.id };
      }
      expect(seen).toHaveLength(7);
      expect([...seen].sort()).toEqual([...ids].sort());
    });

    test('are none of a guest that was forgotten', async () => {
      await add('G1', at(1));
      await write((rows) => rows.subjects.forgetGuest('P1', 'G1'));
      expect(await listIds()).toEqual([]);
    });

    test('keep whom the policy wanted asked, also where there is no conclusion yet', async () => {
      const id = await write((rows) => addScreened(rows, toSubject()));
      const selection = { guest: 'known', notAsked: [{ provider: 'p', label: 'P', text: 'Not asked' }] } as const;
      const result = { status: 'waiting_for_guest', findings: flagged.findings, selection, at: at(1) } as const;
      await write((rows) => rows.screenings.saveConclusion(id, result));
      expect((await under.store.read((rows) => rows.screenings.get(id))).selection).toEqual(selection);
    });
  });
}
