import type { ReservationStatus, Subject, SubjectFields } from '../../domain/subject.ts';
import type { StoredSubject, SubjectKey } from '../../ports/store.ts';
import type { Sealing } from '../sealing.ts';
import type { Flag, Sealed } from '../tables.ts';

export interface SubjectRow {
  readonly propertyId: string;
  readonly reservationId: string;
  readonly guestId: string;
  readonly reservationStatus: ReservationStatus;
  readonly sealedFields: Sealed;
}

export interface StoredSubjectRow extends SubjectRow {
  readonly no: number;
  readonly isActive: Flag;
  readonly fingerprint: string;
  readonly arrivesOn: string;
  readonly searchDigests: Uint8Array;
  readonly currentScreeningId: string | null;
}

export function toSubject(row: SubjectRow, sealing: Sealing): Subject {
  const { propertyId, reservationId, guestId, reservationStatus } = row;
  const fields = sealing.open(toSubjectPlace(row), row.sealedFields) as SubjectFields;
  return { propertyId, reservationId, guestId, reservationStatus, fields };
}

export function toStoredSubject(row: StoredSubjectRow, sealing: Sealing): StoredSubject {
  return {
    subject: toSubject(row, sealing),
    fingerprint: row.fingerprint,
    isActive: row.isActive === 1,
    ...(row.currentScreeningId === null ? {} : { currentScreeningId: row.currentScreeningId }),
  };
}

/** Where a subject's fields are sealed to. */
export function toSubjectPlace({ propertyId, reservationId, guestId }: SubjectKey): string {
  return `subject/${JSON.stringify([propertyId, reservationId, guestId])}`;
}

/** What a subject keeps when its guest is forgotten: the booking's fields, without the person's. */
export function withoutPerson(fields: SubjectFields): SubjectFields {
  const { isMainGuest, bookedOn, arrivesOn, departsOn, adults, children, guestsListed, sourceName } = fields;
  return {
    isMainGuest,
    arrivesOn,
    departsOn,
    adults,
    children,
    ...(bookedOn === undefined ? {} : { bookedOn }),
    ...(guestsListed === undefined ? {} : { guestsListed }),
    ...(sourceName === undefined ? {} : { sourceName }),
  };
}
