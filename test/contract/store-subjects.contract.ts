import { describe, expect, test } from '@jest/globals';
import type { Rows } from '../../src/ports/store.ts';
import { addScreened, approval, flagged, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

const key = { propertyId: 'P1', reservationId: 'R1', guestId: 'G1' };

export function describeSubjects(under: StoreUnderTest): void {
  const write = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);
  const read = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.read(work);

  describe('subjects', () => {
    test('a subject is found as it was saved, and as it was saved last', async () => {
      expect(await read((rows) => rows.subjects.find(key))).toBeUndefined();
      await write((rows) => rows.subjects.save(toSubject(), { fingerprint: 'f1', isActive: true }));
      const changed = toSubject({ reservationStatus: 'canceled', fields: { lastName: 'Prado' } });
      await write((rows) => rows.subjects.save(changed, { fingerprint: 'f2', isActive: false }));
      expect(await read((rows) => rows.subjects.find(key))).toEqual({
        ...{ subject: changed, fingerprint: 'f2', isActive: false },
      });
    });

    test('a screened subject names the screening that counts', async () => {
      await write((rows) => addScreened(rows, toSubject()));
      const latest = await write((rows) => addScreened(rows, toSubject()));
      expect((await read((rows) => rows.subjects.find(key)))?.currentScreeningId).toBe(latest);
    });

    test('reservations and guests list their subjects, inactive ones too, each once, of one property', async () => {
      await write(async (rows) => {
        for (const [reservationId, guestId, propertyId] of [
          ...[['R1', 'G1', 'P1'] as const, ['R1', 'G2', 'P1'] as const, ['R2', 'G1', 'P1'] as const],
          ...[['R3', 'G3', 'P1'] as const, ['R1', 'G1', 'P2'] as const],
        ]) {
          await addScreened(rows, toSubject({ propertyId, reservationId, guestId }));
          await addScreened(rows, toSubject({ propertyId, reservationId, guestId }));
        }
        await rows.subjects.setInactive(key);
      });
      const names = (list: readonly { subject: { reservationId: string; guestId: string } }[]) =>
        list.map(({ subject }) => `${subject.reservationId}/${subject.guestId}`).sort();
      const ofReservations = await read((rows) => rows.subjects.listByReservations('P1', ['R1', 'R2', 'R9']));
      expect(names(ofReservations)).toEqual(['R1/G1', 'R1/G2', 'R2/G1']);
      expect(ofReservations.find(({ isActive }) => !isActive)?.subject.guestId).toBe('G1');
      expect(names(await read((rows) => rows.subjects.listByGuest('P1', 'G1')))).toEqual(['R1/G1', 'R2/G1']);
      expect(await read((rows) => rows.subjects.listByReservations('P1', []))).toEqual([]);
    });

    test('a forgotten guest leaves ids, the stay and the outcome, and nothing of the person', async () => {
      const screeningId = await write(async (rows) => {
        const id = await addScreened(rows, toSubject());
        await rows.screenings.saveConclusion(id, flagged);
        await rows.screenings.saveDecision(id, approval);
        await rows.subjects.forgetGuest('P1', 'G1');
        return id;
      });
      const stored = await read((rows) => rows.subjects.find(key));
      expect(stored?.subject.fields).toEqual({
        ...{ isMainGuest: true, arrivesOn: '2026-12-01', departsOn: '2026-12-04', adults: 2, children: 0 },
      });
      expect(stored?.fingerprint).not.toBe('f1');
      const screening = await read((rows) => rows.screenings.get(screeningId));
      expect(screening).toMatchObject({ outcome: 'flagged', findings: [], reasons: [] });
      expect(screening.decision).toEqual({ ...approval, reason: '' });
      const find = (term: string) =>
        read((rows) => rows.screenings.list({ propertyId: 'P1', limit: 9, terms: [term] }));
      expect(await find('fontes')).toEqual([]);
      expect(await find('r1')).toHaveLength(1);
    });

    test('forgetting a guest leaves every other guest, and the same guest of another property', async () => {
      await write(async (rows) => {
        await addScreened(rows, toSubject({ guestId: 'G2' }), noon);
        await addScreened(rows, toSubject({ propertyId: 'P2' }), noon);
        await addScreened(rows, toSubject(), noon);
        await rows.subjects.forgetGuest('P1', 'G1');
      });
      const other = await read((rows) => rows.subjects.find({ ...key, guestId: 'G2' }));
      const elsewhere = await read((rows) => rows.subjects.find({ ...key, propertyId: 'P2' }));
      expect(other?.subject.fields.lastName).toBe('Fontes');
      expect(elsewhere?.subject.fields.lastName).toBe('Fontes');
    });
  });
}
