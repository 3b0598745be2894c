/** The reservation states of the PMS. */
export type ReservationStatus = 'not_confirmed' | 'confirmed' | 'canceled' | 'checked_in' | 'checked_out' | 'no_show';

/** Dates are `YYYY-MM-DD`, in the property's own calendar. */
export type LocalDate = string;

/** Instants are ISO 8601 in UTC, e.g. `2026-11-23T09:15:00.000Z`. */
export type Instant = string;

export type Gender = 'M' | 'F' | 'N/A';

/**
 * Everything that a check may be about, flat, so that a provider's manifest can name each field and is handed no other.
 * What the PMS leaves empty is absent. Countries are ISO 3166 alpha-2, upper case.
 */
export interface SubjectFields {
  readonly firstName?: string;
  readonly lastName?: string;
  readonly gender?: Gender;
  readonly email?: string;
  readonly phone?: string;
  readonly cellPhone?: string;
  readonly birthDate?: LocalDate;
  readonly country?: string;
  readonly address?: string;
  readonly address2?: string;
  readonly city?: string;
  readonly state?: string;
  readonly zip?: string;
  /** The PMS's own word: `passport`, `dni`, `driver_licence`, … */
  readonly documentType?: string;
  readonly documentNumber?: string;
  readonly documentIssuingCountry?: string;
  readonly documentIssuedOn?: LocalDate;
  readonly documentExpiresOn?: LocalDate;
  /** The machine-readable zone as it was read or typed, its lines apart. No PMS keeps one; a desk's reader or a form may. */
  readonly documentMrz?: string;
  readonly isMainGuest: boolean;
  readonly bookedOn?: LocalDate;
  readonly arrivesOn: LocalDate;
  readonly departsOn: LocalDate;
  readonly adults: number;
  readonly children: number;
  /** How many guests the reservation lists by name. Only on the main guest, whose booking it is. */
  readonly guestsListed?: number;
  readonly sourceName?: string;
}

export type SubjectField = keyof SubjectFields;

const screenedFields: Readonly<Record<SubjectField, true>> = {
  firstName: true,
  lastName: true,
  gender: true,
  email: true,
  phone: true,
  cellPhone: true,
  birthDate: true,
  country: true,
  address: true,
  address2: true,
  city: true,
  state: true,
  zip: true,
  documentType: true,
  documentNumber: true,
  documentIssuingCountry: true,
  documentIssuedOn: true,
  documentExpiresOn: true,
  documentMrz: true,
  isMainGuest: true,
  bookedOn: true,
  arrivesOn: true,
  departsOn: true,
  adults: true,
  children: true,
  guestsListed: true,
  sourceName: true,
};

/** Every screened field by name, sorted. */
export const subjectFieldNames = Object.keys(screenedFields).sort() as readonly SubjectField[];

/** One guest on one reservation. */
export interface Subject {
  readonly propertyId: string;
  readonly reservationId: string;
  readonly guestId: string;
  readonly reservationStatus: ReservationStatus;
  readonly fields: SubjectFields;
}

/** The name as people say it, or an empty string. */
export function toGuestName(fields: SubjectFields): string {
  return [fields.firstName, fields.lastName].filter((part) => part !== undefined).join(' ');
}
