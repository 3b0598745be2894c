import { describe, expect, test } from '@jest/globals';
import type { Rows } from '../../src/ports/store.ts';
import { addScreened, approval, at, flagged, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

const key = { propertyId: 'P1', reservationId: 'R1', guestId: 'G1' };

export function describeScreenings(under: StoreUnderTest): void {
  const write = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);
  const read = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.read(work);
  const get = (id: string) => read((rows) => rows.screenings.get(id));

  describe('screenings', () => {
    test('a new one is in progress, without outcome, findings or decision', async () => {
      const id = await write((rows) => addScreened(rows, toSubject()));
      expect(await get(id)).toEqual({
        ...{ id, ...key, fingerprint: 'f1', status: 'in_progress', reasons: [], findings: [] },
        ...{ createdAt: noon, updatedAt: noon },
      });
    });

    test('a newer one stops the open one before it, and leaves a completed one as it was', async () => {
      const [completed, open] = await write(async (rows) => {
        const first = await addScreened(rows, toSubject());
        await rows.screenings.saveConclusion(first, flagged);
        const second = await addScreened(rows, toSubject(), at(2));
        await addScreened(rows, toSubject(), at(3));
        return [first, second];
      });
      expect(await get(completed)).toMatchObject({ status: 'completed', updatedAt: at(1) });
      expect(await get(open)).toMatchObject({ status: 'stopped', updatedAt: at(3) });
    });

    test('a conclusion brings status, outcome, findings, reasons and policy', async () => {
      const id = await write((rows) => addScreened(rows, toSubject()));
      await write((rows) => rows.screenings.saveConclusion(id, flagged));
      expect(await get(id)).toMatchObject({
        ...{ status: 'completed', outcome: 'flagged', findings: flagged.findings, updatedAt: at(1) },
        ...{ reasons: flagged.conclusion?.reasons, policy: { name: 'default', version: '3' } },
      });
    });

    test('a decision stands beside the outcome, and stays when the checks conclude again', async () => {
      const id = await write((rows) => addScreened(rows, toSubject()));
      await write((rows) => rows.screenings.saveConclusion(id, flagged));
      await write((rows) => rows.screenings.saveDecision(id, approval));
      expect(await get(id)).toMatchObject({ outcome: 'flagged', decision: approval, updatedAt: approval.decidedAt });
      await write((rows) => rows.screenings.saveConclusion(id, flagged));
      const listed = await read((rows) => rows.screenings.list({ propertyId: 'P1', limit: 9, outcome: 'approved' }));
      expect(listed).toHaveLength(1);
    });

    test('stopping ends the open screening only', async () => {
      const id = await write((rows) => addScreened(rows, toSubject()));
      const other = await write((rows) => addScreened(rows, toSubject({ guestId: 'G2' })));
      await write((rows) => rows.screenings.saveConclusion(other, flagged));
      await write(async (rows) => {
        await rows.screenings.stopOpen(key, at(1));
        await rows.screenings.stopOpen({ ...key, guestId: 'G2' }, at(2));
        await rows.screenings.stopOpen({ ...key, guestId: 'G9' }, at(2));
      });
      expect(await get(id)).toMatchObject({ status: 'stopped', updatedAt: at(1) });
      expect(await get(other)).toMatchObject({ status: 'completed', updatedAt: at(1) });
    });

    test('an unknown screening is undefined to find, and an error to anything else', async () => {
      expect(await read((rows) => rows.screenings.find('S9'))).toBeUndefined();
      const unknown = { code: 'screening_unknown' };
      await expect(get('S9')).rejects.toMatchObject(unknown);
      await expect(read((rows) => rows.screenings.getListItem('S9'))).rejects.toMatchObject(unknown);
      await expect(write((rows) => rows.screenings.saveConclusion('S9', flagged))).rejects.toMatchObject(unknown);
      await expect(write((rows) => rows.screenings.saveDecision('S9', approval))).rejects.toMatchObject(unknown);
    });

    test('the timeline tells all of a subject, oldest first, from whichever screening it is asked', async () => {
      const [first, second] = await write(async (rows) => {
        const one = await addScreened(rows, toSubject());
        await rows.screenings.addToTimeline({ screeningId: one, at: noon, event: 'found', actor: 'system' });
        const two = await addScreened(rows, toSubject());
        await rows.screenings.addToTimeline({ screeningId: two, at: at(2), event: 'decided', actor: 'night desk' });
        await rows.screenings.addToTimeline({ screeningId: two, at: at(1), event: 'changed', actor: 'system' });
        const other = await addScreened(rows, toSubject({ guestId: 'G2' }));
        await rows.screenings.addToTimeline({ screeningId: other, at: noon, event: 'found', actor: 'system' });
        return [one, two];
      });
      const timeline = await read((rows) => rows.screenings.listTimeline(first));
      expect(timeline).toEqual([
        { screeningId: first, at: noon, event: 'found', actor: 'system' },
        { screeningId: second, at: at(1), event: 'changed', actor: 'system' },
        { screeningId: second, at: at(2), event: 'decided', actor: 'night desk' },
      ]);
      expect(await read((rows) => rows.screenings.listTimeline(second))).toEqual(timeline);
    });
  });
}
