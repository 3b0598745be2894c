import { describe, expect, test } from '@jest/globals';
import { respace, SpacingBuilder } from '../../../providers/watchlist/matching/index/spacings.ts';

const builder = new SpacingBuilder();
for (const name of ['riad hijazi', 'su gwang kim', 'rima al kadiri', 'momcilo gruban', 'x'.repeat(300)])
  builder.add(name.split(' '));
const table = builder.toTable();
const respaced = (name: string): string | undefined => respace(table, name.split(' '))?.join(' ');

describe('spaces go where the list has them', () => {
  test.each([
    ['a letter that crossed over', 'ria dhijazi', 'riad hijazi'],
    ['a letter of an article', 'rima a lkadiri', 'rima al kadiri'],
    ['words run together', 'riadhijazi', 'riad hijazi'],
    ['three words run together', 'sugwangkim', 'su gwang kim'],
    ['a word torn apart', 'momc ilo gruban', 'momcilo gruban'],
    ['within a longer name', 'omar ria dhijazi senior', 'omar riad hijazi senior'],
  ])('%s', (_what, written, expected) => {
    expect(respaced(written)).toBe(expected);
  });
});

describe('nothing changes', () => {
  test.each([
    ['where they are there already', 'riad hijazi'],
    ['where the letters are others', 'ria dhijaza'],
    ['in few letters', 'su gw'],
    ['in a name of no word', ''],
    ['in words too long to be cut', 'x'.repeat(299) + ' x'],
  ])('%s', (_what, written) => {
    expect(respaced(written)).toBeUndefined();
  });
});
