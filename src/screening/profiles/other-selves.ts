import type { Subject } from '../../domain/subject.ts';
import type { GivenPerson } from '../../domain/profile/card.ts';
import type { GuestKey } from '../../ports/profiles.ts';
import type { Rows } from '../../ports/store.ts';

/** Somebody as another booking or staff wrote them down. */
export interface OtherSelf {
  readonly propertyId: string;
  readonly fields: GivenPerson & Pick<Subject['fields'], 'cellPhone'>;
}

/** Newer stays say the same as older ones. */
const mostSelves = 50;

/**
 * How else a guest is written down, each way once: by other guests of the PMS that it merged into this one, and by everybody
 * on the card where people said that cards are one person. Nobody who joined a card by a rule alone.
 */
export async function listOtherSelves(rows: Rows, guest: GuestKey): Promise<readonly OtherSelf[]> {
  const selves: OtherSelf[] = [];
  for (const guestId of await rows.guestMerges.listMerged(guest)) {
    const stays = await rows.subjects.listByGuest(guest.propertyId, guestId);
    selves.push(...stays.map(({ subject }) => subject));
  }
  const cardId = await rows.profiles.findIdByGuest(guest);
  if (cardId !== undefined && (await rows.profiles.listMerges(cardId)).length > 0) {
    const { stays } = await rows.profiles.listStays(cardId, mostSelves);
    const isOther = ({ propertyId, guestId }: GuestKey) => propertyId !== guest.propertyId || guestId !== guest.guestId;
    selves.push(...stays.map(({ subject }) => subject).filter(isOther));
    const given = await rows.profiles.listGiven(cardId);
    selves.push(...given.map(({ propertyId, person }) => ({ propertyId, fields: person })));
  }
  return [...new Map(selves.map((self) => [toIdentity(self), self])).values()];
}

function toIdentity({ propertyId, fields }: OtherSelf): string {
  const { firstName, lastName, email, phone, cellPhone, birthDate, documentNumber, country } = fields;
  const identity = [propertyId, firstName, lastName, email, phone, cellPhone, birthDate, documentNumber, country];
  return JSON.stringify(identity);
}
