import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { toHouseListKeys } from '../../../providers/house-list/keys.ts';
import type { HouseListPerson } from '../../../src/ports/house-list.ts';
import type { Store } from '../../../src/ports/store.ts';
import { createDecideHouseListEntry } from '../../../src/screening/house-list/decide-house-list-entry.ts';
import { createHouseList, type HouseListActor } from '../../../src/screening/house-list/house-list.ts';
import { openStore } from '../../../src/store/open-store.ts';

const propertyId = 'P1';
const now = '2026-11-23T09:00:00.000Z';
const ban: HouseListPerson = {
  kind: 'ban',
  names: ['Ada Moreau'],
  emails: ['ada@example.org'],
  phones: [],
  documentNumbers: [],
  reason: 'Broke a window',
};
const rita: HouseListActor = { kind: 'user', id: 'U1', name: 'Rita' };
const marta: HouseListActor = { kind: 'user', id: 'U2', name: 'Marta' };
const machine: HouseListActor = { kind: 'token', id: 'T1', name: 'channel manager' };
const admin: HouseListActor = { kind: 'admin_token', id: 'admin', name: 'admin' };

let store: Store;
beforeEach(async () => {
  store = await openStore({ databaseUrl: 'sqlite::memory:', secretKey: Buffer.alloc(32, 'k3y') });
  await store.transaction((rows) =>
    rows.properties.save({ id: propertyId, name: 'Hotel', timeZone: 'Europe/Lisbon', webhookSecret: 'secret' }),
  );
});
afterEach(() => store.close());

const ignore = () => undefined;
const logger = { debug: ignore, info: ignore, warn: ignore, error: ignore };
const open = () => {
  const parts = {
    store,
    clock: { now: () => now },
    logger,
    toKeys: (_: string, person: HouseListPerson) => toHouseListKeys(person, 'PT'),
  };
  return { ...createHouseList(parts), decide: createDecideHouseListEntry(parts) };
};
const findAda = () =>
  store.read((rows) =>
    rows.houseList.find(propertyId, { keys: [{ kind: 'email', value: 'ada@example.org' }] }, '2026-11-23'),
  );
const countRechecks = () =>
  store.read(async (rows) => ((await rows.jobs.findNextDue(['recheck-house-list'])) === undefined ? 0 : 1));
const approve = (entryId: string, actor: HouseListActor) =>
  open().decide(propertyId, entryId, { act: 'approved', actor, role: 'manager' });

describe('a ban', () => {
  test('that is proposed screens nobody, and looks at nobody again', async () => {
    const entry = await open().propose(propertyId, ban, rita);
    expect(entry).toMatchObject({ state: 'proposed', createdBy: 'Rita' });
    expect([await findAda(), await countRechecks()]).toEqual([[], 0]);
  });

  test('counts once a second person approves it, and then guests are looked at again', async () => {
    const { id } = await open().propose(propertyId, ban, rita);
    const approved = await approve(id, marta);
    expect(approved.steps.map(({ act, by }) => [act, by])).toEqual([
      ['proposed', 'Rita'],
      ['approved', 'Marta'],
    ]);
    expect((await findAda()).map(({ entry }) => entry)).toEqual([approved]);
    expect(await countRechecks()).toBe(1);
  });

  test.each([
    ['who proposed it', rita],
    ['a machine', machine],
  ])('is not approved by %s', async (_, actor) => {
    const { id } = await open().propose(propertyId, ban, rita);
    await expect(approve(id, actor)).rejects.toMatchObject({ code: 'second_person_needed' });
    expect(await findAda()).toEqual([]);
  });

  test('is not approved by its proposer under another name', async () => {
    const { id } = await open().propose(propertyId, ban, rita);
    await expect(approve(id, { ...rita, name: 'R.' })).rejects.toMatchObject({ code: 'second_person_needed' });
  });

  test('cannot be added at once by one person, nor by a machine with a token of its own', async () => {
    await expect(open().add(propertyId, ban, marta)).rejects.toMatchObject({ code: 'second_person_needed' });
    await expect(open().add(propertyId, ban, machine)).rejects.toMatchObject({ code: 'second_person_needed' });
    expect(await open().add(propertyId, ban, admin)).toMatchObject({ state: 'active' });
  });

  test('is decided once', async () => {
    const { id } = await open().propose(propertyId, ban, rita);
    await approve(id, marta);
    await expect(approve(id, marta)).rejects.toMatchObject({ code: 'house_list_conflict' });
    const reject = open().decide(propertyId, id, { act: 'rejected', actor: marta, role: 'manager', reason: 'No' });
    await expect(reject).rejects.toMatchObject({ code: 'house_list_conflict' });
  });
});

test('trust is given by one person', async () => {
  expect(await open().add(propertyId, { ...ban, kind: 'trust' }, marta)).toMatchObject({ state: 'active' });
  expect(await findAda()).toHaveLength(1);
});

test('a proposal is turned down by a manager or taken back by who made it, and by nobody else', async () => {
  const reject = async (actor: HouseListActor, role: 'reviewer' | 'manager') => {
    const { id } = await open().propose(propertyId, ban, rita);
    return open().decide(propertyId, id, { act: 'rejected', actor, role, reason: 'A namesake' });
  };
  expect(await reject(rita, 'reviewer')).toMatchObject({ state: 'rejected' });
  expect(await reject(marta, 'manager')).toMatchObject({ state: 'rejected' });
  await expect(reject(marta, 'reviewer')).rejects.toMatchObject({ code: 'access_denied' });
});

test('an entry that ends recognises nobody, keeps why, and has its guests looked at again', async () => {
  const { id } = await open().add(propertyId, ban, admin);
  const ended = await open().decide(propertyId, id, { act: 'ended', actor: marta, role: 'manager', reason: 'Paid up' });
  expect(ended.steps.at(-1)).toMatchObject({ act: 'ended', by: 'Marta', reason: 'Paid up' });
  expect(await findAda()).toEqual([]);
  expect(await countRechecks()).toBe(1);
});
