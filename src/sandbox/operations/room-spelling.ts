import type { components } from '../../../openapi/cloudbeds.generated.ts';
import type { ReservationRecord, StayRoom } from '../world/records.ts';
import type { ReservationStatus } from '../world/world-inputs.ts';

type RoomStatus = NonNullable<components['schemas']['ReservationRoom']['roomStatus']>;

/** Rooms spell canceled with two l. */
const roomStatuses: Readonly<Record<ReservationStatus, RoomStatus>> = {
  not_confirmed: 'not_checked_in',
  confirmed: 'not_checked_in',
  canceled: 'cancelled',
  checked_in: 'in_house',
  checked_out: 'checked_out',
  no_show: 'not_checked_in',
};

export function toRoomStatus(status: ReservationStatus): RoomStatus {
  return roomStatuses[status];
}

/** The ID of the first guest of a room. */
export function findRoomGuest(stay: ReservationRecord, room: StayRoom): string {
  const place = stay.guests.find(({ reservationRoomIds }) => reservationRoomIds.includes(room.reservationRoomId));
  return (place ?? stay.guests[0])?.guestId ?? '';
}
