import type { GuestRecord } from './records.ts';
import { isCountryCode } from './country-code.ts';
import { Refusal } from './refusal.ts';
import type { GuestDetails } from './world-inputs.ts';
import type { WorldState } from './world-state.ts';

export const emptyDetails: GuestDetails = {
  firstName: '',
  lastName: '',
  gender: 'N/A',
  email: '',
  phone: '',
  cellPhone: '',
  address: '',
  address2: '',
  city: '',
  state: '',
  country: '',
  zip: '',
  birthDate: '',
  documentType: '',
  documentNumber: '',
  documentIssueDate: '',
  documentIssuingCountry: '',
  documentExpirationDate: '',
  taxID: '',
  companyTaxID: '',
  companyName: '',
  optIn: false,
};

/** Details of which some are present, as zod leaves them. */
export type PartialDetails = { readonly [K in keyof GuestDetails]?: GuestDetails[K] | undefined };

export function createGuest(state: WorldState, propertyId: string, details: PartialDetails): GuestRecord {
  const nowMs = state.nowMs();
  const guest: GuestRecord = {
    guestId: state.drawId('guest'),
    propertyId,
    details: toChangedDetails(emptyDetails, details),
    createdAtMs: nowMs,
    modifiedAtMs: nowMs,
    isAnonymized: false,
    mergedInto: undefined,
    formerStays: [],
    customFields: new Map(),
    notes: [],
    documents: [],
  };
  state.guests.set(guest.guestId, guest);
  return guest;
}

/** `undefined` leaves a detail as it is. */
export function toChangedDetails(details: GuestDetails, changes: PartialDetails): GuestDetails {
  const given = Object.entries(changes).filter(([, value]) => value !== undefined);
  const changed: GuestDetails = { ...details, ...Object.fromEntries(given) };
  for (const name of ['country', 'documentIssuingCountry'] as const) {
    const code = changed[name];
    if (code !== '' && !isCountryCode(code)) throw new Refusal(`${name} is not an ISO 3166-1 alpha-2 code`);
  }
  return changed;
}
