import type { SubjectFields } from './subject.ts';

export type PersonFields = Partial<
  Pick<SubjectFields, 'firstName' | 'lastName' | 'birthDate' | 'documentNumber' | 'documentIssuingCountry'>
>;

/**
 * Who a guest is said to be: names, birth date and document, whatever their case and spacing. What people said of one state
 * of a person does not hold for another. A name alone is shared by strangers: then the state is that of this one guest.
 * It is personal data: to be kept as a keyed digest only.
 */
export function toPersonState(fields: PersonFields, guestId: string | undefined): string {
  const { firstName = '', lastName = '', birthDate = '', documentNumber = '', documentIssuingCountry = '' } = fields;
  const isIdentified = birthDate !== '' || documentNumber !== '';
  const parts = [toPlain(firstName), toPlain(lastName), birthDate, toBare(documentNumber), documentIssuingCountry];
  return JSON.stringify([...parts, isIdentified ? '' : (guestId ?? '')]);
}

function toPlain(name: string): string {
  return name.normalize('NFKC').trim().replace(/\s+/g, ' ').toLowerCase();
}

function toBare(documentNumber: string): string {
  return documentNumber.toUpperCase().replace(/[^\p{L}\p{N}]/gu, '');
}
