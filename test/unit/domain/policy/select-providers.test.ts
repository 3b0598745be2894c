import { describe, expect, test } from '@jest/globals';
import type { Policy, ProviderRule } from '../../../../src/domain/policy/policy-form.ts';
import { selectProviders } from '../../../../src/domain/policy/selection.ts';
import type { Acquaintance, Situation } from '../../../../src/domain/policy/situation.ts';
import type { SubjectFields } from '../../../../src/domain/subject.ts';

const onMatch = { possible: 'review', likely: 'review', strong: 'flagged' } as const;
const always: ProviderRule = { required: true, onMatch };

const stay: SubjectFields = {
  isMainGuest: true,
  arrivesOn: '2026-11-11',
  departsOn: '2026-11-14',
  adults: 2,
  children: 0,
};

/** Three nights for two, booked ten days ahead, directly. */
const fields: SubjectFields = { ...stay, bookedOn: '2026-11-01', sourceName: 'Direct' };

function isAsked(when: readonly Situation[], changes: Partial<SubjectFields> = {}, guest?: Acquaintance): boolean {
  return select(when, { ...fields, ...changes }, guest).asked.includes('identity');
}

function select(when: readonly Situation[], about: SubjectFields, guest?: Acquaintance) {
  const policy: Policy = {
    name: 'test',
    version: '1',
    providers: { identity: { ...always, when } },
    otherwise: always,
    trust: { reasonCode: 'list.trusted', excuses: [] },
  };
  const providers = [
    { id: 'lists', label: 'Lists' },
    { id: 'identity', label: 'Identity' },
  ];
  return selectProviders(about, policy, { providers, guest });
}

describe('a situation', () => {
  test.each<[string, Situation, boolean]>([
    ['lead time within the bounds', { leadTimeDays: { atLeast: 10, atMost: 10 } }, true],
    ['lead time above', { leadTimeDays: { atMost: 9 } }, false],
    ['lead time below', { leadTimeDays: { atLeast: 11 } }, false],
    ['nights within', { nights: { atLeast: 3 } }, true],
    ['nights above', { nights: { atMost: 2 } }, false],
    ['party size within', { partySize: { atMost: 2 } }, true],
    ['party size below', { partySize: { atLeast: 3 } }, false],
    ['one of the sources, in any case', { source: { oneOf: ['booking.com', ' DIRECT '] } }, true],
    ['none of the sources', { source: { oneOf: ['Booking.com'] } }, false],
    ['a source that is left out', { source: { noneOf: ['direct'] } }, false],
    ['a source that is not left out', { source: { noneOf: ['Booking.com'] } }, true],
    ['a main guest', { role: 'main_guest' }, true],
    ['no companion', { role: 'companion' }, false],
    ['a new guest', { guest: 'new' }, true],
    ['no known guest', { guest: 'known' }, false],
    ['everything that it names', { role: 'main_guest', nights: { atLeast: 1 }, guest: 'new' }, true],
    ['not everything that it names', { role: 'main_guest', nights: { atLeast: 9 }, guest: 'new' }, false],
  ])('with %s', (_, situation, expected) => {
    expect(isAsked([situation], {}, 'new')).toBe(expected);
  });

  test('what is not known counts as met: a check too many rather than one too few', () => {
    const when = [{ leadTimeDays: { atMost: 1 }, source: { oneOf: ['Booking.com'] }, guest: 'new' as const }];
    expect(select(when, stay).asked).toContain('identity');
  });

  test('a companion is one', () => {
    expect(isAsked([{ role: 'companion' }], { isMainGuest: false })).toBe(true);
  });

  test('children count in the party', () => {
    expect(isAsked([{ partySize: { atLeast: 4 } }], { children: 2 })).toBe(true);
  });
});

test('one situation of several is enough', () => {
  expect(isAsked([{ nights: { atLeast: 9 } }, { role: 'main_guest' }])).toBe(true);
});

test('without situations everybody is asked about, in the order of the providers', () => {
  expect(select([], fields, 'known')).toEqual({ asked: ['lists', 'identity'], notAsked: [], guest: 'known' });
});

test('who is not asked is told, with each reason once', () => {
  const when: Situation[] = [{ guest: 'new' }, { guest: 'new', role: 'main_guest' }, { leadTimeDays: { atMost: 2 } }];
  expect(select(when, fields, 'known').notAsked).toEqual([
    {
      provider: 'identity',
      label: 'Identity',
      text:
        'Not asked: only for new guests, and this is a known one; ' +
        '10 days from booking to arrival, and it is asked up to 2',
    },
  ]);
});

test('what would be asked turns on nothing but the booking and whether the guest is known', () => {
  const when: Situation[] = [{ nights: { atMost: 3 }, guest: 'new' }];
  const said = { gender: 'F', country: 'NO', documentIssuingCountry: 'NO', birthDate: '1990-01-01' } as const;
  expect(select(when, { ...fields, ...said }, 'new')).toEqual(select(when, fields, 'new'));
});
