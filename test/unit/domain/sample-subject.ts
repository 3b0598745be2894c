import type { Subject, SubjectFields } from '../../../src/domain/subject.ts';

const fields: SubjectFields = {
  firstName: 'Ada',
  lastName: 'Moreau',
  email: 'ada.moreau@example.org',
  phone: '+49 171 2345678',
  birthDate: '1985-12-10',
  country: 'DE',
  documentType: 'passport',
  documentNumber: 'C01X00T47',
  isMainGuest: true,
  bookedOn: '2026-11-01',
  arrivesOn: '2026-11-23',
  departsOn: '2026-11-26',
  adults: 2,
  children: 0,
  guestsListed: 2,
  sourceName: 'Website',
};

/** A guest about whom there is nothing to say. `undefined` takes a field away. */
export function toSampleFields(changes: { readonly [Name in keyof SubjectFields]?: unknown } = {}): SubjectFields {
  const present = Object.entries({ ...fields, ...changes }).filter(([, value]) => value !== undefined);
  return Object.fromEntries(present) as unknown as SubjectFields;
}

export function toSampleSubject(changes: Partial<Subject> = {}): Subject {
  return {
    propertyId: 'P1',
    reservationId: 'R1',
    guestId: 'G1',
    reservationStatus: 'confirmed',
    fields: toSampleFields(),
    ...changes,
  };
}
