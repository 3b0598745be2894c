import type { LocalDate } from '../../domain/subject.ts';
import type { StoredSubject } from '../../ports/store.ts';

/** The stay that a guest's fields in the PMS should speak of: the one under way or the next to come. */
export function findNextStay(stays: readonly StoredSubject[], today: LocalDate): StoredSubject | undefined {
  return stays
    .filter(({ isActive, currentScreeningId }) => isActive && currentScreeningId !== undefined)
    .filter(({ subject }) => subject.fields.departsOn >= today)
    .sort((one, other) => order(one).localeCompare(order(other)))[0];
}

function order({ subject }: StoredSubject): string {
  return `${subject.fields.arrivesOn} ${subject.reservationId}`;
}
