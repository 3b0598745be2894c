import { describe, expect, test } from '@jest/globals';
import type { HouseListEntry, HouseListKey } from '../../src/ports/house-list.ts';
import { at, type StoreUnderTest, toEntry } from './store-fixtures.ts';

const name: HouseListKey = { kind: 'name', value: 'ana fontes' };
const email: HouseListKey = { kind: 'email', value: 'ana@example.com' };
const phone: HouseListKey = { kind: 'phone', value: '+351912345678' };

export function describeHouseList(under: StoreUnderTest): void {
  const add = async (entry: HouseListEntry, keys: readonly HouseListKey[] = [name]): Promise<HouseListEntry> => {
    await under.store.transaction((rows) => rows.houseList.add(entry, keys));
    return entry;
  };
  const find = (keys: readonly HouseListKey[], today = '2026-11-23', propertyId = 'P1') =>
    under.store.read((rows) => rows.houseList.find(propertyId, { keys }, today));

  describe('the house list', () => {
    test('an entry is found by any key it shares, with the kinds that it shares', async () => {
      const entry = await add(toEntry(), [name, email]);
      expect(await find([name])).toEqual([{ entry, sharedKinds: ['name'] }]);
      const [match] = await find([email, phone, name]);
      expect([...(match?.sharedKinds ?? [])].sort()).toEqual(['email', 'name']);
      expect(await find([phone])).toEqual([]);
      expect(await find([])).toEqual([]);
    });

    test('a value under another kind of key is another key', async () => {
      await add(toEntry(), [{ kind: 'document', value: '123456' }]);
      expect(await find([{ kind: 'phone', value: '123456' }])).toEqual([]);
    });

    test('an entry is found on its last day, and not after it', async () => {
      await add(toEntry({ validUntil: '2026-11-23' }));
      expect(await find([name], '2026-11-23')).toHaveLength(1);
      expect(await find([name], '2026-11-24')).toEqual([]);
    });

    test('each property has its own', async () => {
      const entry = await add(toEntry());
      expect(await find([name], '2026-11-23', 'P2')).toEqual([]);
      const get = under.store.read((rows) => rows.houseList.get('P2', entry.id));
      await expect(get).rejects.toMatchObject({ code: 'house_list_entry_unknown' });
      expect(await under.store.transaction((rows) => rows.houseList.remove('P2', entry.id))).toBe(false);
    });

    test('a removed entry is gone, and removing it again says so', async () => {
      const entry = await add(toEntry());
      const remove = () => under.store.transaction((rows) => rows.houseList.remove('P1', entry.id));
      expect(await under.store.read((rows) => rows.houseList.get('P1', entry.id))).toEqual(entry);
      expect(await remove()).toBe(true);
      expect(await find([name])).toEqual([]);
      expect(await remove()).toBe(false);
    });

    test('an entry that is only proposed is found by nobody, and by its keys once it is active', async () => {
      const entry = await add(toEntry({ state: 'proposed' }));
      expect(await find([name])).toEqual([]);
      const active = { ...entry, state: 'active' as const };
      await under.store.transaction((rows) => rows.houseList.saveState(active));
      expect(await find([name])).toEqual([{ entry: active, sharedKinds: ['name'] }]);
    });

    test.each(['rejected', 'ended'] as const)(
      'an entry that was %s stays readable and is found no more',
      async (state) => {
        const entry = { ...(await add(toEntry())), state, steps: [{ act: state, at: at(1), by: 'the manager' }] };
        await under.store.transaction((rows) => rows.houseList.saveState(entry));
        expect(await find([name])).toEqual([]);
        expect(await under.store.read((rows) => rows.houseList.get('P1', entry.id))).toEqual(entry);
      },
    );

    test('the state of an entry of another property cannot be changed', async () => {
      const entry = await add(toEntry());
      const change = under.store.transaction((rows) => rows.houseList.saveState({ ...entry, propertyId: 'P2' }));
      await expect(change).rejects.toMatchObject({ code: 'house_list_entry_unknown' });
    });

    test('it lists those of one state, page after page', async () => {
      const states = ['active', 'proposed', 'active', 'proposed', 'proposed'] as const;
      for (const [minute, state] of states.entries()) await add(toEntry({ state, createdAt: at(minute) }));
      const list = (after?: HouseListEntry) =>
        under.store.read((rows) =>
          rows.houseList.list('P1', { state: 'proposed', limit: 2, ...(after === undefined ? {} : { after }) }),
        );
      const first = await list();
      const second = await list(first[1]);
      expect([...first, ...second].map(({ createdAt }) => createdAt)).toEqual([at(4), at(3), at(1)]);
    });

    test('it lists the newest first, page after page', async () => {
      const entries = [at(0), at(3), at(1), at(3), at(2)].map((createdAt) => toEntry({ createdAt }));
      for (const entry of entries) await add(entry);
      const list = (after?: HouseListEntry) =>
        under.store.read((rows) => rows.houseList.list('P1', { limit: 2, ...(after === undefined ? {} : { after }) }));
      const first = await list();
      const second = await list(first[1]);
      const third = await list(second[1]);
      const pages = [...first, ...second, ...third].map(({ createdAt }) => createdAt);
      expect(pages).toEqual([at(3), at(3), at(2), at(1), at(0)]);
    });

    test('it goes on where it was though the last entry of a page was erased', async () => {
      for (const createdAt of [at(0), at(1), at(2)]) await add(toEntry({ createdAt }));
      const list = (after?: HouseListEntry) =>
        under.store.read((rows) => rows.houseList.list('P1', { limit: 1, ...(after === undefined ? {} : { after }) }));
      const [newest] = await list();
      await under.store.transaction((rows) => rows.houseList.remove('P1', newest?.id ?? ''));
      expect(await list(newest)).toMatchObject([{ createdAt: at(1) }]);
    });
  });
}
