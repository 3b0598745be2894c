import { describe, expect, test } from '@jest/globals';
import { guestStates, toGuestState, toNeed } from '../../src/domain/guest-state.ts';
import type { Screening, ScreeningStatus } from '../../src/domain/screening.ts';
import type { ReviewQuery } from '../../src/ports/desk.ts';
import { addScreened, at, flagged, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

const days = { propertyId: 'P1', from: '2026-12-01', to: '2026-12-02' };
const statuses = ['in_progress', 'waiting_for_guest', 'completed', 'failed', 'stopped'] as const;
const outcomes = [undefined, 'clear', 'review', 'flagged'] as const;
const decisions = [undefined, 'approved', 'declined'] as const;

type Standing = Pick<Screening, 'status' | 'outcome' | 'decision'>;

const standings: readonly Standing[] = statuses.flatMap((status) =>
  outcomes.flatMap((outcome) =>
    decisions.map((decision) => ({
      status,
      ...(outcome && { outcome }),
      ...(decision && { decision: { decision, reason: 'seen', decidedBy: 'desk', decidedAt: noon } }),
    })),
  ),
);

export function describeDesk(under: StoreUnderTest): void {
  /** A guest on a reservation of the same number, brought to where it should stand. */
  const addGuest = (no: string, standing: Standing, changes: Parameters<typeof toSubject>[0] = {}) =>
    under.store.transaction(async (rows) => {
      const subject = toSubject({ reservationId: `R${no}`, guestId: `G${no}`, ...changes });
      const id = await addScreened(rows, subject);
      const { status, outcome, decision } = standing;
      if (status !== 'stopped') {
        const conclusion = outcome && flagged.conclusion && { conclusion: { ...flagged.conclusion, outcome } };
        const result = { findings: flagged.findings, at: at(1), ...conclusion };
        await rows.screenings.saveConclusion(id, { ...result, status: status satisfies ScreeningStatus });
      }
      if (decision) await rows.screenings.saveDecision(id, decision);
      if (status === 'stopped') await rows.screenings.stopOpen(subject, at(2));
      return id;
    });

  const clear: Standing = { status: 'completed', outcome: 'clear' };
  const toReview: Standing = { status: 'completed', outcome: 'review' };
  const banned: Standing = { status: 'completed', outcome: 'flagged' };

  describe('arrivals', () => {
    test('are ranked by the database exactly as the domain ranks guests', async () => {
      for (const [index, standing] of standings.entries()) await addGuest(String(index), standing);
      const rows = await under.store.read((all) => all.arrivals.list({ ...days, limit: 1_000 }));
      const ranked = new Map(rows.map(({ reservationId, need }) => [reservationId, need]));
      const expected = standings.map((standing, index) => [`R${index}`, toNeed(toGuestState(standing))] as const);
      const shown = expected.filter(([, need]) => guestStates[need] !== 'stopped');
      expect(ranked).toEqual(new Map(shown));
    });

    test('come by day, and within a day those first who need somebody most, page by page', async () => {
      await addGuest('1', clear);
      await addGuest('2', banned);
      await addGuest('3', banned, { fields: { arrivesOn: '2026-12-02' } });
      await addGuest('4', toReview);
      await addGuest('5', clear, { fields: { arrivesOn: '2026-12-03' } });
      await addGuest('6', clear, { propertyId: 'P2' });
      const all = await under.store.read((rows) => rows.arrivals.list({ ...days, limit: 10 }));
      expect(all.map(({ reservationId }) => reservationId)).toEqual(['R2', 'R4', 'R1', 'R3']);
      const [, second] = all;
      const rest = await under.store.read((rows) =>
        rows.arrivals.list({ ...days, limit: 10, ...(second && { after: second }) }),
      );
      expect(rest).toEqual(all.slice(2));
    });

    test('name the guests of a reservation, the one who needs somebody most first', async () => {
      const fine = await addGuest('1', clear);
      const look = await addGuest('1', banned, { guestId: 'G9' });
      const [row] = await under.store.read((rows) => rows.arrivals.list({ ...days, limit: 10 }));
      expect(row).toMatchObject({ reservationId: 'R1', screeningIds: [look, fine] });
    });

    test('are counted by state, over all pages', async () => {
      await addGuest('1', clear);
      await addGuest('2', clear);
      await addGuest('3', banned);
      const counts = await under.store.read((rows) => rows.arrivals.countByState(days));
      expect(counts).toEqual(
        new Map([
          ['clear', 2],
          ['flagged', 1],
        ]),
      );
    });
  });

  describe('the review queue', () => {
    const list = (changes: Partial<ReviewQuery> = {}) =>
      under.store.read((rows) =>
        rows.arrivals.listForReview({ propertyId: 'P1', today: '2026-12-01', limit: 10, ...changes }),
      );

    test('holds whom somebody has to decide about, and nobody else', async () => {
      const ids: string[] = [];
      for (const [index, standing] of standings.entries()) {
        const id = await addGuest(String(index), standing);
        if (standing.decision === undefined && ['flagged', 'review', 'failed'].includes(toGuestState(standing)))
          ids.push(id);
      }
      expect((await list()).map(({ screeningId }) => screeningId).sort()).toEqual(ids.sort());
    });

    test('leaves out who has left', async () => {
      await addGuest('1', banned);
      expect(await list({ today: '2026-12-05' })).toEqual([]);
    });

    test('tells what one looks after from what nobody does', async () => {
      const mine = await addGuest('1', banned);
      const free = await addGuest('2', banned);
      const assignment = { assigneeId: 'U1', assigneeName: 'Rui', assignedAt: noon };
      await under.store.transaction((rows) =>
        rows.assignments.save({ propertyId: 'P1', reservationId: 'R1', guestId: 'G1' }, assignment),
      );
      expect(await list({ assigneeId: 'U1' })).toEqual([{ screeningId: mine }]);
      expect(await list({ assigneeId: null })).toEqual([{ screeningId: free }]);
      expect(await list({ assigneeId: 'U2' })).toEqual([]);
    });
  });

  describe('notes of staff', () => {
    const note = {
      id: 'N1',
      propertyId: 'P1',
      guestId: 'G1',
      text: 'Late',
      authorId: 'U1',
      authorName: 'Rui',
      createdAt: noon,
    };

    test('are read newest first, counted, removed, and forgotten with the guest', async () => {
      await under.store.transaction(async (rows) => {
        await rows.notes.add(note);
        await rows.notes.add({ ...note, id: 'N2', createdAt: at(1) });
        await rows.notes.add({ ...note, id: 'N3', propertyId: 'P2' });
      });
      const listed = await under.store.read((rows) => rows.notes.list('P1', 'G1'));
      expect(listed.map(({ id }) => id)).toEqual(['N2', 'N1']);
      expect(listed[1]).toEqual(note);
      expect(await under.store.read((rows) => rows.notes.count('P1', ['G1', 'G2']))).toEqual(new Map([['G1', 2]]));
      expect(await under.store.transaction((rows) => rows.notes.remove('P2', 'N1'))).toBe(false);
      expect(await under.store.transaction((rows) => rows.notes.remove('P1', 'N1'))).toBe(true);
      await under.store.transaction((rows) => rows.subjects.forgetGuest('P1', 'G1'));
      expect(await under.store.read((rows) => rows.notes.list('P1', 'G1'))).toEqual([]);
      expect(await under.store.read((rows) => rows.notes.list('P2', 'G1'))).toHaveLength(1);
    });
  });
}
