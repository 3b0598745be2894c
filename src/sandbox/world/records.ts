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
  name: string;
  readonly shortcode: string;
  readonly applyTo: 'reservation' | 'guest';
  readonly required: boolean;
  readonly isPersonal: boolean;
  maxCharacters: number;
  /** Listed no longer and not to be written; its shortcode stays taken. */
  isArchived: boolean;
  readonly type: 'input' | 'text';
  readonly displayed: readonly ('reservation' | 'booking' | 'card')[];
}

/** What an app told the hotel's staff. */
export interface AppErrorRecord {
  readonly errorId: string;
  readonly propertyId: string;
  readonly timestamp: string;
  readonly eventType: string;
  readonly statusCode: string | undefined;
  readonly description: string | undefined;
  readonly errorMessage: string | undefined;
  readonly entityType: string | undefined;
  readonly entityId: string | undefined;
}

export interface SubscriptionRecord {
  readonly subscriptionId: string;
  readonly propertyId: string;
  /** Who made it. */
  readonly clientId: string;
  readonly object: string;
  readonly action: string;
  readonly endpointUrl: string;
}

/** How an app stands with a property. */
export type AppState = 'enabled' | 'pending' | 'installing' | 'disabled';

/** A technology partner's app. */
export interface ClientRecord {
  readonly clientId: string;
  readonly clientSecret: string;
  /** The one address to which codes are sent. */
  readonly redirectUri: string;
  /** How long an access token lasts. */
  readonly tokenLifeS: number;
}

/** An API key, or an access token where it has an end. */
export interface KeyRecord {
  readonly propertyIds: ReadonlySet<string>;
  readonly clientId: string;
  readonly expiresAtMs?: number;
  /** Of a token: the consent that it came of. */
  readonly family?: string;
}

export interface CodeRecord {
  readonly clientId: string;
  readonly redirectUri: string;
  readonly propertyIds: ReadonlySet<string>;
  readonly expiresAtMs: number;
}

export interface RefreshTokenRecord {
  readonly clientId: string;
  readonly propertyIds: ReadonlySet<string>;
  readonly family: string;
  readonly isSpent: boolean;
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
