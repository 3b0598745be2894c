import { describe, expect, test } from '@jest/globals';
import type { PersonMarks } from '../../src/domain/profile/traits.ts';
import { toTraits } from '../../src/domain/profile/traits.ts';
import { toSearchQuery, toSearchTerms } from '../../src/domain/search-terms.ts';
import type { PersonTraits, ProfileListItem, ProfilePosition } from '../../src/ports/profiles.ts';
import type { Rows } from '../../src/ports/store.ts';
import { addScreened, at, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

const ana: PersonMarks = { name: 'ana fontes', emails: ['ana@x.pt'], phones: [], documents: [], sound: 'n-fnts' };
const said = { by: 'night desk', at: at(1) };

export function describeProfiles(under: StoreUnderTest): void {
  const write = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.transaction(work);
  const read = <Result>(work: (rows: Rows) => Promise<Result>) => under.store.read(work);
  const toPerson = (marks: Partial<PersonMarks> = {}, scope = 'P1'): PersonTraits => {
    const { birthDate } = { ...ana, ...marks };
    return { scope, traits: toTraits({ ...ana, ...marks }), at: noon, ...(birthDate !== undefined && { birthDate }) };
  };
  /** A guest with a stay; answers the card. */
  const take = async (guestId: string, marks: Partial<PersonMarks> = {}, scope = 'P1') =>
    write(async (rows) => {
      await addScreened(rows, toSubject({ guestId, reservationId: `R${guestId}` }));
      await rows.profiles.bind({ propertyId: 'P1', guestId }, toPerson(marks, scope));
      return get(rows, guestId);
    });
  const get = async (rows: Rows, guestId: string) => {
    const found = await rows.profiles.findByGuest({ propertyId: 'P1', guestId });
    if (found === undefined) throw new Error(`${guestId} is on no card.`);
    return found;
  };
  const find = (guestId: string) => read((rows) => get(rows, guestId));
  const other = { name: 'rui lopes', emails: ['rui@x.pt'], sound: 'r-lps' };
  const merge = async (into: string, from: string) => {
    const [one, two] = [await find(into), await find(from)];
    await write((rows) =>
      rows.profiles.merge({
        ...{ id: `${into}+${from}`, intoId: one.id, intoVersion: one.version },
        ...{ otherId: two.id, otherVersion: two.version, reason: 'The same face', ...said },
      }),
    );
    return { one, two };
  };
  const undo = async (guestId: string, mergeId: string) => {
    const { id, version } = await find(guestId);
    return write((rows) => rows.profiles.undoMerge(id, { ...said, mergeId, version }));
  };

  describe('profiles', () => {
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

    describe('what people write', () => {
      test('is read newest first, and what was taken back stays with why', async () => {
        const { id } = await take('G1');
        await write((rows) => rows.profiles.addNote(id, { id: 'N1', kind: 'warning', text: 'Beware', ...said }));
        await write((rows) =>
          rows.profiles.addNote(id, { id: 'N2', kind: 'note', text: 'Likes tea', by: 'Eva', at: at(2) }),
        );
        expect((await find('G1')).isWarned).toBe(true);
        const lift = { by: 'Eva', at: at(3), reason: 'Paid' };
        await write((rows) => rows.profiles.withdrawNote(id, 'N1', lift));
        expect(await read((rows) => rows.profiles.listNotes(id))).toEqual([
          { id: 'N2', kind: 'note', text: 'Likes tea', by: 'Eva', at: at(2) },
          { id: 'N1', kind: 'warning', text: 'Beware', ...said, withdrawn: lift },
        ]);
        expect((await find('G1')).isWarned).toBe(false);
        const twice = write((rows) => rows.profiles.withdrawNote(id, 'N1', lift));
        await expect(twice).rejects.toMatchObject({ code: 'profile_note_unknown' });
      });

      test('about a person without a booking is found by name, and changed at the version that was read', async () => {
        const person = { firstName: 'Walter', lastName: 'Inn' };
        const terms = toSearchTerms({ reservationId: '', fields: person });
        const given = { propertyId: 'P1', person, traits: toPerson({ name: 'inn walter', emails: [] }), terms };
        const id = await write((rows) => rows.profiles.create(given));
        const search = (q: string) =>
          read((rows) => rows.profiles.list({ scope: 'P1', propertyIds: ['P1'], terms: toSearchQuery(q), limit: 10 }));
        expect((await search('walt')).map(({ summary }) => summary.id)).toEqual([id]);
        const edited = { ...given, person: { lastName: 'Out' }, terms: ['out'] };
        const { version } = await read((rows) => rows.profiles.get('P1', id));
        await write((rows) => rows.profiles.edit(id, { ...edited, version }));
        expect([(await search('walt')).length, (await search('out')).length]).toEqual([0, 1]);
        const late = write((rows) => rows.profiles.edit(id, { ...edited, version }));
        await expect(late).rejects.toMatchObject({ code: 'profile_changed' });
      });

      test('of two who belong together is read from both, and goes with one word', async () => {
        const one = await take('G1');
        const two = await take('G2', other);
        const link = { id: 'L1', kind: 'family' as const, note: 'Married', otherId: two.id, ...said };
        await write((rows) => rows.profiles.link(one.id, link));
        const listOthers = (id: string) =>
          read(async (rows) => (await rows.profiles.listLinks(id)).map(({ profileId }) => profileId));
        expect([await listOthers(one.id), await listOthers(two.id)]).toEqual([[two.id], [one.id]]);
        expect(await write((rows) => rows.profiles.unlink(two.id, 'L1'))).toBe(true);
        expect(await write((rows) => rows.profiles.unlink(two.id, 'L1'))).toBe(false);
      });
    });

    describe('the list', () => {
      test('holds each card once, newest first, page by page', async () => {
        await take('G1');
        await take('G2', other);
        await take('G3');
        const seen: string[] = [];
        let after: ProfilePosition | undefined;
        for (;;) {
          const page: readonly ProfileListItem[] = await read((rows) =>
            rows.profiles.list({ scope: 'P1', propertyIds: ['P1'], limit: 1, ...(after && { after }) }),
          );
          const [item] = page;
          if (item === undefined) break;
          seen.push(`${item.summary.members.length}`);
          after = item.position;
        }
        expect(seen).toEqual(['1', '2']);
      });

      test('finds a card once, at its newest stay that is found, whichever page', async () => {
        await take('G1');
        await take('G2', other);
        await take('G3');
        const query = { scope: 'P1', propertyIds: ['P1'], terms: toSearchQuery('fontes'), limit: 1 };
        const [first] = await read((rows) => rows.profiles.list(query));
        expect(first?.summary).toMatchObject({ stays: 2 });
        const [second] = await read((rows) =>
          rows.profiles.list({ ...query, ...(first && { after: first.position }) }),
        );
        expect(second?.summary).toMatchObject({ stays: 1 });
        const rest = await read((rows) => rows.profiles.list({ ...query, ...(second && { after: second.position }) }));
        expect(rest).toEqual([]);
      });

      test('can be narrowed to those of whom a warning stands', async () => {
        const { id } = await take('G1');
        await take('G2', other);
        await write((rows) => rows.profiles.addNote(id, { id: 'N1', kind: 'warning', text: 'Beware', ...said }));
        for (const terms of [undefined, toSearchQuery('fontes')]) {
          const query = { scope: 'P1', propertyIds: ['P1'], warnedOnly: true, limit: 10, ...(terms && { terms }) };
          const found = await read((rows) => rows.profiles.list(query));
          expect(found.map(({ summary }) => summary.id)).toEqual([id]);
        }
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
