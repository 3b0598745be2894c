import type { ShownField, ShownFields } from '../domain/shown-fields.ts';
import type { Instant, LocalDate, ReservationStatus, Subject } from '../domain/subject.ts';
import type { Urgency } from '../domain/urgency.ts';

/** Every call names its property, how soon it is needed (which is how the request budget is spent), and can be cancelled. */
export interface PmsCall {
  readonly property: PmsProperty;
  readonly urgency: Urgency;
  readonly signal: AbortSignal;
}

export interface PmsProperty {
  readonly propertyId: string;
  /** IANA name; the PMS speaks local time. */
  readonly timeZone: string;
}

export interface PropertyDetails extends PmsProperty {
  readonly name: string;
}

/** One reservation with all its guests, as the PMS has it now. */
export interface ReservationSnapshot {
  readonly propertyId: string;
  readonly reservationId: string;
  readonly status: ReservationStatus;
  readonly departsOn: LocalDate;
  readonly guests: readonly GuestOnReservation[];
}

export interface GuestOnReservation {
  readonly subject: Subject;
  /** The guest's data was removed in the PMS on request: forget it here too. */
  readonly isAnonymized: boolean;
}

/** One row of the PMS's changes of guests: the guest's own fields, without the booking's. */
export interface GuestChange {
  readonly guestId: string;
  readonly reservationId: string;
  readonly departsOn: LocalDate | undefined;
  readonly fields: GuestFields;
  readonly isAnonymized: boolean;
  /** Where the guest lives on after a merge. */
  readonly mergedInto?: string;
}

/** The fields that belong to the person and that the PMS has a place for; the others belong to the booking. */
export type GuestFields = Omit<
  Subject['fields'],
  | 'documentMrz'
  | 'isMainGuest'
  | 'bookedOn'
  | 'arrivesOn'
  | 'departsOn'
  | 'adults'
  | 'children'
  | 'guestsListed'
  | 'sourceName'
>;

export interface PmsNote {
  readonly noteId: string;
  readonly text: string;
}

/**
 * Everything that this service asks of the PMS. Each method throws a `ServiceError` with a `pms_…` code; after
 * `pms_unreachable` and `pms_timeout` a write may have been carried out all the same.
 */
export interface Pms {
  /** The properties that a key opens. */
  listProperties(signal: AbortSignal): Promise<readonly PropertyDetails[]>;
  /** Pages of reservations by change, by departure, or by guest, with all their guests. */
  listReservations(call: PmsCall, query: ReservationQuery): AsyncIterable<readonly ReservationSnapshot[]>;
  /** Pages of guests changed since an instant: what the reservations' own time stamp can hide. */
  listGuestChanges(call: PmsCall, since: Instant): AsyncIterable<readonly GuestChange[]>;
  /** Makes sure that every event we need is delivered to this address, once. Doubles of ours are removed. */
  ensureSubscriptions(call: PmsCall, endpointUrl: string): Promise<void>;
  /** Creates the guest fields that are missing, and learns the names by which they are written. */
  ensureGuestFields(call: PmsCall): Promise<void>;
  /** One request, whatever the number of fields. Safe to repeat. */
  writeGuestFields(call: PmsCall, guestId: string, fields: Partial<ShownFields>): Promise<WriteReceipt>;
  listNotes(call: PmsCall, guestId: string): Promise<readonly PmsNote[]>;
  /** Not safe to repeat: look with `listNotes` first. */
  addNote(call: PmsCall, guestId: string, text: string): Promise<WriteReceipt & { readonly noteId: string }>;
  updateNote(call: PmsCall, guestId: string, note: PmsNote): Promise<WriteReceipt>;
}

export type ReservationQuery =
  | { readonly by: 'modified'; readonly since: Instant }
  | { readonly by: 'departure'; readonly from: LocalDate }
  | { readonly by: 'guest'; readonly guestId: string };

export interface WriteReceipt {
  /** The vendor's `X-Request-ID`, to quote in a support case. */
  readonly requestId: string | undefined;
}

export interface GuestFieldDefinition {
  readonly shortcode: ShownField;
  readonly name: string;
  readonly maxCharacters: number;
}
