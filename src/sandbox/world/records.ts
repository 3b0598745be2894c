// The state of the sandbox's world. Instants are epoch milliseconds; dates are YYYY-MM-DD in the property's zone.
import type { GuestDetails, ReservationStatus } from './world-inputs.ts';

export interface PropertyRecord {
  readonly propertyId: string;
  readonly name: string;
  readonly timezone: string;
  readonly city: string;
  readonly country: string;
}

export interface GuestRecord {
  readonly guestId: string;
  readonly propertyId: string;
  details: GuestDetails;
  readonly createdAtMs: number;
  modifiedAtMs: number;
  isAnonymized: boolean;
  /** The guest that this one lives on as. */
  mergedInto: string | undefined;
  /** Where a merged guest stood until then. */
  formerStays: readonly FormerStay[];
  /** By shortcode. */
  readonly customFields: Map<string, string>;
  readonly notes: NoteRecord[];
  readonly documents: DocumentRecord[];
}

export interface FormerStay {
  readonly reservationId: string;
  readonly reservationRoomIds: readonly string[];
}

export interface NoteRecord {
  readonly noteId: string;
  text: string;
  readonly createdAtMs: number;
  modifiedAtMs: number;
}

export interface DocumentRecord {
  readonly fileId: string;
  readonly fileName: string;
}

export interface StayRoom {
  readonly reservationRoomId: string;
  readonly subReservationId: string;
  readonly roomTypeId: string;
  readonly roomTypeName: string;
  /** Undefined until the front desk assigns one. */
  readonly roomId: string | undefined;
  readonly roomName: string | undefined;
}

export interface StayGuest {
  guestId: string;
  readonly isMain: boolean;
  readonly reservationRoomIds: readonly string[];
}

export interface ReservationRecord {
  readonly reservationId: string;
  readonly propertyId: string;
  status: ReservationStatus;
  arrivesOn: string;
  departsOn: string;
  readonly adults: number;
  readonly children: number;
  readonly sourceName: string;
  readonly sourceId: string;
  readonly thirdPartyIdentifier: string;
  readonly balance: number;
  readonly rooms: readonly StayRoom[];
  guests: StayGuest[];
  readonly createdAtMs: number;
  modifiedAtMs: number;
}

export interface CustomFieldRecord {
  readonly fieldId: string;
  readonly propertyId: string;
  readonly name: string;
  readonly shortcode: string;
  readonly applyTo: 'reservation' | 'guest';
  readonly required: boolean;
  readonly isPersonal: boolean;
  readonly maxCharacters: number;
  readonly type: 'input' | 'text';
  readonly displayed: readonly ('reservation' | 'booking' | 'card')[];
}

export interface SubscriptionRecord {
  readonly subscriptionId: string;
  readonly propertyId: string;
  readonly object: string;
  readonly action: string;
  readonly endpointUrl: string;
}

/** What just happened, before webhooks spell it. */
export interface WorldEvent {
  /** "object/action" */
  readonly event: string;
  readonly propertyId: string;
  readonly atMs: number;
  readonly reservationId?: string;
  readonly guestId?: string;
  readonly facts?: Readonly<Record<string, string>>;
}
