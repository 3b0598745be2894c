import type { SubjectFields } from '../domain/subject.ts';
import type { GuestFields, PmsCall, WriteReceipt } from './pms.ts';

/** A guest custom field of the form's, and its value. It is created where the property has none with this shortcode. */
export interface CustomValue {
  readonly shortcode: string;
  readonly name: string;
  readonly value: string;
}

export interface GuestUpdate {
  /** A document is all or nothing: type, number, country and the dates that its type has. */
  readonly fields: GuestFields;
  readonly customValues: readonly CustomValue[];
}

export type NewPmsGuest = GuestFields & Required<Pick<SubjectFields, 'firstName' | 'lastName' | 'email' | 'country'>>;

export interface GuestFile {
  /** With an ending that the PMS takes, e.g. `.jpg`. */
  readonly fileName: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What a guest's form is carried over with. Errors as in pms.ts; a refusal's reason is in `facts.reason`. */
export interface PmsGuests {
  /** One request, and what is left out stays as it is. Safe to repeat. */
  updateGuest(call: PmsCall, guestId: string, update: GuestUpdate): Promise<WriteReceipt>;
  /** Not safe to repeat: look at the reservation first. */
  addGuest(
    call: PmsCall,
    reservationId: string,
    guest: NewPmsGuest,
  ): Promise<WriteReceipt & { readonly guestId: string }>;
  /** Not safe to repeat, and there is no way to look: twice is two files. */
  addGuestFile(call: PmsCall, guestId: string, file: GuestFile): Promise<WriteReceipt>;
}
