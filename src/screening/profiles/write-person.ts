import { ServiceError } from '../../domain/errors.ts';
import type { GivenPerson } from '../../domain/profile/card.ts';
import { toTraits } from '../../domain/profile/traits.ts';
import { toSearchTerms } from '../../domain/search-terms.ts';
import type { Instant } from '../../domain/subject.ts';
import type { Clock } from '../../ports/clock.ts';
import type { PersonComparison } from '../../ports/person-marks.ts';
import type { NewPerson } from '../../ports/profiles.ts';
import type { Store } from '../../ports/store.ts';

/** Answers the id of the card. Throws `property_unknown`, and `request_invalid` for somebody without a name. */
export type CreateProfile = (propertyId: string, person: GivenPerson) => Promise<string>;

/** Throws `profile_unknown`, `profile_changed`, and `request_invalid` for somebody without a name. */
export type EditPerson = (
  propertyId: string,
  edited: { readonly profileId: string; readonly version: number; readonly person: GivenPerson },
) => Promise<void>;

export interface WritePersonParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly people: PersonComparison;
}

/** What staff write down of a person, with or without a booking. */
export function createWritePerson({ store, clock, people }: WritePersonParts): {
  readonly create: CreateProfile;
  readonly edit: EditPerson;
} {
  return {
    create: (propertyId, person) =>
      store.transaction(async (rows) => {
        await rows.properties.get(propertyId);
        return rows.profiles.create(toNewPerson(people, { propertyId, person, at: clock.now() }));
      }),
    edit: (propertyId, { profileId, version, person }) =>
      store.transaction(async (rows) => {
        await rows.profiles.get(people.scopeFor(propertyId), profileId);
        const given = toNewPerson(people, { propertyId, person, at: clock.now() });
        await rows.profiles.edit(profileId, { ...given, version });
      }),
  };
}

function toNewPerson(
  { toMarks, scopeFor }: PersonComparison,
  { propertyId, person, at }: { readonly propertyId: string; readonly person: GivenPerson; readonly at: Instant },
): NewPerson {
  if (person.firstName === undefined && person.lastName === undefined) {
    throw new ServiceError('request_invalid', { field: 'firstName' });
  }
  const marks = toMarks(propertyId, person);
  const { birthDate } = person;
  return {
    propertyId,
    person,
    traits: { scope: scopeFor(propertyId), traits: toTraits(marks), at, ...(birthDate && { birthDate }) },
    terms: toSearchTerms({ reservationId: '', fields: person }),
  };
}
