import type { PersonMarks } from '../../src/domain/profile/traits.ts';
import { toTraits } from '../../src/domain/profile/traits.ts';
import type { PersonTraits } from '../../src/ports/profiles.ts';
import type { Rows } from '../../src/ports/store.ts';
import { addScreened, at, noon, type StoreUnderTest, toSubject } from './store-fixtures.ts';

export const ana: PersonMarks = {
  name: 'ana fontes',
  emails: ['ana@x.pt'],
  phones: [],
  documents: [],
  sound: 'n-fnts',
};
export const said = { by: 'night desk', at: at(1) };

/** Takes guests in, merges their cards and takes them apart again, on a store under test. */
export function createProfileDesk(under: StoreUnderTest) {
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
  return { write, read, toPerson, take, find, other, merge, undo };
}
