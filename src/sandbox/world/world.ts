import type { Consent } from './authorization.ts';
import type { FilledField } from './guest-changes.ts';
import type {
  AppErrorRecord,
  AppState,
  ClientRecord,
  CustomFieldRecord,
  NoteRecord,
  PropertyRecord,
  SubscriptionRecord,
} from './records.ts';
import type {
  CustomFieldChange,
  EditOptions,
  GuestChanges,
  GuestDetails,
  NewApiKey,
  NewBooking,
  NewClient,
  NewCustomField,
  NewGuest,
  NewProperty,
  ReservationStatus,
} from './world-inputs.ts';

export interface BookedStay {
  readonly reservationId: string;
  /** The main guest first. */
  readonly guestIds: readonly [string, ...string[]];
}

export interface GuestView {
  readonly guestId: string;
  readonly propertyId: string;
  readonly details: GuestDetails;
  /** Written custom fields by shortcode. */
  readonly customFields: Readonly<Record<string, string>>;
  /** Texts of the guest's notes, oldest first. */
  readonly notes: readonly string[];
  /** Names of the files that were uploaded, oldest first. */
  readonly documents: readonly string[];
  readonly isAnonymized: boolean;
  readonly mergedInto: string | undefined;
  readonly reservationIds: readonly string[];
  readonly modifiedAt: string;
}

export interface ReservationView {
  readonly reservationId: string;
  readonly propertyId: string;
  readonly status: ReservationStatus;
  readonly arrivesOn: string;
  readonly departsOn: string;
  /** The main guest first. */
  readonly guestIds: readonly string[];
  readonly modifiedAt: string;
}

/**
 * The hotel side of the sandbox: what its staff and guests do. Each action moves the time stamps and fires the
 * webhooks that it would fire at the vendor's. Wrong input throws a Refusal whose message says what is wrong.
 */
export interface World {
  addProperty(input?: NewProperty): PropertyRecord;
  /** Returns the key. One property can be opened by several keys, one key can open several properties. */
  addApiKey(input: NewApiKey): string;
  /** From now on the key is answered with 401. */
  revokeApiKey(key: string): void;

  /** reservation/created, and for each guest guest/created and (with a room) guest/assigned. */
  book(input: NewBooking): BookedStay;
  /** Returns the guest's ID; guest/created and guest/assigned. Refused beyond adults + children. */
  addGuest(reservationId: string, guest: NewGuest): string;
  /** guest/removed. Not the main guest. */
  removeGuest(reservationId: string, guestId: string): void;
  /** reservation/status_changed; checking in or out also modifies the guests. */
  setReservationStatus(reservationId: string, status: ReservationStatus): void;
  cancelReservation(reservationId: string): void;
  /** reservation/dates_changed. */
  changeDates(reservationId: string, dates: { arrivesOn: string; departsOn: string }): void;
  /** reservation/deleted; it is in no answer any more. */
  deleteReservation(reservationId: string): void;

  /** guest/details_changed. Always moves the guest's dateModified; see EditOptions for the reservation's. */
  editGuest(guestId: string, changes: GuestChanges, options?: EditOptions): void;
  /** `fromGuestId` lives on as `intoGuestId`, on its reservations too; guest/details_changed for both. */
  mergeGuests(fromGuestId: string, intoGuestId: string): void;
  /** Wipes details, personal custom fields and notes; guest/details_changed. */
  anonymizeGuest(guestId: string): void;

  /** For the first property, unless one is named. */
  addCustomField(field: NewCustomField, propertyId?: string): CustomFieldRecord;
  /** Renames it, makes it shorter or longer, archives it or brings it back. */
  changeCustomField(change: CustomFieldChange, propertyId?: string): void;
  /** As staff type it in; guest/details_changed. */
  fillInField(guestId: string, filled: FilledField): void;
  addNote(guestId: string, text: string): NoteRecord;
  deleteNote(guestId: string, noteId: string): void;

  /** integration/appstate_changed. For the client of properties' own keys, unless another is named. */
  setAppState(state: AppState, propertyId?: string, clientId?: string): void;
  /** A technology partner's app, which may send people to the authorize page. */
  addClient(input: NewClient): ClientRecord;
  /** What pressing “allow” on the authorize page does. Returns the code. */
  allow(consent: Consent): string;

  readGuest(guestId: string): GuestView;
  readReservation(reservationId: string): ReservationView;
  listProperties(): readonly PropertyRecord[];
  listReservations(propertyId?: string): readonly ReservationView[];
  listGuests(propertyId?: string): readonly GuestView[];
  listNotes(guestId: string): readonly NoteRecord[];
  listCustomFields(propertyId?: string): readonly CustomFieldRecord[];
  /** What apps told the staff, oldest first. */
  listAppErrors(propertyId?: string): readonly AppErrorRecord[];
  listSubscriptions(propertyId?: string): readonly SubscriptionRecord[];
}
