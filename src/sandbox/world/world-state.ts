import type { Randomness } from '../randomness.ts';
import type {
  AppErrorRecord,
  AppState,
  ClientRecord,
  CodeRecord,
  CustomFieldRecord,
  GuestRecord,
  KeyRecord,
  PropertyRecord,
  RefreshTokenRecord,
  ReservationRecord,
  SubscriptionRecord,
  WorldEvent,
} from './records.ts';
import { Refusal } from './refusal.ts';

/** Everything that the sandbox remembers. Maps keep the order of creation. */
export interface WorldState {
  readonly nowMs: () => number;
  readonly random: Randomness;
  readonly properties: Map<string, PropertyRecord>;
  readonly guests: Map<string, GuestRecord>;
  readonly reservations: Map<string, ReservationRecord>;
  readonly customFields: Map<string, CustomFieldRecord>;
  readonly appErrors: AppErrorRecord[];
  readonly subscriptions: Map<string, SubscriptionRecord>;
  /** Keys and access tokens. */
  readonly apiKeys: Map<string, KeyRecord>;
  readonly clients: Map<string, ClientRecord>;
  readonly codes: Map<string, CodeRecord>;
  readonly refreshTokens: Map<string, RefreshTokenRecord>;
  /** By property and client. */
  readonly appStates: Map<string, AppState>;
  readonly listeners: Set<(event: WorldEvent) => void>;
  /** Digits, growing, with gaps: as IDs of a busy system look. */
  readonly drawId: (kind: IdKind) => string;
}

const firstIds = {
  property: 190_000,
  guest: 84_120_000,
  reservation: 3_920_479_100_000,
  room: 411_200,
  note: 7_310_000,
  field: 28_400,
  subscription: 550_100,
  file: 9_120_000,
  error: 66_000,
} as const;

export type IdKind = keyof typeof firstIds;

export function createWorldState({ now, random }: { now: () => Date; random: Randomness }): WorldState {
  const lastIds: Record<IdKind, number> = { ...firstIds };
  return {
    nowMs: () => now().getTime(),
    random,
    properties: new Map(),
    guests: new Map(),
    reservations: new Map(),
    customFields: new Map(),
    appErrors: [],
    subscriptions: new Map(),
    apiKeys: new Map(),
    clients: new Map(),
    codes: new Map(),
    refreshTokens: new Map(),
    appStates: new Map(),
    listeners: new Set(),
    drawId: (kind) => {
      lastIds[kind] += random.integer(1, 97);
      return String(lastIds[kind]);
    },
  };
}

export function getProperty(state: WorldState, propertyId: string): PropertyRecord {
  const property = state.properties.get(propertyId);
  if (property === undefined) throw new Refusal('Property not found', 'not_found');
  return property;
}

export function getFirstProperty(state: WorldState): PropertyRecord {
  const [property] = state.properties.values();
  if (property === undefined) throw new Refusal('There is no property yet', 'not_found');
  return property;
}

export function getGuest(state: WorldState, guestId: string): GuestRecord {
  const guest = state.guests.get(guestId);
  if (guest === undefined) throw new Refusal('Guest not found', 'not_found');
  return guest;
}

export function getReservation(state: WorldState, reservationId: string): ReservationRecord {
  const reservation = state.reservations.get(reservationId);
  if (reservation === undefined) throw new Refusal('Reservation not found', 'not_found');
  return reservation;
}

/** The stays that a guest is on, oldest first. */
export function listStaysOf(state: WorldState, guestId: string): ReservationRecord[] {
  return [...state.reservations.values()].filter(({ guests }) => guests.some((guest) => guest.guestId === guestId));
}
