import { toLocalDate } from '../../domain/calendar.ts';
import { recognise } from '../../domain/known-guest.ts';
import type { PersonMarks } from '../../domain/profile/traits.ts';
import type { Instant, Subject } from '../../domain/subject.ts';
import type { HouseListKey } from '../../ports/house-list.ts';
import type { PersonComparison } from '../../ports/person-marks.ts';
import type { Rows } from '../../ports/store.ts';
import { listOtherSelves, type OtherSelf } from './other-selves.ts';
import { screenCardAgain } from './screen-card.ts';

/**
 * After cards became one, or two again: screens the stays in house and to come of all of them where anything is held against
 * anybody on them, since it is held against the others now, or no longer.
 */
export type ScreenTroubled = (
  rows: Rows,
  profileIds: readonly string[],
  asked: { readonly at: Instant; readonly actor: string },
) => Promise<void>;

/** More stays than anybody has. */
const mostStays = 1_000;

export function createScreenTroubled(people: Pick<PersonComparison, 'toMarks'>): ScreenTroubled {
  return async (rows, profileIds, asked) => {
    for (const id of profileIds) {
      if (!(await isTroubled(rows, id, { people, at: asked.at }))) continue;
      for (const each of profileIds) await screenCardAgain(rows, each, asked);
      return;
    }
  };
}

interface Looking {
  readonly people: Pick<PersonComparison, 'toMarks'>;
  readonly at: Instant;
}

/** A warning, a verification that was taken back, a declined stay, or a ban. */
async function isTroubled(rows: Rows, profileId: string, looking: Looking): Promise<boolean> {
  const notes = await rows.profiles.listNotes(profileId);
  if (notes.some(({ kind, withdrawn }) => kind === 'warning' && withdrawn === undefined)) return true;
  const { stays } = await rows.profiles.listStays(profileId, mostStays);
  const guests = [
    ...new Map(stays.map(({ subject }) => [`${subject.propertyId}/${subject.guestId}`, subject])).values(),
  ];
  const selves: OtherSelf[] = stays.map(({ subject }) => subject);
  for (const subject of guests) {
    if (await hasBadHistory(rows, subject)) return true;
    selves.push(...(await listOtherSelves(rows, subject)));
  }
  const given = await rows.profiles.listGiven(profileId);
  selves.push(...given.map(({ propertyId, person }) => ({ propertyId, fields: person })));
  return isAnyBanned(rows, selves, looking);
}

async function hasBadHistory(rows: Rows, subject: Subject): Promise<boolean> {
  const { arrivesOn } = subject.fields;
  const { withdrawn, declined, warnings } = recognise(
    { reservationId: '', arrivesOn },
    await rows.knownGuests.findHistory(subject),
  );
  return withdrawn !== undefined || declined !== undefined || warnings !== undefined;
}

/** In any of their properties, by anything that an entry shares; how much it means, the check says. */
async function isAnyBanned(rows: Rows, selves: readonly OtherSelf[], { people, at }: Looking): Promise<boolean> {
  for (const propertyId of new Set(selves.map((self) => self.propertyId))) {
    const keys = selves.flatMap(({ fields }) => toKeys(people.toMarks(propertyId, fields)));
    if (keys.length === 0) continue;
    const { timeZone } = await rows.properties.get(propertyId);
    const found = await rows.houseList.find(propertyId, { keys: toDistinct(keys) }, toLocalDate(at, timeZone));
    if (found.some(({ entry }) => entry.kind === 'ban')) return true;
  }
  return false;
}

function toDistinct(keys: readonly HouseListKey[]): readonly HouseListKey[] {
  return [...new Map(keys.map((key) => [`${key.kind}:${key.value}`, key])).values()];
}

function toKeys({ name, emails, phones, documents }: PersonMarks): readonly HouseListKey[] {
  return [
    ...(name === undefined ? [] : [{ kind: 'name' as const, value: name }]),
    ...emails.map((value) => ({ kind: 'email' as const, value })),
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
    ...documents.map((value) => ({ kind: 'document' as const, value })),
  ];
}
