import { describe, expect, test } from '@jest/globals';
import type { Subject, SubjectFields } from '../../src/domain/subject.ts';
import type { Rows } from '../../src/ports/store.ts';
import { addScreened, approval, at, flagged, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

const birthDate = '1990-01-02';
const withdrawal = { reason: 'A forged document', actor: 'night desk', at: at(5) };

export function describeKnownGuests(under: StoreUnderTest): void {
  const write = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);
  const toStay = (reservationId: string, guestId: string, fields: Partial<SubjectFields> = {}): Subject =>
    toSubject({ reservationId, guestId, fields: { birthDate, ...fields } });
  const add = (subject: Subject) => write((rows) => addScreened(rows, subject));
  const findHistory = (subject: Subject) => under.store.read((rows) => rows.knownGuests.findHistory(subject));
  const listReservations = async (subject: Subject) =>
    (await findHistory(subject)).stays.map(({ reservationId }) => reservationId);

  describe('known guests', () => {
    test('stays of the same guest id belong together, whatever else differs', async () => {
      await add(toStay('R1', 'G1', { lastName: 'Fontes Silva', documentNumber: 'Z9', email: 'old@example.com' }));
      await add(toStay('R2', 'G1'));
      expect(await listReservations(toStay('R2', 'G1'))).toEqual(['R1', 'R2']);
    });

    test('so do those of another guest id with the same person, and no others', async () => {
      await add(toStay('R1', 'G1', { email: 'other@example.com' }));
      await add(toStay('R2', 'G2', { documentNumber: 'Z9' }));
      await add(toStay('R3', 'G3', { documentNumber: 'Z9', email: 'other@example.com' }));
      await add(toStay('R4', 'G4', { birthDate: '1991-01-02' }));
      await add({ ...toStay('R5', 'G5'), propertyId: 'P2' });
      expect(await listReservations(toStay('R9', 'G9'))).toEqual(['R1', 'R2']);
      expect(await under.store.read((rows) => rows.knownGuests.listSubjects(toStay('R9', 'G9')))).toEqual([
        { propertyId: 'P1', reservationId: 'R1', guestId: 'G1' },
        { propertyId: 'P1', reservationId: 'R2', guestId: 'G2' },
      ]);
    });

    test('a stay tells what it came to and when, and nothing while it is open', async () => {
      const id = await add(toStay('R1', 'G1'));
      const open = { reservationId: 'R1', guestId: 'G1', reservationStatus: 'confirmed', arrivesOn: '2026-12-01' };
      expect((await findHistory(toStay('R1', 'G1'))).stays).toEqual([open]);
      await write((rows) => rows.screenings.saveConclusion(id, flagged));
      const concluded = { ...open, outcome: 'flagged', settledAt: flagged.at };
      expect(await findHistory(toStay('R1', 'G1'))).toEqual({ stays: [concluded], withdrawals: [] });
      await write((rows) => rows.screenings.saveDecision(id, approval));
      const approved = { ...open, outcome: 'approved', settledAt: approval.decidedAt };
      expect(await findHistory(toStay('R1', 'G1'))).toMatchObject({ stays: [approved] });
    });

    test('an approval counts also where its screening was overtaken', async () => {
      const id = await add(toStay('R1', 'G1'));
      await write((rows) => rows.screenings.saveDecision(id, approval));
      await add(toStay('R1', 'G1'));
      expect((await findHistory(toStay('R2', 'G1'))).approvedAt).toBe(approval.decidedAt);
    });

    test('so does a decline: news of the guest does not undo it', async () => {
      const id = await add(toStay('R1', 'G1'));
      await write((rows) => rows.screenings.saveDecision(id, { ...approval, decision: 'declined' }));
      await add(toStay('R1', 'G1'));
      const declined = [{ reservationId: 'R1', at: approval.decidedAt }];
      expect(await findHistory(toStay('R2', 'G1'))).toMatchObject({ declined });
    });

    test('what was withdrawn of one stay is found from every other, oldest first', async () => {
      const id = await add(toStay('R1', 'G1'));
      await write((rows) => rows.knownGuests.addWithdrawal(id, { ...withdrawal, at: noon }));
      await write((rows) => rows.knownGuests.addWithdrawal(id, withdrawal));
      expect((await findHistory(toStay('R2', 'G2'))).withdrawals).toEqual([{ ...withdrawal, at: noon }, withdrawal]);
      expect((await findHistory(toStay('R2', 'G2', { birthDate: '1991-01-01' }))).withdrawals).toEqual([]);
    });

    test('of a guest that was forgotten nothing is left', async () => {
      const id = await add(toStay('R1', 'G1'));
      await write((rows) => rows.knownGuests.addWithdrawal(id, withdrawal));
      await write((rows) => rows.subjects.forgetGuest('P1', 'G1'));
      expect((await findHistory(toStay('R1', 'G1'))).withdrawals).toEqual([]);
      expect(await findHistory(toStay('R2', 'G2'))).toEqual({ stays: [], withdrawals: [] });
    });

    test('nothing can be withdrawn of a screening that is not there', async () => {
      const added = write((rows) => rows.knownGuests.addWithdrawal('S9', withdrawal));
      await expect(added).rejects.toMatchObject({ code: 'screening_unknown' });
    });
  });
}
