import { toTraits } from '../../domain/profile/traits.ts';
import type { Instant, Subject } from '../../domain/subject.ts';
import type { PersonComparison } from '../../ports/person-marks.ts';
import type { Rows } from '../../ports/store.ts';

/** Puts the guest of a subject on a card, in the transaction that takes the subject in. */
export type BindProfile = (rows: Rows, subject: Subject, at: Instant) => Promise<void>;

export function createBindProfile({ toMarks, scopeFor }: PersonComparison): BindProfile {
  return async (rows, { propertyId, guestId, fields }, at) => {
    const marks = toMarks(propertyId, fields);
    const { birthDate } = marks;
    const traits = { scope: scopeFor(propertyId), traits: toTraits(marks), at, ...(birthDate && { birthDate }) };
    await rows.profiles.bind({ propertyId, guestId }, traits);
  };
}
