import type { FoundFields } from '../domain/drift.ts';
import type { ShownField, ShownFields } from '../domain/shown-fields.ts';
import type { Instant, LocalDate, ReservationStatus, Subject } from '../domain/subject.ts';
import type { Urgency } from '../domain/urgency.ts';

/** Every call names its property, how soon it is needed (which is how the request budget is spent), and can be cancelled. */
export interface PmsCall {
  readonly property: PmsProperty;
  readonly urgency: Urgency;
  readonly signal: AbortSignal;
  /** Sent although the property is disconnected: to see whether it can be connected again, or to take back what was set up. */
  readonly isForced?: boolean;
}

/** A call about several properties that one credential opens. */
export interface ConnectionCall {
  readonly connectionId: string;
  readonly properties: readonly PmsProperty[];
  readonly urgency: Urgency;
  readonly signal: AbortSignal;
}

/** A connection, or a key that is not kept yet. */
export type PmsAccount = { readonly connectionId: string } | { readonly key: string };

/** What a credential opens, and where. */
export interface OpenedAccount {
  /** Absent where the PMS does not say, or says what cannot be true. */
  readonly apiUrl?: string;
  readonly properties: readonly PropertyDetails[];
}

/** The addresses at which a property's events reach us. */
export interface OurAddresses {
  /** Where every event is to be delivered, once. */
  readonly current: string;
  /** Former ones, which are left as they are. */
  readonly former: readonly string[];
  /** How every address of ours begins: whatever else is subscribed there is left over, and goes. */
  readonly prefix: string;
  /** It is known what the PMS calls us: nothing is asked to find out. Default: it is not. */
  readonly isClientKnown?: boolean;
}

export interface SubscriptionsReceipt {
  /** What the PMS calls the client that made them; absent where it does not say. */
  readonly clientId?: string;
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
  /** What our own fields show; absent where the PMS does not say. */
  readonly shown?: FoundFields;
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
  /** As in `GuestOnReservation`. */
  readonly shown?: FoundFields;
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
  /** What this release sets up in each property, as a text: where it is another, each is to be looked at again. */
  readonly needs: string;
  /** The properties that a credential opens, and where it does. */
  openAccount(account: PmsAccount, signal: AbortSignal): Promise<OpenedAccount>;
  /** Asks for nothing but an answer. Throws `pms_unauthorized` where the property's key is not taken. */
  probe(call: PmsCall): Promise<void>;
  /** Pages of reservations by change, by departure, by stay, or by guest, with all their guests. */
  listReservations(call: PmsCall, query: ReservationQuery): AsyncIterable<readonly ReservationSnapshot[]>;
  /**
   * Pages of reservations of several properties of one connection that changed since an instant, in as few requests as can be:
   * one that moves from page to page meanwhile may be left out.
   */
  listRecentReservations(call: ConnectionCall, since: Instant): AsyncIterable<readonly ReservationSnapshot[]>;
  /** Pages of guests changed since an instant: what the reservations' own time stamp can hide. */
  listGuestChanges(call: PmsCall, since: Instant): AsyncIterable<readonly GuestChange[]>;
  /**
   * Makes sure that every event we need is delivered to the current address, once; new subscriptions come before old ones go.
   * What is there twice or left over of ours is removed; other people's addresses are never touched.
   */
  ensureSubscriptions(call: PmsCall, addresses: OurAddresses): Promise<SubscriptionsReceipt>;
  /** Removes every subscription whose address begins so. */
  removeSubscriptions(call: PmsCall, prefix: string): Promise<void>;
  /** Says how our app stands with the property, where the PMS does not know it yet. Only for a technology partner's app. */
  ensureAppState(call: PmsCall, state: 'enabled' | 'disabled'): Promise<void>;
  /** Creates the guest fields that are missing, as far as the PMS lets us, and learns the names by which they are written. */
  ensureGuestFields(call: PmsCall): Promise<void>;
  /** One request, whatever the number of fields; none where the property has none of them. Safe to repeat. */
  writeGuestFields(call: PmsCall, guestId: string, fields: Partial<ShownFields>): Promise<FieldReceipt>;
  listNotes(call: PmsCall, guestId: string): Promise<readonly PmsNote[]>;
  /** Not safe to repeat: look with `listNotes` first. */
  addNote(call: PmsCall, guestId: string, text: string): Promise<WriteReceipt & { readonly noteId: string }>;
  updateNote(call: PmsCall, guestId: string, note: PmsNote): Promise<WriteReceipt>;
  /** Tells the hotel. Not safe to repeat, and there is no way to look: twice is two lines. */
  reportError(call: PmsCall, report: ErrorReport): Promise<WriteReceipt & { readonly errorId: string | undefined }>;
}

export type ReservationQuery =
  | { readonly by: 'modified'; readonly since: Instant }
  | { readonly by: 'departure'; readonly from: LocalDate }
  /** In house, or arriving, on one of these days. */
  | { readonly by: 'stay'; readonly from: LocalDate; readonly to: LocalDate }
  | { readonly by: 'guest'; readonly guestId: string };

export interface WriteReceipt {
  /** The vendor's `X-Request-ID`, to quote in a support case. */
  readonly requestId: string | undefined;
}

export interface FieldReceipt extends WriteReceipt {
  /** Those that the property no longer has, and that cannot be made anew: archived, as a rule. They were not written. */
  readonly missing: readonly ShownField[];
  /** Those of which only the beginning was written. */
  readonly cut: readonly ShownField[];
  /** Those that hold less than they should, whatever was written now. */
  readonly short: readonly ShownField[];
}

/** What the hotel's staff reads in the PMS of something that does not work. Never people's data. */
export interface ErrorReport {
  readonly at: Instant;
  /** A code of ours. */
  readonly code: string;
  /** One sentence. */
  readonly description: string;
  /** What to do. */
  readonly advice: string;
  readonly reservationId?: string;
}

export interface GuestFieldDefinition {
  readonly shortcode: ShownField;
  readonly name: string;
  readonly maxCharacters: number;
}
