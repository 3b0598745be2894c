import { describe, expect, test } from '@jest/globals';
import type { MatchDismissal } from '../../src/ports/dismissals.ts';
import { at, type StoreUnderTest } from './store-fixtures.ts';

const dismissal: MatchDismissal = {
  propertyId: 'P1',
  guestId: 'G1',
  person: 'ana fontes, 1980',
  listId: 'un-sc',
  entryId: '7',
  entryHash: 'h1',
  reason: 'Passport seen',
  dismissedBy: 'desk',
  dismissedAt: at(0),
};

export function describeDismissals(under: StoreUnderTest): void {
  const save = (changes: Partial<MatchDismissal> = {}) =>
    under.store.transaction((rows) => rows.dismissals.save({ ...dismissal, ...changes }));
  const list = (changes: Partial<MatchDismissal> = {}, today = '2026-11-23') =>
    under.store.read((rows) => rows.dismissals.list({ ...dismissal, ...changes }, today));

  describe('what people said of matches', () => {
    test('is found for the same person in the same property, and for nobody else', async () => {
      await save();
      const { person, ...kept } = dismissal;
      expect(person).not.toBe('');
      expect(await list()).toEqual([kept]);
      expect(await list({ person: 'ana fontes, 1981' })).toEqual([]);
      expect(await list({ propertyId: 'P2' })).toEqual([]);
    });

    test('holds on its last day, and not after it', async () => {
      await save({ validUntil: '2026-11-23' });
      expect(await list({}, '2026-11-23')).toHaveLength(1);
      expect(await list({}, '2026-11-24')).toEqual([]);
    });

    test('is replaced when it is said again, kept apart by entry, and can be taken back once', async () => {
      await save();
      await save({ reason: 'Seen again', entryHash: 'h2' });
      await save({ entryId: '8' });
      expect((await list()).map(({ entryId, entryHash }) => [entryId, entryHash])).toEqual([
        ['7', 'h2'],
        ['8', 'h1'],
      ]);
      const remove = () => under.store.transaction((rows) => rows.dismissals.remove(dismissal));
      expect([await remove(), await remove()]).toEqual([true, false]);
      expect(await list()).toHaveLength(1);
    });

    test('goes with the guest', async () => {
      await save();
      await under.store.transaction((rows) => rows.subjects.forgetGuest('P1', 'G1'));
      expect(await list()).toEqual([]);
    });
  });
}
