import { describe, expect, test } from '@jest/globals';
import { toTraits } from '../../src/domain/profile/traits.ts';
import { ana, createProfileDesk, said } from './profile-desk.ts';
import { describeProfileCards } from './store-profile-cards.contract.ts';
import { noon, type StoreUnderTest } from './store-fixtures.ts';

export function describeProfiles(under: StoreUnderTest): void {
  const { write, read, toPerson, take, find, other, merge, undo } = createProfileDesk(under);

  describe('profiles', () => {
    describeProfileCards(under);

    describe('a guest', () => {
      test('gets a card, and keeps it however often it is taken', async () => {
        const card = await take('G1');
        await write((rows) => rows.profiles.bind({ propertyId: 'P1', guestId: 'G1' }, toPerson({ name: 'ana silva' })));
        expect(await find('G1')).toEqual(card);
        expect(card).toMatchObject({ version: 1, isWarned: false, members: [{ guestId: 'G1', because: 'first' }] });
      });

      test('joins the card that two things lead to, and says which', async () => {
        const card = await take('G1');
        expect((await take('G2')).id).toBe(card.id);
        expect((await take('G3', { emails: ['other@x.pt'] })).id).not.toBe(card.id);
        expect((await find('G1')).members.map(({ because }) => because)).toEqual(['first', 'email_name']);
      });

      test('does not join somebody with another birth date, nor of another property', async () => {
        const card = await take('G1', { birthDate: '1990-01-02' });
        expect((await take('G2', { birthDate: '2015-01-02' })).id).not.toBe(card.id);
        expect((await take('G3', {}, 'P2')).id).not.toBe(card.id);
      });

      test('that is alone moves where news of it leads to another card, until people have said something', async () => {
        const card = await take('G1');
        await take('G2', other);
        const third = await take('G3', { ...other, name: 'companion one', emails: [] });
        await write((rows) => rows.profiles.bind({ propertyId: 'P1', guestId: 'G2' }, toPerson()));
        expect((await find('G2')).id).toBe(card.id);
        await write((rows) => rows.profiles.addNote(third.id, { id: 'N1', kind: 'note', text: 'Regular', ...said }));
        await write((rows) => rows.profiles.bind({ propertyId: 'P1', guestId: 'G3' }, toPerson()));
        expect((await find('G3')).id).toBe(third.id);
      });

      test('goes where the PMS says that it lives on', async () => {
        const card = await take('G1');
        await write((rows) => rows.profiles.follow({ propertyId: 'P1', guestId: 'G1' }, 'G9', noon));
        expect((await find('G9')).id).toBe(card.id);
      });

      test('takes its card, with what was written on it, to a group of properties', async () => {
        const { id } = await take('G1');
        await write((rows) => rows.profiles.addNote(id, { id: 'N1', kind: 'warning', text: 'Beware', ...said }));
        const page = { propertyId: 'P1', scope: 'group:both', afterNo: 0, limit: 10 };
        expect((await read((rows) => rows.profiles.listUnbound(page))).subjects).toHaveLength(1);
        await write((rows) => rows.profiles.bind({ propertyId: 'P1', guestId: 'G1' }, toPerson({}, 'group:both')));
        expect(await find('G1')).toMatchObject({ id, scope: 'group:both', isWarned: true });
        expect((await read((rows) => rows.profiles.listUnbound(page))).subjects).toEqual([]);
      });
    });

    describe('a merge', () => {
      test('shows everything on one card, under either id, and its reason', async () => {
        await take('G1');
        await take('G2', other);
        const { one, two } = await merge('G1', 'G2');
        const shown = await read((rows) => rows.profiles.get('P1', two.id));
        expect(shown.id).toBe(one.id);
        expect(shown.members.map(({ guestId, because }) => [guestId, because])).toEqual([
          ['G1', 'first'],
          ['G2', 'merged'],
        ]);
        const { stays, total } = await read((rows) => rows.profiles.listStays(one.id, 10));
        expect([stays.length, total]).toEqual([2, 2]);
        expect(await read((rows) => rows.profiles.listMerges(one.id))).toEqual([
          { id: 'G1+G2', profileId: two.id, reason: 'The same face', ...said },
        ]);
      });

      test('that somebody else made meanwhile refuses the second one', async () => {
        await take('G1');
        await take('G2', other);
        const { one, two } = await merge('G1', 'G2');
        const again = { id: 'again', intoId: one.id, otherId: two.id, ...said };
        const versions = { intoVersion: one.version, otherVersion: two.version };
        await expect(write((rows) => rows.profiles.merge({ ...again, ...versions }))).rejects.toMatchObject({
          code: 'profile_changed',
        });
      });

      test('of a card with itself, or of another scope, is refused', async () => {
        const { id, version } = await take('G1');
        const foreign = await take('G2', other, 'P2');
        const into = { id: 'M', intoId: id, intoVersion: version, otherVersion: version, ...said };
        const merging = (otherId: string) => write((rows) => rows.profiles.merge({ ...into, otherId }));
        await expect(merging(id)).rejects.toMatchObject({ code: 'request_invalid' });
        await expect(merging(foreign.id)).rejects.toMatchObject({ code: 'profile_unknown' });
      });

      test('is undone as it was, also in the middle of others, and once', async () => {
        await take('G1');
        const two = await take('G2', other);
        const three = await take('G3', { ...other, name: 'eva melo', emails: ['eva@x.pt'] });
        await merge('G2', 'G3');
        await merge('G1', 'G2');
        await write((rows) =>
          rows.profiles.addNote(three.id, { id: 'N1', kind: 'note', text: 'On the whole', ...said }),
        );
        expect((await find('G3')).members).toHaveLength(3);
        expect(await undo('G1', 'G1+G2')).toBe(two.id);
        expect((await find('G3')).id).toBe(two.id);
        expect((await find('G1')).members).toHaveLength(1);
        await expect(undo('G1', 'G1+G2')).rejects.toMatchObject({ code: 'profile_changed' });
        await undo('G2', 'G2+G3');
        expect((await find('G3')).id).toBe(three.id);
        expect(await read((rows) => rows.profiles.listNotes(three.id))).toEqual([]);
      });

      test('puts new guests where the one stands whom they resemble, so that undoing it takes them along', async () => {
        await take('G1');
        await take('G2', other);
        await merge('G1', 'G2');
        await take('G3', other);
        expect((await find('G1')).members).toHaveLength(3);
        await undo('G1', 'G1+G2');
        expect((await find('G3')).id).toBe((await find('G2')).id);
      });
    });

    describe('people who look alike', () => {
      test('are found by what they share, best first, and not once they were told apart', async () => {
        const card = await take('G1');
        const namesake = await take('G2', { emails: ['other@x.pt'] });
        await take('G3', other);
        const listAlike = () => read((rows) => rows.profiles.listAlike(card.id, toTraits(ana), 10));
        const listPairs = () => read((rows) => rows.profiles.listPairs({ scope: 'P1', limit: 100 }));
        expect(await listAlike()).toEqual([namesake.id]);
        expect((await listPairs()).pairs).toEqual([[card.id, namesake.id]]);
        await write((rows) => rows.profiles.tellApart(namesake.id, { otherId: card.id, ...said }));
        await write((rows) => rows.profiles.tellApart(card.id, { otherId: namesake.id, ...said }));
        expect(await listAlike()).toEqual([]);
        expect((await listPairs()).pairs).toEqual([]);
      });

      test('stay told apart when one of them is merged with a third', async () => {
        const card = await take('G1');
        const namesake = await take('G2', { emails: ['other@x.pt'] });
        await write((rows) => rows.profiles.tellApart(namesake.id, { otherId: card.id, ...said }));
        await take('G3', other);
        await merge('G3', 'G2');
        expect(await read((rows) => rows.profiles.listAlike(card.id, toTraits(ana), 10))).toEqual([]);
        expect((await read((rows) => rows.profiles.listPairs({ scope: 'P1', limit: 100 }))).pairs).toEqual([]);
      });

      test('are walked through in parts, to the end', async () => {
        for (const [index, name] of ['one', 'two', 'three'].entries()) {
          await take(`A${index}`, { name, sound: name, emails: [`${name}@x.pt`] });
          await take(`B${index}`, { name: `${name} b`, sound: name, emails: [`${name}b@x.pt`] });
        }
        let [pairs, after]: [number, string | undefined] = [0, undefined];
        do {
          const page = await read((rows) =>
            rows.profiles.listPairs({ scope: 'P1', limit: 2, ...(after && { after }) }),
          );
          pairs += page.pairs.length;
          after = page.next;
        } while (after !== undefined);
        expect(pairs).toBe(3);
      });
    });

    describe('a split', () => {
      test('gives a guest a card of its own', async () => {
        const card = await take('G1');
        await take('G2');
        const guest = { propertyId: 'P1', guestId: 'G2' };
        const id = await write((rows) => rows.profiles.split(card.id, { ...said, guest, version: card.version }));
        expect((await find('G2')).id).toBe(id);
        expect((await find('G1')).members).toHaveLength(1);
      });

      test('leaves nobody without a guest, and takes nobody who is on another card', async () => {
        const card = await take('G1');
        await take('G2', other);
        const splitting = (guestId: string) =>
          write((rows) =>
            rows.profiles.split(card.id, { ...said, guest: { propertyId: 'P1', guestId }, version: card.version }),
          );
        await expect(splitting('G1')).rejects.toMatchObject({ code: 'request_invalid' });
        await expect(splitting('G2')).rejects.toMatchObject({ code: 'profile_unknown' });
      });
    });

    test('of a guest that was forgotten nothing can be read, found or recognised', async () => {
      const { id } = await take('G1');
      await write((rows) => rows.profiles.addNote(id, { id: 'N1', kind: 'warning', text: 'Beware', ...said }));
      await write((rows) => rows.subjects.forgetGuest('P1', 'G1'));
      const card = await read((rows) => rows.profiles.get('P1', id));
      expect(card).toMatchObject({ isWarned: false, members: [{ guestId: 'G1', isForgotten: true }] });
      expect(await read((rows) => rows.profiles.listNotes(id))).toEqual([]);
      expect((await take('G2')).id).not.toBe(id);
      const query = { scope: 'P1', propertyIds: ['P1'], limit: 10 };
      expect((await read((rows) => rows.profiles.list(query))).map(({ summary }) => summary.id)).not.toContain(id);
    });
  });
}
