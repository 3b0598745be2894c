import { addGuest } from '../world/bookings.ts';
import { readGuestValues } from '../world/custom-fields.ts';
import { requireWholeDocument } from '../world/document-rules.ts';
import { changeGuest, getLivingGuest } from '../world/guest-changes.ts';
import { toChangedDetails } from '../world/guest-records.ts';
import { addNote, requireNoPaymentData } from '../world/guest-notes.ts';
import { hasPaymentDigits } from '../world/payment-digits.ts';
import { Refusal } from '../world/refusal.ts';
import { getGuest, getReservation } from '../world/world-state.ts';
import { requireOfProperty } from './ownership.ts';
import type { Handler, Input } from './operation.ts';

export const putGuest: Handler<'putGuest'> = ({ state, input, property }) => {
  const guest = requireOfProperty(getLivingGuest(state, input.guestID), property);
  const changed = Object.keys(input).filter((name) => name !== 'guestID' && name !== 'propertyID');
  if (changed.length === 0) throw new Refusal('At least one field to change is required');
  requireWholeDocument(input);
  requireNoPaymentDigits(input);
  const values = readGuestValues(state, property.propertyId, input.guestCustomFields ?? []);
  const details = toDetails(input);
  toChangedDetails(guest.details, details);
  for (const [shortcode, value] of values) guest.customFields.set(shortcode, value);
  changeGuest(state, guest, details);
  return { success: true };
};

export const postGuest: Handler<'postGuest'> = ({ state, input, property }) => {
  requireOfProperty(getReservation(state, input.reservationID), property);
  requireWholeDocument(input);
  requireNoPaymentDigits(input);
  for (const note of [input.guestNote, input.reservationNote]) requireNoPaymentData(note ?? '');
  const values = readGuestValues(state, property.propertyId, input.customFields ?? []);
  const details = toDetails(input);
  const { guestFirstName: firstName, guestLastName: lastName } = input;
  const guestID = addGuest(state, input.reservationID, { ...details, firstName, lastName });
  const guest = getGuest(state, guestID);
  for (const [shortcode, value] of values) guest.customFields.set(shortcode, value);
  if (input.guestNote !== undefined) addNote(state, guestID, input.guestNote);
  return { success: true, guestID };
};

/** The fields that both writes share, under the names of the record. What was not sent is undefined. */
function toDetails(sent: Input<'putGuest'> | Input<'postGuest'>) {
  const { guestDocumentType: type } = sent;
  return {
    firstName: sent.guestFirstName,
    lastName: sent.guestLastName,
    gender: sent.guestGender,
    email: sent.guestEmail,
    phone: sent.guestPhone,
    cellPhone: sent.guestCellPhone,
    address: sent.guestAddress1,
    address2: sent.guestAddress2,
    city: sent.guestCity,
    state: sent.guestState,
    country: sent.guestCountry,
    zip: sent.guestZip,
    birthDate: sent.guestBirthDate,
    documentType: type === 'driver_license' ? ('driver_licence' as const) : type,
    documentNumber: sent.guestDocumentNumber,
    documentIssueDate: sent.guestDocumentIssueDate,
    documentIssuingCountry: sent.guestDocumentIssuingCountry,
    documentExpirationDate: sent.guestDocumentExpirationDate,
    taxID: sent.guestTaxId,
    companyTaxID: sent.guestCompanyTaxId,
    companyName: sent.guestCompanyName,
  };
}

function requireNoPaymentDigits({ guestTaxId = '' }: { guestTaxId?: string }): void {
  if (hasPaymentDigits(guestTaxId)) throw new Refusal('guestTaxId looks like unencrypted payment data');
}
