import { judgeArrival } from '../../domain/alerts/match-before-arrival.ts';
import type { Screening } from '../../domain/screening.ts';
import type { Instant, Subject } from '../../domain/subject.ts';
import type { AlertCause, AlertFacts } from '../../ports/alerts.ts';
import type { Rows, SubjectKey } from '../../ports/store.ts';

export interface StayToTell {
  readonly screening: Screening;
  readonly subject: Pick<Subject, 'fields'>;
  readonly isActive: boolean;
  readonly timeZone: string;
}

export function toMatchCause({ propertyId, reservationId, guestId }: SubjectKey): AlertCause {
  return { kind: 'match_before_arrival', propertyId, about: `${reservationId}/${guestId}` };
}

export function toMatchFacts(screeningId: string, { fields }: StayToTell['subject']): AlertFacts {
  return { screeningId, arrivesOn: fields.arrivesOn };
}

/** Whoever arrives within a day and matches is told of, beside what was concluded; a decision ends it. */
export async function tellOfMatch(rows: Rows, stay: StayToTell, at: Instant): Promise<void> {
  const { screening, subject, isActive, timeZone } = stay;
  const { arrivesOn, departsOn } = subject.fields;
  const cause = { ...toMatchCause(screening), at };
  switch (judgeArrival({ screening, isActive, arrivesOn, departsOn }, at, timeZone)) {
    case 'raise':
      return rows.alerts.raise({ ...cause, facts: toMatchFacts(screening.id, subject) });
    case 'settle':
      return rows.alerts.settle(cause);
    case 'leave':
  }
}

/** The same of a stay by its key, as it is now; what is gone is over. */
export async function tellOfStay(rows: Rows, key: SubjectKey, at: Instant): Promise<void> {
  const stored = await rows.subjects.find(key);
  const property = await rows.properties.find(key.propertyId);
  const { currentScreeningId } = stored ?? {};
  const screening = currentScreeningId === undefined ? undefined : await rows.screenings.find(currentScreeningId);
  if (stored === undefined || property === undefined || screening === undefined) {
    return rows.alerts.settle({ ...toMatchCause(key), at });
  }
  const { subject, isActive } = stored;
  return tellOfMatch(rows, { screening, subject, isActive, timeZone: property.timeZone }, at);
}
