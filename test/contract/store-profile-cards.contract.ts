import { describe, expect, test } from '@jest/globals';
import { toSearchQuery, toSearchTerms } from '../../src/domain/search-terms.ts';
import type { ProfileListItem, ProfilePosition } from '../../src/ports/profiles.ts';
import { createProfileDesk, said } from './profile-desk.ts';
import { at, type StoreUnderTest } from './store-fixtures.ts';

/** What people write on cards, and how cards are found. */
export function describeProfileCards(under: StoreUnderTest): void {
  const { write, read, toPerson, take, find, other } = createProfileDesk(under);

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

  describe('erasing', () => {
    const ivo = { firstName: 'Ivo', lastName: 'Walkin' };
    const walkIn = () =>
      write((rows) => {
        const terms = toSearchTerms({ reservationId: '', fields: ivo });
        return rows.profiles.create({ propertyId: 'P1', person: ivo, traits: toPerson({ name: 'ivo walkin' }), terms });
      });
    const listFound = () =>
      read((rows) =>
        rows.profiles.list({ scope: 'P1', propertyIds: ['P1'], terms: toSearchQuery('walkin'), limit: 9 }),
      );
    const getVersion = async (id: string) => (await read((rows) => rows.profiles.get('P1', id))).version;

    test('takes a card that nobody booked with, all that is in it and on it', async () => {
      const [one, two, other] = [await walkIn(), await walkIn(), await walkIn()];
      await write((rows) => rows.profiles.addNote(two, { id: 'N1', kind: 'warning', text: 'Beware', ...said }));
      await write((rows) => rows.profiles.link(one, { id: 'L1', kind: 'family', otherId: other, ...said }));
      const [intoVersion, otherVersion] = [await getVersion(one), await getVersion(two)];
      const merge = { id: 'M1', intoId: one, intoVersion, otherId: two, otherVersion, ...said };
      await write((rows) => rows.profiles.merge(merge));
      const late = write((rows) => rows.profiles.erase(one, intoVersion));
      await expect(late).rejects.toMatchObject({ code: 'profile_changed' });
      const version = await getVersion(one);
      await write((rows) => rows.profiles.erase(one, version));
      for (const id of [one, two]) expect(await read((rows) => rows.profiles.find('P1', id))).toBeUndefined();
      expect((await listFound()).map(({ summary }) => summary.id)).toEqual([other]);
      expect(await read((rows) => rows.profiles.listLinks(other))).toEqual([]);
    });

    test('is refused where the PMS knew somebody on it, forgotten or not', async () => {
      const { id, version } = await take('G1');
      const erase = () => write((rows) => rows.profiles.erase(id, version));
      await expect(erase()).rejects.toMatchObject({ code: 'profile_has_guests' });
      await write((rows) => rows.subjects.forgetGuest('P1', 'G1'));
      await expect(erase()).rejects.toMatchObject({ code: 'profile_has_guests' });
      expect(await find('G1')).toMatchObject({ id });
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
      const [second] = await read((rows) => rows.profiles.list({ ...query, ...(first && { after: first.position }) }));
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
}
