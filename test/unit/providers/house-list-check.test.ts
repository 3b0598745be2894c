import { describe, expect, test } from '@jest/globals';
import { houseList } from '../../../providers/house-list/check.ts';
import type { CheckAnswer, MatchStrength } from '../../../src/domain/finding.ts';
import type { DeclaredFields } from '../../../src/ports/check-provider.ts';
import type { HouseListKeyKind, HouseListMatch, HouseListQuery } from '../../../src/ports/house-list.ts';
import { toCheckContext } from './check-context.ts';

const guest: DeclaredFields = { firstName: 'Ada', lastName: 'Moreau', birthDate: '1985-12-10' };

const toMatch = (
  sharedKinds: readonly HouseListKeyKind[],
  entry: Partial<HouseListMatch['entry']> = {},
): HouseListMatch => ({
  sharedKinds,
  entry: {
    id: 'E1',
    propertyId: 'P1',
    kind: 'ban',
    names: ['Ada Moreau'],
    emails: [],
    phones: [],
    documentNumbers: [],
    reason: 'Broke a window',
    createdAt: '2026-01-01T00:00:00.000Z',
    createdBy: 'desk',
    state: 'active',
    steps: [],
    ...entry,
  },
});

function ask(matches: readonly HouseListMatch[], fields: DeclaredFields = guest): Promise<CheckAnswer> {
  const find = () => Promise.resolve(matches);
  return houseList.check(fields, toCheckContext(houseList.manifest, { houseList: { find } }));
}

describe('how strong a match is', () => {
  const same = '1985-12-10';
  const other = '1990-01-01';

  interface Row {
    readonly shared: readonly HouseListKeyKind[];
    readonly birthDate?: string;
    readonly strength: MatchStrength | undefined;
  }

  test.each<Row>([
    { shared: ['document'], strength: 'strong' },
    { shared: ['document'], birthDate: other, strength: 'strong' },
    { shared: ['name', 'email'], strength: 'strong' },
    { shared: ['name', 'phone'], strength: 'strong' },
    { shared: ['name'], birthDate: same, strength: 'strong' },
    { shared: ['email'], strength: 'likely' },
    { shared: ['email', 'phone'], strength: 'likely' },
    { shared: ['phone'], strength: 'possible' },
    { shared: ['name'], strength: 'possible' },
    { shared: ['name'], birthDate: other, strength: undefined },
    { shared: ['email'], birthDate: other, strength: undefined },
    { shared: ['name', 'email'], birthDate: other, strength: 'possible' },
    { shared: ['email', 'phone'], birthDate: same, strength: 'likely' },
  ])('shared $shared, on the list born $birthDate: $strength', async ({ shared, birthDate, strength }) => {
    const answer = await ask([toMatch(shared, birthDate === undefined ? {} : { birthDate })]);
    expect(answer.strength).toBe(strength);
    expect(answer.result).toBe(strength === undefined ? 'clear' : 'match');
  });

  test('a birth date that only the list knows decides nothing', async () => {
    const answer = await ask([toMatch(['name'], { birthDate: other })], { firstName: 'Ada', lastName: 'Moreau' });
    expect(answer.strength).toBe('possible');
  });
});

describe('what staff are told', () => {
  test('what is shared, and the property’s own reason', async () => {
    const { reasons, note } = await ask([toMatch(['name', 'email'])]);
    expect(reasons).toEqual([
      { code: 'house_list.banned', text: 'On the house list (same name, e-mail): Broke a window' },
    ]);
    expect(note).toBe('strong match');
  });

  test('of several entries each, and the strongest counts', async () => {
    const answer = await ask([toMatch(['name']), toMatch(['document'], { id: 'E2', reason: 'Never paid' })]);
    expect(answer.strength).toBe('strong');
    expect(answer.reasons).toHaveLength(2);
  });

  test('nothing of somebody who is not on it', async () => {
    expect(await ask([])).toEqual({ result: 'clear', reasons: [] });
  });
});

describe('trust', () => {
  const trust = { id: 'E2', kind: 'trust' } as const;

  test('is told where the match is strong', async () => {
    expect(await ask([toMatch(['document'], trust)])).toEqual({
      result: 'clear',
      reasons: [{ code: 'house_list.trusted', text: 'Trusted by the property' }],
      note: 'trusted',
    });
  });

  test.each<readonly HouseListKeyKind[]>([['name'], ['email'], ['phone']])(
    'is not earned by sharing a %s',
    async (...shared) => {
      expect(await ask([toMatch(shared, trust)])).toEqual({ result: 'clear', reasons: [] });
    },
  );

  test('does not stand against a ban', async () => {
    const answer = await ask([toMatch(['document'], trust), toMatch(['name'])]);
    expect(answer).toMatchObject({ result: 'match', strength: 'possible' });
    expect(answer.reasons.map(({ code }) => code)).toEqual(['house_list.banned']);
  });
});

test('the list is asked with the keys of the guest', async () => {
  let asked: HouseListQuery | undefined;
  const find = (query: HouseListQuery) => {
    asked = query;
    return Promise.resolve([]);
  };
  await houseList.check(
    { ...guest, email: 'ADA@example.org' },
    toCheckContext(houseList.manifest, { houseList: { find } }),
  );
  expect(asked?.keys).toEqual([
    { kind: 'name', value: 'ada moreau' },
    { kind: 'email', value: 'ada@example.org' },
  ]);
});

test('a guest of whom nothing is known costs no question', async () => {
  const find = () => Promise.reject(new Error('asked'));
  expect(await houseList.check({}, toCheckContext(houseList.manifest, { houseList: { find } }))).toEqual({
    result: 'clear',
    reasons: [],
  });
});
